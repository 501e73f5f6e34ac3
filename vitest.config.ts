import { availableParallelism } from 'node:os';
import path from 'node:path';
import { defineConfig } from 'vitest/config';

const FOLDERS = '{app,components,e2e,lib,prisma,scripts,tests}';

export default defineConfig({
  resolve: { alias: [{ find: /^@\//, replacement: `${path.resolve(import.meta.dirname)}/` }] },
  test: {
    // Left to itself, vitest keeps one processor of two for nothing.
    maxWorkers: availableParallelism(),
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${FOLDERS}/**/*.test.{ts,tsx}`],
          exclude: ['**/node_modules/**', '**/*.db.test.ts', '**/*.app.test.ts'],
          // A property tries hundreds of budgets, on machines that do other work too.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          // The whole application as a process, on the build that `npm test` has made.
          name: 'application',
          include: [`${FOLDERS}/**/*.app.test.ts`],
          exclude: ['**/node_modules/**'],
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'database',
          include: [`${FOLDERS}/**/*.db.test.ts`],
          exclude: ['**/node_modules/**'],
          globalSetup: ['tests/database-setup.ts'],
          // Each file has a database of its own (tests/database.ts), so that files may run side by side.
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
    ],
  },
});
