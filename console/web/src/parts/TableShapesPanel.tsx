import { Alert } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { SourceTable } from '../api';
import { faultWords } from '../faultWords';
import { count, time } from '../format';
import { SourceTag, Tag } from './Tags';

/** Tables that are not as their mappings need them: which, what is missing, since when, and how to mend it. */
export function TableShapesPanel({ tables }: { tables: SourceTable[] }) {
  const { t, i18n } = useTranslation();
  const stopped = tables.filter((table) => table.shape && table.shape.state !== 'FOLLOWED');
  const wider = tables.filter((table) => table.shape && table.shape.ignored.length > 0);
  if (stopped.length === 0 && wider.length === 0) return null;
  return (
    <section aria-labelledby="table-shapes" style={{ marginTop: '1.25rem' }}>
      <h2 id="table-shapes" style={{ fontSize: '1rem' }}>
        {t('tableShape.title')}
      </h2>
      {stopped.map(({ source, table, shape }) =>
        shape ? (
          <Alert
            key={`${source}/${table}`}
            role="status"
            variant="light"
            color={shape.state === 'STOPPED' ? 'red' : 'yellow'}
            mb="sm"
            title={
              <>
                <SourceTag source={source} /> <code>{table}</code>{' '}
                <Tag tone={shape.state === 'STOPPED' ? 'bad' : 'warn'}>{t(`tableShape.state.${shape.state}`)}</Tag>
              </>
            }
          >
            {shape.state === 'STOPPED' ? (
              <>
                <p style={{ margin: 0 }}>
                  {shape.missing.length > 0
                    ? t('tableShape.missing', { columns: shape.missing.join(', ') })
                    : t('tableShape.absent', { reason: faultWords(t, shape.reason ?? '') })}
                </p>
                <p style={{ margin: 0 }}>
                  {t(shape.missing.length > 0 ? 'tableShape.mendColumns' : 'tableShape.mendTable', {
                    setting: `unified-hotline.sources.${source}.dispensable-columns`,
                  })}
                </p>
              </>
            ) : (
              <p style={{ margin: 0 }}>{t('tableShape.catchingUp')}</p>
            )}
            <p className="quiet small" style={{ margin: 0 }}>
              {shape.since ? t('tableShape.since', { time: time(shape.since) }) : null}{' '}
              {t('tableShape.held', { changes: count(shape.heldChanges, i18n.language) })}
            </p>
          </Alert>
        ) : null,
      )}
      {wider.map(({ source, table, shape }) => (
        <p key={`${source}/${table}`} className="quiet small" style={{ margin: '0 0 0.35rem' }}>
          <SourceTag source={source} /> <code>{table}</code>{' '}
          {t('tableShape.ignored', { columns: shape?.ignored.join(', ') })}
        </p>
      ))}
    </section>
  );
}
