import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router';
import i18next from 'i18next';
import { type ComponentType, createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { I18nextProvider } from 'react-i18next';
import { beforeAll, describe, expect, it } from 'vitest';
import { CallFailed } from './api';
import type { Task } from './api/steward';
import { ApprovalsPage } from './pages/ApprovalsPage';
import { AuditPage } from './pages/AuditPage';
import { RecentPeople, SavedSearches } from './parts/search/Desk';
import { Alike } from './parts/steward/Alike';
import { Neighbours } from './parts/steward/Neighbours';
import { Samples } from './parts/steward/Samples';
import vi from './texts/vi.json' with { type: 'json' };

const TASK = { id: 4, version: 2 } as Task;
const NOTHING_AROUND = { records: [], ties: [], linkBits: 0, left: 0 };
const none = () => undefined;

/** A list, the key under which it is fetched, what an empty one is, and what is said then. */
const LISTS: [string, () => React.ReactElement, unknown[], unknown, string][] = [
  ['saved searches', () => of(SavedSearches, { edit: none }), ['saved-searches'], { items: [] }, vi.desk.noneSaved],
  ['people opened lately', () => of(RecentPeople, {}), ['recent-people'], { items: [] }, vi.desk.noneRecent],
  [
    'tasks alike',
    () => of(Alike, { task: TASK, chosen: [], choose: none }),
    ['alike', 4, 2],
    [],
    vi.steward.alike.none,
  ],
  ['neighbours', () => of(Neighbours, { task: TASK }), ['neighbourhood', 4, 2], NOTHING_AROUND, vi.steward.near.none],
  ['samples', () => of(Samples, {}), ['samples'], [], vi.steward.sample.none],
  ['alerts', () => of(AuditPage, {}), ['audit', 'alerts'], [], vi.audit.noAlerts],
  ['approvals', () => of(ApprovalsPage, {}), ['decisions', 'waiting'], [], vi.steward.approval.none],
  ['latest decisions', () => of(ApprovalsPage, {}), ['decisions', 'latest'], [], vi.steward.decision.none],
];

function of<P extends object>(part: ComponentType<P>, props: P): React.ReactElement {
  return createElement(part, props);
}

beforeAll(() =>
  i18next.init({
    lng: 'vi',
    resources: { vi: { translation: vi } },
    showSupportNotice: false,
    react: { useSuspense: false },
  }),
);

/** What stands on the page while a call is as the last argument makes it. */
function shown(part: () => React.ReactElement, prepare: (queries: QueryClient) => void): string {
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false, retryOnMount: false } } });
  prepare(queries);
  const inPage = createElement(
    I18nextProvider,
    { i18n: i18next },
    createElement(RouterContextProvider, { router, children: part() }),
  );
  const withQueries = createElement(QueryClientProvider, { client: queries }, inPage);
  return renderToStaticMarkup(createElement(MantineProvider, null, withQueries));
}

const router = createRouter({ routeTree: createRootRoute() });
const count = (text: string, part: string) => text.split(part).length - 1;

describe.each(LISTS)('the list of %s', (_, part, key, nothing, words) => {
  const failed = (queries: QueryClient) =>
    queries
      .getQueryCache()
      .build(queries, { queryKey: key })
      .setState({ status: 'error', fetchStatus: 'idle', error: new CallFailed(503, null), errorUpdatedAt: 1 });

  it('says that it could not be loaded, with a way to try again', () => {
    const text = shown(part, failed);
    expect(text).toContain(vi.error.unavailable);
    expect(text).toContain(vi.error.retry);
    expect(text).not.toContain(words);
  });

  it('says while it comes that it is being loaded', () => {
    const coming = shown(part, none);
    expect(count(coming, vi.loading)).toBeGreaterThan(
      count(
        shown(part, (queries) => queries.setQueryData(key, nothing)),
        vi.loading,
      ),
    );
    expect(coming).not.toContain(words);
  });

  it('says that it is empty', () => {
    expect(shown(part, (queries) => queries.setQueryData(key, nothing))).toContain(words);
  });
});
