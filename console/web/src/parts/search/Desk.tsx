import { ActionIcon } from '@mantine/core';
import { IconHistory, IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type RecentPerson, type SavedSearch, searchApi } from '../../api/search';
import { birthSpan, time } from '../../format';
import { stateOf } from '../../searchState';

export const SAVED = ['saved-searches'];
const RECENT = ['recent-people'];

/** The searches that one keeps. Nothing is shown while there are none, or while they cannot be fetched. */
export function SavedSearches({ edit }: { edit: (search: SavedSearch) => void }) {
  const { t } = useTranslation();
  const saved = useQuery({ queryKey: SAVED, queryFn: ({ signal }) => searchApi.saved(signal), staleTime: 60_000 });
  if (!saved.data || saved.data.items.length === 0) return null;
  return (
    <nav className="facet" aria-labelledby="saved-searches">
      <h2 id="saved-searches" className="facetTitle">
        {t('desk.saved')}
      </h2>
      <ul className="plainList">
        {saved.data.items.map((search) => (
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
  const clear = useMutation({
    mutationFn: searchApi.clearRecent,
    onSuccess: () => queries.setQueryData(RECENT, { items: [] }),
  });
  if (!recent.data || recent.data.items.length === 0) return null;
  return (
    <section aria-labelledby="recent-people" className="recentPeople">
      <div className="recentTitle">
        <h2 id="recent-people" className="facetTitle">
          <IconHistory size={14} aria-hidden /> {t('desk.recent')}
        </h2>
        <button type="button" className="linkButton small" onClick={() => clear.mutate()} disabled={clear.isPending}>
          {t('desk.clearRecent')}
        </button>
      </div>
      <ul className="plainList recentList">
        {recent.data.items.slice(0, 8).map((one) => (
          <li key={one.masterId}>
            <Link to="/people/$id" params={{ id: one.masterId }} className="recentPerson surface">
              <Recent one={one} />
            </Link>
          </li>
        ))}
      </ul>
    </section>
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
