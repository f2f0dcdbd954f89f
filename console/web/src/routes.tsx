import type { QueryClient } from '@tanstack/react-query';
import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { LoginPage } from './pages/LoginPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { PersonPage } from './pages/PersonPage';
import { PipelinePage } from './pages/PipelinePage';
import { SearchPage } from './pages/SearchPage';
import { Failure } from './parts/Failure';
import { Shell } from './parts/Shell';
import { parseAddress, readState, writeAddress } from './searchState';
import { whoIsThere } from './session';

/** The pages and their addresses. All but the login page ask first who is there. */
export function makeRouter(queries: QueryClient) {
  const root = createRootRoute({ notFoundComponent: NotFoundPage });

  const login = createRoute({
    getParentRoute: () => root,
    path: '/login',
    validateSearch: (given: Record<string, unknown>): { next?: string } =>
      typeof given.next === 'string' ? { next: given.next } : {},
    component: LoginPage,
  });

  const shell = createRoute({
    getParentRoute: () => root,
    id: 'shell',
    beforeLoad: async ({ location }) => {
      if ((await whoIsThere(queries)) === null) {
        throw redirect({ to: '/login', search: location.pathname === '/' ? {} : { next: location.pathname } });
      }
    },
    errorComponent: ({ error, reset }) => <Failure fault={error} retry={reset} />,
    component: Shell,
  });

  const search = createRoute({
    getParentRoute: () => shell,
    path: '/',
    validateSearch: readState,
    component: SearchPage,
  });
  const person = createRoute({ getParentRoute: () => shell, path: '/people/$id', component: PersonPage });
  const pipeline = createRoute({ getParentRoute: () => shell, path: '/pipeline', component: PipelinePage });

  return createRouter({
    routeTree: root.addChildren([login, shell.addChildren([search, person, pipeline])]),
    parseSearch: parseAddress,
    stringifySearch: writeAddress,
    scrollRestoration: true,
    defaultPreload: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof makeRouter>;
  }
}
