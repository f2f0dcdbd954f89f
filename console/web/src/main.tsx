import '@fontsource-variable/inter/index.css';
import '@mantine/core/styles.css';
import './app.css';
import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { CallFailed } from './api';
import { makeRouter } from './routes';
import { startTexts } from './texts';
import { theme } from './theme';

startTexts();

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

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} defaultColorScheme="auto">
        <QueryClientProvider client={queries}>
          <RouterProvider router={makeRouter(queries)} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
