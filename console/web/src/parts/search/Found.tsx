import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SearchAnswer } from '../../api';
import { count, time } from '../../format';
import { reading } from '../../highlights';
import { Empty } from '../Empty';

/** How many were found, how the text was understood, what had to be forgiven, and whether the index is behind. */
export function Found({ first, typed }: { first: SearchAnswer; typed: boolean }) {
  const { t, i18n } = useTranslation();
  const words = { count: first.total, formatted: count(first.total, i18n.language) };
  return (
    <div style={{ marginBottom: '0.75rem' }}>
      <div role="status" style={{ display: 'flex', flexWrap: 'wrap', gap: '0.25rem 1rem', alignItems: 'baseline' }}>
        <strong>
          {t(typed ? 'search.found' : 'search.recent', words).replace(String(first.total), words.formatted)}
        </strong>
        {first.understoodAs.length > 0 ? (
          <span className="quiet small">
            {t('search.understood')}:{' '}
            {reading(first.understoodAs)
              .map((piece) => `${piece.written} (${t(`piece.${piece.kind}`)})`)
              .join(', ')}
          </span>
        ) : null}
      </div>
      {first.tolerance !== 'STRICT' && first.total > 0 ? (
        <p className="quiet small" style={{ margin: '0.25rem 0 0' }}>
          {t(`search.tolerance.${first.tolerance}`)}
        </p>
      ) : null}
      {first.behindSince ? (
        <Alert color="yellow" variant="light" mt="xs" className="small">
          {t('search.behind', { time: time(first.behindSince) })}
        </Alert>
      ) : null}
      {first.hits.length === 0 ? (
        <div style={{ marginTop: '0.75rem' }}>
          <Empty title={t('search.none')} hint={t('search.noneHint')} />
        </div>
      ) : null}
    </div>
  );
}
