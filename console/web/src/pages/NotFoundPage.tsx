import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../parts/PageTitle';

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <main className="page empty">
      <PageTitle title={t('notFoundPage.title')} />
      <Link to="/">{t('notFoundPage.back')}</Link>
    </main>
  );
}
