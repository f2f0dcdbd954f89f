import { Button, Collapse, NativeSelect } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconBookmark, IconFileDownload } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api';
import type { SavedSearch } from '../api/search';
import { AtOnce } from '../parts/AtOnce';
import { Facets } from '../parts/Facets';
import { Hit } from '../parts/Hit';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { Bounds } from '../parts/search/Bounds';
import { RecentPeople, SavedSearches } from '../parts/search/Desk';
import { Found } from '../parts/search/Found';
import { SearchBox } from '../parts/search/SearchBox';
import { SearchFault } from '../parts/search/SearchFault';
import { filterCount, parameters, type SearchState, SORTS, type Sort, withoutFilters } from '../searchState';
import { useMe } from '../session';
import { allWords } from '../texts';

// Dialogs are fetched when they are first asked for, and their words with them.
const SaveDialog = lazy(async () => {
  const [{ SaveDialog }] = await Promise.all([import('../parts/search/SaveDialog'), allWords()]);
  return { default: SaveDialog };
});
const ExportDialog = lazy(async () => {
  const [{ ExportDialog }] = await Promise.all([import('../parts/search/ExportDialog'), allWords()]);
  return { default: ExportDialog };
});

type Dialog = { kind: 'save'; kept: SavedSearch | null } | { kind: 'export' };

export function SearchPage() {
  const { t } = useTranslation();
  const me = useMe();
  if (me && !me.maySearch) {
    return (
      <section className="surface empty">
        <PageTitle title={t('noAccess.title')} />
        <p className="quiet">{t('noAccess.body')}</p>
      </section>
    );
  }
  return <SearchForm />;
}

function SearchForm() {
  const { t } = useTranslation();
  const state: SearchState = useSearch({ from: '/shell/' });
  const navigate = useNavigate();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const list = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLInputElement>(null);

  const change = (next: SearchState) => navigate({ to: '/', search: next, replace: true });
  const found = useInfiniteQuery({
    queryKey: ['search', state],
    queryFn: ({ pageParam, signal }) => api.search(parameters(state, pageParam), signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  });
  useSlashFocuses(box);

  const first = found.data?.pages[0];
  const asked = Boolean(state.q) || filterCount(state) > 0;
  return (
    <>
      <PageTitle title={t('search.title')} hidden />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the box and the links in it */}
      <div onKeyDown={(event) => moveFocus(event, box.current, list.current)} ref={list}>
        <SearchBox state={state} change={change} box={box} busy={found.isFetching} />
        <div className="searchLayout" style={{ marginTop: '1.25rem' }}>
          <aside aria-label={t('search.filters')}>
            <SavedSearches edit={(kept) => setDialog({ kind: 'save', kept })} />
            <Filters state={state} change={change}>
              <Facets facets={first?.facets ?? []} state={state} change={change} />
            </Filters>
          </aside>
          <section aria-label={t('search.results')} aria-busy={found.isFetching}>
            <AtOnce>
              {asked ? null : <RecentPeople />}
              <Toolbar state={state} change={change} open={setDialog} mayExport={(first?.total ?? 0) > 0} />
              {found.error ? <SearchFault fault={found.error} state={state} retry={() => found.refetch()} /> : null}
              {found.isPending ? <Loading /> : null}
              {first && !found.error ? <Found first={first} typed={asked} /> : null}
              {first && !found.error && first.hits.length > 0 ? (
                <>
                  <ul className="surface hits">
                    {found.data?.pages
                      .flatMap((page) => page.hits)
                      .map((hit) => (
                        <li key={hit.masterId}>
                          <Hit hit={hit} />
                        </li>
                      ))}
                  </ul>
                  {found.hasNextPage ? (
                    <Button
                      mt="md"
                      variant="default"
                      loading={found.isFetchingNextPage}
                      onClick={() => found.fetchNextPage()}
                    >
                      {t('search.more')}
                    </Button>
                  ) : null}
                </>
              ) : null}
            </AtOnce>
          </section>
        </div>
      </div>
      <Suspense fallback={null}>
        {dialog?.kind === 'save' ? <SaveDialog state={state} kept={dialog.kept} close={() => setDialog(null)} /> : null}
        {dialog?.kind === 'export' ? (
          <ExportDialog state={state} total={first?.total ?? 0} close={() => setDialog(null)} />
        ) : null}
      </Suspense>
    </>
  );
}

/** The filters: beside the list where there is room, else behind a button. */
function Filters({
  state,
  change,
  children,
}: {
  state: SearchState;
  change: (next: SearchState) => void;
  children: React.ReactNode;
}) {
  const { t } = useTranslation();
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [open, setOpen] = useState(false);
  const filters = filterCount(state);
  return (
    <>
      {wide ? null : (
        <Button
          variant="default"
          size="xs"
          leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {t('search.filters')}
          {filters > 0 ? ` (${filters})` : ''}
        </Button>
      )}
      <Collapse expanded={wide || open} transitionDuration={0}>
        <div style={{ paddingTop: wide ? 0 : '0.75rem' }}>
          {filters > 0 ? (
            <Button variant="subtle" size="compact-sm" mb="sm" onClick={() => change(withoutFilters(state))}>
              {t('search.clearFilters')}
            </Button>
          ) : null}
          <Bounds state={state} change={change} />
          {children}
        </div>
      </Collapse>
    </>
  );
}

function Toolbar({
  state,
  change,
  open,
  mayExport,
}: {
  state: SearchState;
  change: (next: SearchState) => void;
  open: (dialog: Dialog) => void;
  mayExport: boolean;
}) {
  const { t } = useTranslation();
  return (
    <div className="searchTools">
      <div className="sortBy small">
        <label className="quiet" htmlFor="sort-by">
          {t('desk.sort')}
        </label>
        <NativeSelect
          id="sort-by"
          size="xs"
          value={state.sort ?? SORTS[0]}
          onChange={(event) => {
            const { sort: _, ...others } = state;
            const sort = event.currentTarget.value as Sort;
            change(sort === SORTS[0] ? others : { ...others, sort });
          }}
          data={SORTS.map((sort) => ({
            value: sort,
            label: t(sort === 'relevance' && !state.q ? 'desk.sorts.lastChange' : `desk.sorts.${sort}`),
          })).filter(({ value }) => state.q || value !== 'lastChange' || state.sort === 'lastChange')}
        />
      </div>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconBookmark size={15} aria-hidden />}
        disabled={!state.q && filterCount(state) === 0}
        onClick={() => open({ kind: 'save', kept: null })}
      >
        {t('desk.save')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconFileDownload size={15} aria-hidden />}
        disabled={!mayExport}
        onClick={() => open({ kind: 'export' })}
      >
        {t('desk.exportOpen')}
      </Button>
    </div>
  );
}

/** The key / leads to the box from wherever nothing is being typed. */
function useSlashFocuses(box: React.RefObject<HTMLInputElement | null>) {
  useEffect(() => {
    const onKey = (event: globalThis.KeyboardEvent) => {
      const typing =
        event.target instanceof HTMLElement && event.target.matches('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || typing || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      box.current?.focus();
      box.current?.select();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [box]);
}

/** Down from the box to the first person, up and down among them, up from the first back to the box. */
function moveFocus(event: KeyboardEvent, box: HTMLInputElement | null, within: HTMLElement | null) {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  const links = [...(within?.querySelectorAll<HTMLElement>('[data-hit]') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const inBox = document.activeElement === box;
  if (links.length === 0 || (at === -1 && !inBox)) return;
  event.preventDefault();
  if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
  else if (at === 0) box?.focus();
  else if (at > 0) links[at - 1]?.focus();
}
