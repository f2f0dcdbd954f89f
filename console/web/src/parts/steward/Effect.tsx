import { IconArrowRight } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, CallFailed } from '../../api';
import type { EffectPerson, Ruling } from '../../api/steward';
import { recordName } from '../../format';
import { keyText } from '../../steward/people';

/** What a decision changes, or would: the people before and after, by name and records. */
export function EffectOf({ ruling }: { ruling: Ruling }) {
  const { t } = useTranslation();
  const { before, after } = ruling.changes;
  const { names, known } = useNames(before);
  return (
    <div className="effect">
      {before.length === 0 && after.length === 0 ? (
        <p className="small">{t('steward.effect.nobody')}</p>
      ) : (
        <div className="effectSides">
          <People
            people={before}
            names={names}
            known={known}
            heading={t('steward.effect.before', { count: before.length })}
          />
          <IconArrowRight size={20} aria-hidden className="quiet" />
          <People
            people={after}
            names={names}
            known={known}
            heading={t('steward.effect.after', { count: after.length })}
          />
        </div>
      )}
      {ruling.risks.length > 0 ? (
        <div className="risks">
          <strong>{t('steward.effect.needsApproval')}</strong>
          <ul>
            {ruling.risks.map((risk) => (
              <li key={risk}>{t(`steward.risk.${risk}`)}</li>
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function People(props: { people: EffectPerson[]; names: Map<string, string>; known: boolean; heading: string }) {
  const { people, names, known, heading } = props;
  const { t } = useTranslation();
  return (
    <div>
      <div className="quiet small">{heading}</div>
      <ul className="effectPeople">
        {people.map((person) => (
          <li key={person.masterId}>
            <strong lang="vi">
              {person.records.map((key) => names.get(keyText(key))).find((name) => name) ??
                (known ? t('search.noName') : '…')}
            </strong>
            <span className="quiet small">
              {' '}
              {t('search.records', { count: person.records.length })}: {person.records.map(recordName).join(', ')}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** How the records are called that people were made of before; those that the reader may not see stay without a name. */
function useNames(before: EffectPerson[]): { names: Map<string, string>; known: boolean } {
  const people = useQueries({
    queries: before.slice(0, 8).map(({ masterId }) => ({
      queryKey: ['person', masterId],
      queryFn: () => api.person(masterId),
      staleTime: 30_000,
      retry: (failures: number, fault: unknown) => failures < 1 && !(fault instanceof CallFailed),
    })),
  });
  const names = new Map<string, string>();
  for (const { data } of people) {
    for (const record of data?.sourceRecords ?? []) {
      const name = record.person.names[0]?.display;
      if (name) names.set(keyText(record), name);
    }
  }
  return { names, known: people.every((person) => !person.isPending) };
}
