import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import type { Me } from './api';
import { ownPage } from './login';
import { entriesFor } from './navigation';
import { lazyPage } from './pagesThere';
import { Failure } from './parts/Failure';
import { Loading } from './parts/Loading';
import { Shell } from './parts/Shell';
import { parseAddress, readState, writeAddress } from './searchState';
import { may, whoIsThere } from './session';
import { readQueue } from './steward/queue';

/** The pages and their addresses, each fetched when it is first opened. All but the login page ask first who is there. */
export function makeRouter(queries: QueryClient) {
  const root = createRootRoute({ notFoundComponent: lazyPage('NotFoundPage') });

  const login = createRoute({
    getParentRoute: () => root,
    path: '/login',
    validateSearch: (given: Record<string, unknown>): { next?: string; ended?: string; problem?: string } => ({
      ...(typeof given.next === 'string' ? { next: ownPage(given.next) } : {}),
      ...(given.ended === 'yes' ? { ended: 'yes' } : {}),
      ...(typeof given.problem === 'string' ? { problem: given.problem } : {}),
    }),
    component: lazyPage('LoginPage'),
  });

  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    beforeLoad: async ({ location }): Promise<{ me: Me }> => {
      const me = await whoIsThere(queries);
      if (me === null) throw redirect({ to: '/login', search: location.href === '/' ? {} : { next: location.href } });
      return { me };
    },
    errorComponent: ({ error, reset }) => <Failure fault={error} retry={reset} />,
    component: Shell,
  });

  const search = createRoute({
    getParentRoute: () => shell,
    path: '/',
    validateSearch: readState,
    // Who may not search starts at the first page that is of use.
    beforeLoad: ({ context }) => {
      const [first] = entriesFor(context.me);
      if (first && first.to !== '/' && !may(context.me, 'GET /api/v1/search')) throw redirect({ to: first.to });
    },
    component: lazyPage('SearchPage'),
  });
  const person = createRoute({
    getParentRoute: () => shell,
    path: '/people/$id',
    // The time of the past at which the record is shown, as an instant.
    validateSearch: (given: Record<string, unknown>): { at?: string } =>
      typeof given.at === 'string' && !Number.isNaN(Date.parse(given.at)) ? { at: given.at } : {},
    component: lazyPage('PersonPage'),
  });

  const rights = createRoute({
    getParentRoute: () => shell,
    path: '/people/$id/rights',
    component: lazyPage('RightsPage'),
  });

  // Stewards and supervisors
  const tasks = createRoute({
    getParentRoute: () => shell,
    path: '/tasks',
    validateSearch: readQueue,
    component: lazyPage('TasksPage'),
  });
  const task = createRoute({
    getParentRoute: () => shell,
    path: '/tasks/$id',
    validateSearch: readQueue,
    component: lazyPage('TaskPage'),
  });
  const approvals = createRoute({
    getParentRoute: () => shell,
    path: '/approvals',
    component: lazyPage('ApprovalsPage'),
  });
  const decision = createRoute({
    getParentRoute: () => shell,
    path: '/decisions/$id',
    component: lazyPage('DecisionPage'),
  });
  const models = createRoute({ getParentRoute: () => shell, path: '/models', component: lazyPage('ModelsPage') });
  const quality = createRoute({ getParentRoute: () => shell, path: '/quality', component: lazyPage('QualityPage') });

  // The office as a whole
  const dashboard = createRoute({
    getParentRoute: () => shell,
    path: '/dashboard',
    component: lazyPage('DashboardPage'),
  });
  const behindNumber = createRoute({
    getParentRoute: () => shell,
    path: '/dashboard/$figure',
    component: lazyPage('BehindNumberPage'),
  });
  const pipeline = createRoute({ getParentRoute: () => shell, path: '/pipeline', component: lazyPage('PipelinePage') });
  const wall = createRoute({ getParentRoute: () => shell, path: '/wall', component: lazyPage('WallPage') });

  // Oversight
  const audit = createRoute({ getParentRoute: () => shell, path: '/audit', component: lazyPage('AuditPage') });
  const users = createRoute({ getParentRoute: () => shell, path: '/users', component: lazyPage('UsersPage') });

  return createRouter({
    routeTree: root.addChildren([
      login,
      shell.addChildren([
        search,
        person,
        rights,
        tasks,
        task,
        approvals,
        decision,
        models,
        quality,
        dashboard,
        behindNumber,
        pipeline,
        wall,
        audit,
        users,
      ]),
    ]),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    scrollRestoration: true,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultPendingMs: 400,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
