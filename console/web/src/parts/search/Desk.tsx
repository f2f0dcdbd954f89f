import { ActionIcon } from '@mantine/core';
import { IconHistory, IconPencil } from '@tabler/icons-react';
import { type UseQueryResult, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type RecentPerson, type SavedSearch, searchApi } from '../../api/search';
import { birthSpan, time } from '../../format';
import { stateOf } from '../../searchState';
import { Failure } from '../Failure';

export const SAVED = ['saved-searches'];
const RECENT = ['recent-people'];

/** The searches that one keeps. */
export function SavedSearches({ edit }: { edit: (search: SavedSearch) => void }) {
  const { t } = useTranslation();
  const saved = useQuery({ queryKey: SAVED, queryFn: ({ signal }) => searchApi.saved(signal), staleTime: 60_000 });
  return (
    <nav className="facet" aria-labelledby="saved-searches">
      <h2 id="saved-searches" className="facetTitle">
        {t('desk.saved')}
      </h2>
      <Standing of={saved} none={t('desk.noneSaved')} />
      <ul className="plainList">
        {saved.data?.items.map((search) => (
          <li key={search.id} className="savedSearch">
            <Link to="/" search={stateOf(search.parameters)} className="plainLink">
              {search.name}
            </Link>
            <ActionIcon
              variant="subtle"
              color="gray"
              size="sm"
              aria-label={t('desk.editSaved', { name: search.name })}
              onClick={() => edit(search)}
            >
              <IconPencil size={14} aria-hidden />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Whom one opened lately; shown where nothing is searched for. */
export function RecentPeople() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const recent = useQuery({ queryKey: RECENT, queryFn: ({ signal }) => searchApi.recent(signal), staleTime: 0 });
  const [fault, setFault] = useState<unknown>(null);
  // By hand: this is in what everybody fetches first.
  const clear = () =>
    searchApi.clearRecent().then(() => {
      setFault(null);
      queries.setQueryData(RECENT, { items: [] });
    }, setFault);
  const people = recent.data?.items ?? [];
  return (
    <section aria-labelledby="recent-people" className="recentPeople">
      <div className="recentTitle">
        <h2 id="recent-people" className="facetTitle">
          <IconHistory size={14} aria-hidden /> {t('desk.recent')}
        </h2>
        {people.length > 0 ? (
          <button type="button" className="linkButton small" onClick={clear}>
            {t('desk.clearRecent')}
          </button>
        ) : null}
      </div>
      <Standing of={recent} none={t('desk.noneRecent')} />
      {fault ? <Failure fault={fault} /> : null}
      {people.length > 0 ? (
        <ul className="plainList recentList">
          {people.slice(0, 8).map((one) => (
            <li key={one.masterId}>
              <Link to="/people/$id" params={{ id: one.masterId }} className="recentPerson surface">
                <Recent one={one} />
              </Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}

/** In one line, so that nothing jumps when it turns out to be empty. */
function Standing({ of, none }: { of: UseQueryResult<{ items: unknown[] }>; none: string }) {
  const { t } = useTranslation();
  if (of.error) return <Failure fault={of.error} retry={() => of.refetch()} />;
  if (of.data && of.data.items.length > 0) return null;
  return (
    <p className="quiet small" role="status" style={{ margin: 0 }}>
      {of.data ? none : t('loading')}
    </p>
  );
}

function Recent({ one }: { one: RecentPerson }) {
  const { t } = useTranslation();
  const births = [...new Set(one.person?.births.map(birthSpan))].join(', ');
  return (
    <>
      <strong lang="vi">
        {one.person
          ? (one.person.displayName ?? t('search.noName'))
          : t('desk.record', { id: one.masterId.slice(0, 8) })}
      </strong>
      <span className="quiet small">
        {[births, t('desk.openedAt', { time: time(one.openedAt) })].filter((part) => part !== '').join(' · ')}
      </span>
    </>
  );
}
