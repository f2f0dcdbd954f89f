import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

/** The service to develop against: UHR_SERVICE=http://127.0.0.1:8080 npm run dev */
const service = process.env.UHR_SERVICE ?? 'http://127.0.0.1:8080';
const passedOn = ['/api', '/oauth2', '/logout', '/actuator'];

export default defineConfig({
  plugins: [react()],
  build: {
    target: 'es2022',
    assetsInlineLimit: 0,
    // No source maps in the jar; the sources stand beside it.
    sourcemap: false,
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
