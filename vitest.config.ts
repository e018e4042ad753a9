import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';

/** Needs neither a database nor a browser. */
const UNIT = ['bin/**/*.test.mjs', 'libs/**/*.test.ts', 'platform/{contract,i18n,time,config,ui,web}/**/*.test.{ts,tsx}', 'apps/web/**/*.test.{ts,tsx}'];
/** What must hold on every route: real database, no browser. */
const TRUST = ['e2e/trust/**/*.test.ts'];
/** What a person does, in a real browser. */
const BROWSER = ['e2e/!(trust)/**/*.test.ts', 'e2e/*.test.ts', '**/*.browser.test.ts', 'platform/testing/chromium.test.ts'];
const NEVER = ['**/node_modules/**', '**/dist/**'];

// Threads that keep their modules between files: test files share no state but the modules', and start six times faster.
// What is waited for is asked for longer than the runner's one second: a starved machine is not a fault.
const quick = { pool: 'threads', isolate: false, expect: { poll: { timeout: 15_000 } } } as const;

export default defineConfig({
  test: {
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      { test: { ...quick, name: 'unit', include: UNIT, exclude: [...NEVER, ...BROWSER] } },
      {
        test: {
          ...quick,
          name: 'database',
          include: ['{platform,modules,demo,db,bench}/**/*.test.{ts,tsx}', 'apps/{server,cli}/**/*.test.ts', ...TRUST],
          exclude: [...NEVER, ...UNIT, ...BROWSER],
          globalSetup: ['platform/testing/global-setup.ts'],
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          ...quick,
          name: 'browser',
          include: BROWSER,
          exclude: NEVER,
          globalSetup: ['platform/testing/browser-setup.ts', 'platform/testing/global-setup.ts'],
          testTimeout: 60_000,
          // A real browser on a shared machine can be starved for seconds; a fault of the product fails again.
          retry: process.env['CI'] === undefined ? 0 : 2,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
