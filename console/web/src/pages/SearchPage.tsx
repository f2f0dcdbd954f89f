import { Alert, Button, CloseButton, Collapse, Kbd, Loader, TextInput } from '@mantine/core';
import { useDebouncedValue, useMediaQuery } from '@mantine/hooks';
import { IconAdjustmentsHorizontal, IconSearch } from '@tabler/icons-react';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type SearchAnswer } from '../api';
import { count, time } from '../format';
import { reading } from '../highlights';
import { Facets } from '../parts/Facets';
import { Failure } from '../parts/Failure';
import { Hit } from '../parts/Hit';
import { Loading } from '../parts/Loading';
import { PageTitle } from '../parts/PageTitle';
import { filterCount, parameters, type SearchState } from '../searchState';
import { useMe } from '../session';

const PAUSE_WHILE_TYPING = 180;

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
  const wide = useMediaQuery('(min-width: 62em)', true, { getInitialValueInEffect: false });
  const [filtersOpen, setFiltersOpen] = useState(false);
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
  const filters = filterCount(state);
  return (
    <>
      <PageTitle title={t('search.title')} hidden />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the box and the links in it */}
      <div onKeyDown={(event) => moveFocus(event, box.current, list.current)} ref={list}>
        <Box state={state} change={change} box={box} busy={found.isFetching} />
        <div className="searchLayout" style={{ marginTop: '1.25rem' }}>
          <aside aria-label={t('search.filters')}>
            {wide ? null : (
              <Button
                variant="default"
                size="xs"
                leftSection={<IconAdjustmentsHorizontal size={16} aria-hidden />}
                aria-expanded={filtersOpen}
                onClick={() => setFiltersOpen(!filtersOpen)}
              >
                {t('search.filters')}
                {filters > 0 ? ` (${filters})` : ''}
              </Button>
            )}
            <Collapse expanded={wide || filtersOpen} transitionDuration={0}>
              <div style={{ paddingTop: wide ? 0 : '0.75rem' }}>
                {filters > 0 ? (
                  <Button
                    variant="subtle"
                    size="compact-sm"
                    mb="sm"
                    onClick={() => change(state.q ? { q: state.q } : {})}
                  >
                    {t('search.clearFilters')}
                  </Button>
                ) : null}
                <Facets facets={first?.facets ?? []} state={state} change={change} />
              </div>
            </Collapse>
          </aside>
          <section aria-label={t('search.results')} aria-busy={found.isFetching}>
            {found.error ? <Failure fault={found.error} retry={() => found.refetch()} /> : null}
            {found.isPending ? <Loading /> : null}
            {first && !found.error ? <Found first={first} typed={Boolean(state.q)} /> : null}
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
          </section>
        </div>
      </div>
    </>
  );
}

function Box({
  state,
  change,
  box,
  busy,
}: {
  state: SearchState;
  change: (next: SearchState) => void;
  box: React.RefObject<HTMLInputElement | null>;
  busy: boolean;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(state.q ?? '');
  const [settled] = useDebouncedValue(typed, PAUSE_WHILE_TYPING);
  const sent = useRef(state.q ?? '');

  useEffect(() => {
    const text = settled.trim();
    if (text === sent.current) return;
    sent.current = text;
    const { q: _, ...filters } = state;
    change(text === '' ? filters : { ...filters, q: text });
  }, [settled]);

  useEffect(() => {
    const q = state.q ?? '';
    if (q !== sent.current) {
      sent.current = q; // the back button, or a link
      setTyped(q);
    }
  }, [state.q]);

  const right = busy ? (
    <Loader size={18} aria-hidden />
  ) : typed ? (
    <CloseButton aria-label={t('search.clear')} onClick={() => setTyped('')} />
  ) : (
    <Kbd aria-hidden>/</Kbd>
  );
  return (
    <search>
      <TextInput
        ref={box}
        size="lg"
        type="text"
        inputMode="search"
        aria-label={t('search.label')}
        aria-describedby="search-hint"
        placeholder={t('search.placeholder')}
        leftSection={<IconSearch size={20} aria-hidden />}
        rightSection={right}
        autoComplete="off"
        spellCheck={false}
        autoFocus
        maxLength={500}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <p id="search-hint" className="quiet small" style={{ margin: '0.4rem 0 0' }}>
        {t('search.hint')} <span className="wideOnly">{t('search.keys')}</span>
      </p>
    </search>
  );
}

function Found({ first, typed }: { first: SearchAnswer; typed: boolean }) {
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
        <div className="surface empty" style={{ marginTop: '0.75rem' }}>
          <strong>{t('search.none')}</strong>
          <p className="quiet" style={{ margin: '0.4rem 0 0' }}>
            {t('search.noneHint')}
          </p>
        </div>
      ) : null}
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
