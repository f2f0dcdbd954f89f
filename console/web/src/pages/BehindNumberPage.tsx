import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import '../dashboard.css';
import '../tables.css';
import { dashboardApi, FIGURES, type FigureName, type Listed } from '../api/dashboard';
import { readSlice } from '../figures';
import { day, dayOf, recordName, time } from '../format';
import { useLiveFigures } from '../liveFigures';
import { isMasked, maskText } from '../masks';
import { Empty } from '../parts/Empty';
import { Failure } from '../parts/Failure';
import { kindOf, wordOf } from '../parts/figureWords';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { sliceText } from '../parts/sliceText';
import { SourceTag, Tag } from '../parts/Tags';

/** The columns of each figure's list, by the names of its facts. */
const COLUMNS: Record<FigureName, string[]> = {
  contacts: ['nature', 'channel', 'centre', 'outcome', 'language', 'durationSeconds', 'counsellor', 'caseNumber'],
  cases: ['caseNumber', 'kinds', 'status', 'urgency', 'closedOn', 'country', 'centre'],
  referrals: [
    'caseNumber',
    'agencyName',
    'agencyKind',
    'province',
    'service',
    'outcome',
    'respondedOn',
    'satisfaction',
  ],
  returns: ['kind', 'country', 'gate', 'screenedAs', 'centre'],
  people: ['tables'],
  quality: ['score', 'criteria', 'contact', 'receivedAt', 'channel', 'centre', 'topic', 'counsellor', 'reviewer'],
  satisfaction: ['satisfaction', 'caseNumber', 'agencyName', 'agencyKind', 'province', 'service', 'outcome'],
};

/** Figures whose entries have a time of day; the others count by the day. */
const TIMED = new Set<FigureName>(['contacts', 'quality']);

/** What is behind a number of the dashboard: a list that leads on to the people. */
export function BehindNumberPage() {
  const { t, i18n } = useTranslation();
  const { figure: given } = useParams({ strict: false }) as { figure: string };
  const search = useSearch({ strict: false }) as Record<string, string>;
  const figure = FIGURES.find((name) => name === given) ?? null;
  const slice = readSlice(search);
  const filters = Object.fromEntries(
    Object.entries(search).filter(([name]) => !['from', 'to', 'centre', 'cursor', 'size'].includes(name)),
  );
  const list = useInfiniteQuery({
    queryKey: ['dashboard-list', given, slice, filters],
    queryFn: ({ pageParam, signal }) => dashboardApi.list(given, slice, filters, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  useLiveFigures('dashboard-list');
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const chips = Object.entries(filters).map(
    ([name, value]) => [name, filterText(t, i18n.language, given, name, value, nameHere(name, entries))] as const,
  );
  return (
    <div className="behindNumber">
      <Link to="/dashboard" search={slice as never} className="small">
        ← {t('dashboard.back')}
      </Link>
      <PageTitle title={figure ? t(`dashboard.figure.${figure}`) : t('notFoundPage.title')} />
      <p className="chips">
        <Tag>{sliceText(t, slice)}</Tag>
        {chips.map(([name, text]) => (
          <Tag key={name}>{text}</Tag>
        ))}
      </p>
      {list.error ? <Failure fault={list.error} retry={() => list.refetch()} /> : null}
      {list.isPending ? <Loading rows={8} /> : null}
      {list.data && entries.length === 0 ? <Empty title={t('dashboard.nothing')} /> : null}
      {figure && entries.length > 0 ? <EntryTable figure={figure} entries={entries} /> : null}
      {list.hasNextPage ? (
        <div style={{ textAlign: 'center', marginTop: '1rem' }}>
          <Button variant="default" loading={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('dashboard.more')}
          </Button>
        </div>
      ) : entries.length > 0 ? (
        <p className="quiet small" style={{ textAlign: 'center' }}>
          {t('dashboard.endOfList', { count: entries.length })}
        </p>
      ) : null}
    </div>
  );
}

function EntryTable({ figure, entries }: { figure: FigureName; entries: Listed[] }) {
  const { t, i18n } = useTranslation();
  const columns = COLUMNS[figure];
  const people = figure === 'people';
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reached by keyboard
    <section className="surface scroller" tabIndex={0} aria-label={t(`dashboard.figure.${figure}`)}>
      <table className="dataTable wraps">
        <thead>
          <tr>
            {people ? null : <th scope="col">{t('dashboard.when')}</th>}
            <th scope="col">{t('dashboard.named')}</th>
            {columns.map((name) => (
              <th key={name} scope="col">
                {t(`dashboard.fact.${name}`)}
              </th>
            ))}
            {people ? null : <th scope="col">{t('pipeline.record')}</th>}
          </tr>
        </thead>
        <tbody>
          {entries.map((entry, at) => (
            <tr key={at}>
              {people ? null : (
                <td className="keep">{entry.at ? (TIMED.has(figure) ? time(entry.at) : dayOf(entry.at)) : '–'}</td>
              )}
              {entry.withheld ? (
                <td colSpan={columns.length + 2} className="quiet">
                  {t('dashboard.withheld')}
                </td>
              ) : (
                <>
                  <td>
                    <People entry={entry} />
                  </td>
                  {columns.map((name) => (
                    <td
                      key={name}
                      className={name === 'caseNumber' ? 'keep' : undefined}
                      data-label={t(`dashboard.fact.${name}`)}
                    >
                      {factText(t, i18n.language, figure, name, entry.facts?.[`${name}Name`] ?? entry.facts?.[name])}
                    </td>
                  ))}
                  {people || !entry.key ? null : (
                    <td>
                      <SourceTag source={entry.key.source} /> <code>{recordName(entry.key)}</code>
                    </td>
                  )}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function People({ entry }: { entry: Listed }) {
  const { t } = useTranslation();
  if (entry.people.length === 0) return <span className="quiet">{t('dashboard.nobody')}</span>;
  return (
    <ul className="plainList">
      {entry.people.map((person) => (
        <li key={`${person.as}${person.masterId}`}>
          <Link to="/people/$id" params={{ id: person.masterId }}>
            {person.name ?? t('search.noName')}
          </Link>
          {person.as === 'PERSON' ? null : <span className="quiet small"> {t(`dashboard.as.${person.as}`)}</span>}
        </li>
      ))}
    </ul>
  );
}

/** What the entries call the agency or topic that they are chosen by. */
function nameHere(filter: string, entries: Listed[]): string | null {
  const fact = { agency: 'agencyName', topic: 'topicName' }[filter];
  const found = fact && entries.map((entry) => entry.facts?.[fact]).find((name) => typeof name === 'string');
  return found ? String(found) : null;
}

/** A filter in words: Channel: call. */
function filterText(
  t: TFunction,
  language: string,
  figure: string,
  name: string,
  value: string,
  label: string | null,
): string {
  const words = name === 'kind' ? kindOf(t, figure, value) : wordOf(t, language, name, value, label);
  return `${t(`dashboard.by.${name}`, { defaultValue: name })}: ${words}`;
}

function factText(t: TFunction, language: string, figure: FigureName, name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (isMasked(value)) return maskText(value);
  switch (name) {
    case 'kinds':
      return (value as string[]).map((kind) => kindOf(t, figure, kind)).join(', ');
    case 'kind':
      return kindOf(t, figure, String(value));
    case 'outcome':
      return figure === 'contacts' ? t(`contactOutcome.${value}`) : t(`referralOutcome.${value}`);
    case 'service':
      return t(`service.${value}`, { defaultValue: String(value) });
    case 'screenedAs':
      return t(`screenedAs.${value}`);
    case 'closedOn':
    case 'respondedOn':
      return day(String(value));
    case 'receivedAt':
      return time(String(value));
    case 'score':
      return new Intl.NumberFormat(language, { minimumFractionDigits: 1 }).format(Number(value));
    case 'criteria':
      return Object.entries(value as Record<string, number>)
        .map(
          ([criterion, points]) =>
            `${wordOf(t, language, 'criterion', criterion)} ${new Intl.NumberFormat(language).format(points)}`,
        )
        .join(', ');
    case 'durationSeconds': {
      const seconds = Number(value);
      return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    }
    default:
      return wordOf(t, language, name, String(value));
  }
}
