import { defineConfig } from 'vitest/config';

/**
 * The tests, on the built files: then what tests call themselves and what the processes and threads
 * that they start run is the same code, and Node counts all of it (NODE_V8_COVERAGE).
 */
export default defineConfig({
  resolve: {
    alias: [{ find: /^((?:\.\.\/)+)src\/(.+)\.ts$/u, replacement: '$1dist/$2.js' }],
  },
  test: {
    include: ['test/{run,text,fire,cli,cases}/**/*.test.ts'],
    // Found by its look in the sources: nothing to count, and slow.
    exclude: ['test/fire/regular-expressions.test.ts'],
    setupFiles: ['test/coverage/take-coverage.ts'],
    server: { deps: { external: [/\/dist\//u] } },
    // Counting makes everything slower.
    testTimeout: 300_000,
    maxWorkers: 2,
  },
});
