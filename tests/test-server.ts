import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { applyMigrations } from '../scripts/migrate/apply-migrations.ts';
import { startCluster, uniqueName } from '../scripts/postgres/cluster.ts';

/** A server for one run of tests, with an empty migrated database that each test file copies. */
export type TestServer = {
  readonly templateUrl: string;
  close(): Promise<void>;
};

/**
 * Starts a throw-away PostgreSQL in a temporary folder, or uses the server of TEST_DATABASE_URL, whose user must be
 * allowed to create databases. Every run makes its own databases and drops them, so that several can run at once.
 */
export async function openTestServer(): Promise<TestServer> {
  const external = process.env.TEST_DATABASE_URL;
  const server = external ? { url: external, stop: async () => {} } : await startThrowAway();
  const templateUrl = await createDatabase(server.url, uniqueName('mingsuan_template'));
  try {
    await applyMigrations(templateUrl);
  } catch (error) {
    await server.stop();
    throw error;
  }
  return {
    templateUrl,
    async close() {
      if (external) await dropDatabase(templateUrl);
      await server.stop();
    },
  };
}

async function startThrowAway(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-test-'));
  chmodSync(folder, 0o755); // as root the server runs under another account
  const cluster = await startCluster({ folder: path.join(folder, 'pg'), database: 'empty', durability: 'throw-away' });
  // A run that ends early does not get to `stop`; the server may still write its last while we remove its folder.
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  process.once('exit', remove);
  return {
    url: cluster.url,
    async stop() {
      await cluster.stop();
      process.removeListener('exit', remove);
      remove();
    },
  };
}

/** Creates a database on the server of `url`, as a copy of `template` if given, and returns its URL. */
export async function createDatabase(url: string, name: string, template?: string): Promise<string> {
  const copied = template ? ` template ${pg.escapeIdentifier(template)}` : '';
  await onMaintenance(url, `create database ${pg.escapeIdentifier(name)}${copied}`);
  const made = new URL(url);
  made.pathname = `/${name}`;
  return made.href;
}

/** Drops the database that `url` names, and with it the connections that are still open. */
export async function dropDatabase(url: string): Promise<void> {
  await onMaintenance(url, `drop database if exists ${pg.escapeIdentifier(nameOf(url))} with (force)`);
}

export function nameOf(url: string): string {
  return decodeURIComponent(new URL(url).pathname.slice(1));
}

async function onMaintenance(url: string, statement: string): Promise<void> {
  const maintenance = new URL(url);
  maintenance.pathname = '/postgres';
  maintenance.searchParams.delete('schema');
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
