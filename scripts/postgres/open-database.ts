import path from 'node:path';
import pg from 'pg';
import { ExpectedFailure } from '../expected-failure.ts';
import { applyMigrations } from '../migrate/apply-migrations.ts';
import {
  APPLICATION_ROLE,
  grantRights,
  keptPassword,
  mayChangeLog,
  prepareApplicationRole,
} from './application-role.ts';
import { type Cluster, startCluster } from './cluster.ts';
import { explainConnectionFailure, isDiskFull } from './explain-failure.ts';

export type OpenDatabase = Omit<Server, 'url'> & {
  /** As the application connects: a role that can't change the audit log, where there is one. */
  readonly url: string;
  /** As the owner, who migrates and archives. */
  readonly ownerUrl: string;
  /** Whether the audit log is protected by its triggers alone. */
  readonly byTriggerAlone: boolean;
  /** Names of the migrations that were applied now. */
  readonly applied: readonly string[];
};

/** A server of our own, whose data lie in `folder`, or the one of DATABASE_URL, which has none here. */
type Server = Pick<Cluster, 'url' | 'stop' | 'onDeath'> & { readonly folder?: string };

const OLDEST_SERVER = 15;
const EMBEDDED_PORT = 54329; // the same place each time, so that other tools can be pointed at it

/** Where the embedded database and the secret are kept: .data of the project, or DATA_DIR. */
export function ownFolder(): string {
  return process.env.DATA_DIR ?? '.data';
}

/**
 * Opens the database of DATABASE_URL, or else the embedded one (started, or joined where it runs), brings its schema up
 * to date and sets DATABASE_URL for lib/db/client to the role of the application: of the embedded database its own, of
 * an external one that of APP_DATABASE_URL, or else the owner. For the application's start and for command-line tools; call `stop`
 * at the end. What a setting causes is thrown as an ExpectedFailure.
 */
export async function openDatabase(): Promise<OpenDatabase> {
  const external = process.env.DATABASE_URL;
  const server: Server = external
    ? externalServer(external)
    : await startCluster({
        folder: path.join(ownFolder(), 'pg'),
        database: 'mingsuan',
        durability: 'safe',
        preferredPort: EMBEDDED_PORT,
      });
  try {
    await inspectServer(server.url);
    const applied = await migrate(server.url);
    const url = await applicationUrl(server);
    process.env.DATABASE_URL = url;
    return { ...server, url, ownerUrl: server.url, applied, byTriggerAlone: await mayChangeLog(url) };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function applicationUrl(server: Server): Promise<string> {
  const given = process.env.APP_DATABASE_URL;
  if (server.folder) return prepareApplicationRole(server.url, APPLICATION_ROLE, keptPassword(ownFolder()));
  if (!given) return server.url;
  const { username, pathname } = new URL(externalServer(given).url);
  if (pathname !== new URL(server.url).pathname) {
    throw new ExpectedFailure(
      'APP_DATABASE_URL must name the same database as DATABASE_URL, with another user. APP_DATABASE_URL 应与 DATABASE_URL 指向同一数据库，仅用户不同。',
    );
  }
  try {
    await grantRights(server.url, decodeURIComponent(username));
    await inspectServer(given);
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    throw new ExpectedFailure(explainConnectionFailure(error, given), { cause: error });
  }
  return given;
}

function externalServer(url: string): Server {
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (!parsed || !/^postgres(ql)?:$/.test(parsed.protocol) || parsed.pathname.length < 2) {
    throw new ExpectedFailure(
      'DATABASE_URL is not of the form postgresql://user:password@host:5432/database. DATABASE_URL 格式不正确，应为 postgresql://用户名:密码@主机:端口/数据库名。',
    );
  }
  return { url, stop: async () => {}, onDeath: () => {} };
}

/** Connects once and refuses a server that we cannot work with. */
async function inspectServer(url: string): Promise<void> {
  const target = new URL(url);
  target.searchParams.delete('schema'); // Prisma's own parameter
  const client = new pg.Client({ connectionString: target.href, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {}); // the query fails as well
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number; encoding: string }>(
      `select current_setting('server_version_num')::int / 10000 as version, current_setting('server_encoding') as encoding`,
    );
    const server = rows[0];
    const unfit = server && explainUnfitServer(server.version, server.encoding);
    if (unfit) throw new ExpectedFailure(unfit);
  } catch (error) {
    if (error instanceof ExpectedFailure) throw error;
    throw new ExpectedFailure(explainConnectionFailure(error, url), { cause: error });
  } finally {
    await client.end().catch(() => {});
  }
}

/** Why a server of this version, with a database of this encoding, will not do; undefined: it will. */
export function explainUnfitServer(version: number, encoding: string): string | undefined {
  if (version < OLDEST_SERVER) {
    return `PostgreSQL ${OLDEST_SERVER} or newer is needed, the server of DATABASE_URL is version ${version}. 需要 PostgreSQL ${OLDEST_SERVER} 以上版本，当前服务器为 ${version}。`;
  }
  if (encoding !== 'UTF8') {
    return `The database of DATABASE_URL is encoded in ${encoding}: create one with "encoding 'UTF8'". 数据库编码为 ${encoding}，请使用 UTF8 编码的数据库。`;
  }
  return undefined;
}

async function migrate(url: string): Promise<string[]> {
  try {
    return await applyMigrations(url);
  } catch (error) {
    if (isDiskFull(error)) throw error;
    const message = error instanceof Error ? error.message : String(error);
    const sentence = message.trim().replaceAll(/\s*\n\s*/g, ' ');
    throw new ExpectedFailure(`The database schema could not be brought up to date: ${sentence} 数据库结构升级失败。`, {
      cause: error,
    });
  }
}
