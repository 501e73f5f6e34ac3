import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

/** The role as which the application connects to the embedded database. */
export const APPLICATION_ROLE = 'mingsuan_app';

/** First key of the lock that orders those who grant rights in one database. */
const LOCK = 7_302;
const ATTEMPTS = 20;
const RETRY_MS = 25;
/** Roles belong to the whole server: somebody in another of its databases makes or alters the same one just now. */
const AT_ONCE = ['42710', '23505', 'XX000', '40001', '40P01'];

/** What the application reads of the log and never writes by itself. */
const READ_ONLY = ['audit_heads', 'audit_checkpoints', '_prisma_migrations'];

/**
 * The statements that give a role what the application needs and no more: rows of all tables, present and future, but
 * of the audit log only reading and appending. They may be run any number of times.
 */
export function grantStatements(role: string): readonly string[] {
  const name = pg.escapeIdentifier(role);
  const closed = ['audit_events', ...READ_ONLY].join(', ');
  return [
    `GRANT USAGE ON SCHEMA public TO ${name}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${name}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${name}`,
    `REVOKE ALL ON ${closed} FROM ${name}`,
    `GRANT SELECT, INSERT ON audit_events TO ${name}`,
    `GRANT SELECT ON ${READ_ONLY.join(', ')} TO ${name}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO ${name}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO ${name}`,
  ];
}

/** Grants an existing role the application's rights, as the owner whom `ownerUrl` names. */
export async function grantRights(ownerUrl: string, role: string): Promise<void> {
  await persistently(() =>
    asOwner(ownerUrl, async (client) => {
      for (const statement of grantStatements(role)) await client.query(statement);
    }),
  );
}

/** Makes the role where there is none, with this password, grants it its rights, and returns its URL. */
export async function prepareApplicationRole(ownerUrl: string, role: string, password: string): Promise<string> {
  const name = pg.escapeIdentifier(role);
  await persistently(() =>
    asOwner(ownerUrl, async (client) => {
      const { rowCount } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
      if (!rowCount) await client.query(`CREATE ROLE ${name}`);
      await client.query(
        `ALTER ROLE ${name} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS PASSWORD ${pg.escapeLiteral(password)}`,
      );
      for (const statement of grantStatements(role)) await client.query(statement);
    }),
  );
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = password;
  return url.href;
}

/** Takes a role away with all its rights in this database: what a test run made it ends with. */
export async function dropApplicationRole(ownerUrl: string, role: string): Promise<void> {
  const name = pg.escapeIdentifier(role);
  await persistently(() =>
    asOwner(ownerUrl, async (client) => {
      await client.query(`DROP OWNED BY ${name}`);
      await client.query(`DROP ROLE ${name}`);
    }),
  );
}

/** Whether the role of `url` could change the audit log, but for its triggers. */
export async function mayChangeLog(url: string): Promise<boolean> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ may: boolean }>(
      `SELECT has_table_privilege('audit_events', 'UPDATE') OR has_table_privilege('audit_events', 'DELETE')
           OR has_table_privilege('audit_events', 'TRUNCATE') AS may`,
    );
    return rows[0]?.may ?? true;
  });
}

/** The password kept in `folder`, made at the first start; two starts at once agree on one. */
export function keptPassword(folder: string): string {
  const file = path.join(folder, 'app-password');
  const kept = readIfThere(file);
  if (kept) return kept;
  mkdirSync(folder, { recursive: true });
  const unfinished = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(unfinished, randomBytes(24).toString('base64url'), { mode: 0o600 });
  try {
    linkSync(unfinished, file); // fails where another start was faster
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(unfinished, { force: true });
  }
  return readFileSync(file, 'utf8');
}

function readIfThere(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
    throw error;
  }
}

async function persistently(work: () => Promise<void>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (attempt >= ATTEMPTS || !AT_ONCE.includes((error as { code?: string }).code ?? '')) throw error;
      await sleep(RETRY_MS * (1 + Math.random()));
    }
  }
}

async function asOwner(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  await withClient(url, async (client) => {
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock($1)', [LOCK]);
    await work(client);
    await client.query('COMMIT');
  });
}

async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const target = new URL(url);
  target.searchParams.delete('schema'); // Prisma's own parameter
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query fails as well
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
