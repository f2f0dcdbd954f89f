import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SourceChange } from '../api';
import { recordName, time } from '../format';
import { usePrinting } from '../printing';
import { OrMask } from './MaskedValue';
import { SourceTag } from './Tags';

const FEW = 10;

/** What the two systems' logs told of these records, the latest first; every change, also one that was taken back. */
export function SourceChanges({ changes }: { changes: SourceChange[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  if (changes.length === 0) return <p className="quiet">{t('person.sourceChangesEmpty')}</p>;
  const shown = all || printing ? changes : changes.slice(0, FEW);
  return (
    <>
      <ol style={{ listStyle: 'none', margin: 0, padding: 0 }} className="small">
        {shown.map((change, at) => (
          <li key={at} style={{ padding: '0.3rem 0' }}>
            <time dateTime={change.changedAt} className="quiet">
              {time(change.changedAt)}
            </time>{' '}
            <SourceTag source={change.source} /> {recordName(change)} · {t(`person.sourceChange.${change.kind}`)}
            {change.columns.length > 0 ? (
              <ul style={{ margin: '0.2rem 0 0', paddingLeft: '1.2rem' }}>
                {change.columns.map(({ column, before, after }) => (
                  <li key={column}>
                    <code>{column}</code>:{' '}
                    <del lang="vi">
                      <OrMask value={before} show={inText} />
                    </del>{' '}
                    →{' '}
                    <ins lang="vi">
                      <OrMask value={after} show={inText} />
                    </ins>
                  </li>
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
      {changes.length > shown.length ? (
        <Button className="noPrint" size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('person.sourceChangesAll', { count: changes.length })}
        </Button>
      ) : null}
    </>
  );
}

function inText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  return typeof value === 'string' ? value : JSON.stringify(value);
}
