import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';

/** What stands where something is still being fetched: as many rows as are expected, so that nothing jumps. */
export function Loading({ rows = 4 }: { rows?: number }) {
  const { t } = useTranslation();
  return (
    <div className="surface" style={{ padding: '1.1rem' }} role="status" aria-label={t('loading')}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} style={{ padding: '0.6rem 0' }}>
          <Skeleton height={16} width="40%" mb={8} />
          <Skeleton height={12} width="75%" />
        </div>
      ))}
    </div>
  );
}
