import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main className="page empty">
      <h1>{t('notFoundPage.title')}</h1>
      <Link to="/">{t('notFoundPage.back')}</Link>
    </main>
  );
}
