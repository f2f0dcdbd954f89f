import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { mantineStyles } from './mantineStyles.ts';
import { words } from './words.ts';

/** The service to develop against: UHR_SERVICE=http://127.0.0.1:8080 npm run dev */
const service = process.env.UHR_SERVICE ?? 'http://127.0.0.1:8080';
const passedOn = ['/api', '/oauth2', '/logout', '/actuator'];

const FIRST_FONTS = /inter-(latin|vietnamese)-wght-normal-.*\.woff2$/;
const FIRST_CHUNKS = /assets\/(_virtual_words-vi-first|SearchPage)-.*\.js$/;

/** Lets what most visits need be fetched beside the script that names it: fonts, Vietnamese words, the search page. */
function fetchedFirst(): Plugin {
  const link = (attrs: Record<string, string | boolean>) => ({ tag: 'link', attrs, injectTo: 'head' as const });
  return {
    name: 'fetched-first',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const files = Object.keys(bundle ?? {});
        return [
          ...files
            .filter((file) => FIRST_FONTS.test(file))
            .map((file) =>
              link({ rel: 'preload', href: `/${file}`, as: 'font', type: 'font/woff2', crossorigin: true }),
            ),
          ...files
            .filter((file) => FIRST_CHUNKS.test(file))
            .map((file) => link({ rel: 'modulepreload', href: `/${file}`, crossorigin: true })),
        ];
      },
    },
  };
}

export default defineConfig({
  plugins: [react(), mantineStyles(import.meta.dirname), words(`${import.meta.dirname}/src/texts`), fetchedFirst()],
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
