import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { applyMigrations, migrationHistory } from './apply-migrations.ts';
import { openEngine } from './engine.ts';

useTestDatabase();

/** Runs the Prisma CLI on this file's database, through the stand-in for its schema engine. */
function prisma(...args: string[]) {
  return spawnSync(process.execPath, ['node_modules/prisma/build/index.js', ...args], { encoding: 'utf8' });
}

it('applies each migration once', async () => {
  const rows = await database().$queryRaw<{ migration_name: string }[]>`select migration_name from _prisma_migrations`;
  expect(rows.length).toBeGreaterThan(0);
  expect(await applyMigrations(process.env.DATABASE_URL ?? '')).toEqual([]);
});

it('answers the Prisma CLI, which finds all migrations applied', () => {
  const { status, stdout } = prisma('migrate', 'status');
  expect(stdout).toContain('Database schema is up to date');
  expect(status).toBe(0);
});

it('leaves no difference between the migrated database and prisma/schema', () => {
  const { status, stdout } = prisma(
    'migrate',
    'diff',
    '--from-config-datasource',
    '--to-schema',
    'prisma/schema',
    '--exit-code',
  );
  expect(stdout).toContain('No difference detected');
  expect(status).toBe(0);
});

it('replays the migrations in a shadow database of its own, which it drops', async () => {
  const engine = await openEngine(process.env.DATABASE_URL ?? '');
  const { action } = await engine.devDiagnostic(migrationHistory());
  await engine.close();
  const shadows = await database().$queryRaw<unknown[]>`
    select datname from pg_database where datname like 'prisma_migrate_shadow%'`;
  // "reset" is what it advises when the replayed migrations and the database differ
  expect(action).toEqual({ tag: 'createMigration' });
  expect(shadows).toEqual([]);
});
