import { useTranslation } from 'react-i18next';
import { span, time } from '../../format';

/** How long ago something was, in words, with the moment itself behind it. */
export function Age({ since }: { since: string }) {
  const { t } = useTranslation();
  const { key, count } = span(Math.max(Date.now() - Date.parse(since), 1_000));
  return (
    <time dateTime={since} title={time(since)}>
      {t('steward.ago', { duration: t(`duration.${key}`, { count }) })}
    </time>
  );
}
