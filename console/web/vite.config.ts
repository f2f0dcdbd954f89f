import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** The service to develop against: UHR_SERVICE=http://127.0.0.1:8080 npm run dev */
const service = process.env.UHR_SERVICE ?? 'http://127.0.0.1:8080';
const passedOn = ['/api', '/oauth2', '/logout', '/actuator'];

/** Lets the fonts of Vietnamese text be fetched beside the styles that name them, so that no text changes its shape. */
function fontsFirst(): Plugin {
  return {
    name: 'fonts-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) =>
        Object.keys(bundle ?? {})
          .filter((file) => /inter-(latin|vietnamese)-wght-normal-.*\.woff2$/.test(file))
          .map((file) => ({
            tag: 'link',
            attrs: { rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true },
            injectTo: 'head' as const,
          })),
    },
  };
}

export default defineConfig({
  plugins: [react(), fontsFirst()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // No source maps in the jar; the sources stand beside it.
    sourcemap: false,
    manifest: true,
    chunkSizeWarningLimit: 900,
  },
  server: {
    proxy: {
      ...Object.fromEntries(passedOn.map((path) => [path, { target: service }])),
      // The page of that name is ours; only its form goes to the service.
      '/login': { target: service, bypass: (request) => (request.method === 'POST' ? undefined : '/index.html') },
    },
  },
  test: { environment: 'node', include: ['src/**/*.test.ts'] },
});
