import '@fontsource-variable/inter/index.css';
import 'virtual:mantine-styles';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallFailed } from './api';
import { ownPage } from './login';
import { makeRouter } from './routes';
import { watchSession } from './session';
import { startTexts } from './texts';
import { theme } from './theme';

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      // What the service refuses it refuses again; only a service that is away is asked twice.
      retry: (failures, fault) => failures < 2 && (!(fault instanceof CallFailed) || fault.status === 0),
      staleTime: 5_000,
      refetchOnWindowFocus: false,
    },
  },
});
const router = makeRouter(queries);
watchSession(queries, () => {
  const next = ownPage(router.state.location.href);
  router.navigate({ to: '/login', search: { ended: 'yes', ...(next === '/' ? {} : { next }) } });
});

// The word by which the service lets this page's own style elements count: Mantine asks for it, and whatever holds the page behind a dialog.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce;
Object.assign(window, { __webpack_nonce__: nonce });

const root = document.getElementById('root');
if (root) {
  await startTexts();
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto" getStyleNonce={() => nonce ?? ''}>
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
