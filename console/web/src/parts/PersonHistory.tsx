import { Button } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MasterChange, Person } from '../api';
import { endOfDay, isoDayOf, time } from '../format';
import { usePrinting } from '../printing';
import { DayField } from './DayField';

const FEW = 8;

/** What happened to the master record itself, and the ways to how it was. */
export function PersonHistory({ person, at }: { person: Person; at: string | undefined }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const id = person.masterId;
  return (
    <section className="surface section" aria-labelledby="history">
      <h2 id="history">{t('person.history')}</h2>
      <div className="noPrint" style={{ maxWidth: '15rem', marginBottom: '0.75rem' }}>
        <DayField
          label={t('past.choose')}
          value={at ? isoDayOf(at) : ''}
          max={isoDayOf(new Date().toISOString())}
          change={(day) =>
            navigate({ to: '/people/$id', params: { id }, search: day === '' ? {} : { at: endOfDay(day) } })
          }
        />
      </div>
      {at ? null : <Changes id={id} changes={person.history} />}
    </section>
  );
}

function Changes({ id, changes }: { id: string; changes: MasterChange[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const printing = usePrinting();
  if (changes.length === 0) return <p className="quiet">{t('person.historyEmpty')}</p>;
  const latestFirst = changes.toReversed();
  const shown = all || printing ? latestFirst : latestFirst.slice(0, FEW);
  return (
    <>
      <ol className="plainList small">
        {shown.map((change, fromLast) => (
          <li key={`${change.version}-${change.kind}`}>
            <time dateTime={change.changedAt} className="quiet">
              {time(change.changedAt)}
            </time>{' '}
            {t(`person.change.${change.kind}`)}{' '}
            {change.other ? (
              <Link to="/people/$id" params={{ id: change.other }}>
                {t('person.otherRecord')}
              </Link>
            ) : null}{' '}
            <span className="quiet">
              ({t('person.versionMembers', { version: change.version, count: change.members.length })})
            </span>{' '}
            {fromLast > 0 ? (
              <Link
                className="noPrint"
                to="/people/$id"
                params={{ id }}
                search={{ at: change.changedAt }}
                aria-label={t('past.seeOf', { time: time(change.changedAt) })}
              >
                {t('past.see')}
              </Link>
            ) : null}
          </li>
        ))}
      </ol>
      {latestFirst.length > shown.length ? (
        <Button className="noPrint" size="compact-sm" variant="subtle" onClick={() => setAll(true)}>
          {t('person.sourceChangesAll', { count: latestFirst.length })}
        </Button>
      ) : null}
    </>
  );
}
