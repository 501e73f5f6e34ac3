import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { ExpectedFailure } from '../expected-failure.ts';
import { program, reachableDataFolder, type ServerAccount, serverAccount, serverPrograms } from './binaries.ts';
import { createDataFolder, dataOf, passwordOf, SUPERUSER } from './data-folder.ts';
import { explainServerLog } from './explain-failure.ts';
import { freePort, whyNotListen } from './free-port.ts';
import { type ServerProcess, spawnServer, stopServer } from './server-process.ts';
import { isAlive, joinUsers, type Usage } from './usage.ts';

/** A running PostgreSQL of our own; `url` names its database, `folder` holds its data. */
export type Cluster = {
  readonly url: string;
  readonly folder: string;
  /** Ends our use of it; the last user stops the server. */
  stop(): Promise<void>;
  /** Calls back once if the server dies while we use it, with a sentence that says why. */
  onDeath(tell: (sentence: string) => void): void;
};

export type ClusterOptions = {
  readonly folder: string;
  readonly database: string;
  /** 'safe' survives a power cut; 'throw-away' is for tests and may lose everything. */
  readonly durability: 'safe' | 'throw-away';
  /** Taken when free, so that other tools find the database at the same place each time. */
  readonly preferredPort?: number;
};

type Place = { folder: string; programs: string; account: ServerAccount; options: ClusterOptions };

const LOCK_RETRIES = 40;
const LOCK_RETRY_MS = 250;
/** Another process started a server that we joined: it tells us nothing. */
const JOINED_POLL_MS = 500;

/**
 * Starts the cluster in `options.folder`, made on first use, or joins the one that already runs there: one that a
 * killed process left behind, or that another command uses now.
 */
export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const account = serverAccount();
  const programs = serverPrograms(account);
  const folder = reachableDataFolder(path.resolve(options.folder), account);
  const place: Place = { folder, programs, account, options };
  await createDataFolder(place.folder, { programs, account, sync: options.durability === 'safe' });

  // From here on nobody else stops the server: whoever ends meanwhile sees that we use it.
  const usage = joinUsers(place.folder);
  try {
    return await joinOrStart(place, usage);
  } catch (error) {
    usage.leave();
    throw error;
  }
}

async function joinOrStart(place: Place, usage: Usage): Promise<Cluster> {
  for (let attempt = 0; attempt < LOCK_RETRIES; attempt += 1) {
    const cluster = (await joinRunning(place, usage)) ?? (await startServer(place, usage));
    if (cluster !== 'locked') return cluster;
    await sleep(LOCK_RETRY_MS); // another process starts it at this moment, or a killed one is not quite gone
  }
  throw new ExpectedFailure(
    `Another PostgreSQL holds ${place.folder} and does not answer: end it and start again. 数据目录被另一个没有响应的 PostgreSQL 占用。`,
  );
}

async function joinRunning(place: Place, usage: Usage): Promise<Cluster | undefined> {
  const running = readLockFile(place.folder);
  if (!running || !(await answers(place, running.port))) return undefined;
  await ensureDatabase(place, running.port);
  return clusterOf(place, usage, running.port, running.pid, undefined);
}

async function startServer(place: Place, usage: Usage): Promise<Cluster | 'locked'> {
  const { preferredPort } = place.options;
  const usual = preferredPort && (await whyNotListen(preferredPort, '127.0.0.1')) === undefined;
  const port = usual ? preferredPort : await freePort();
  const server = spawnServer({
    command: program(place.programs, 'postgres'),
    account: place.account,
    data: dataOf(place.folder),
    port,
    durable: place.options.durability === 'safe',
  });
  const outcome = await server.ready(() => answers(place, port));
  if (outcome === 'locked') return 'locked';
  if (outcome === 'failed') throw new ExpectedFailure(explainServerLog(server.log()));
  await ensureDatabase(place, port);
  return clusterOf(place, usage, port, server.pid, server);
}

function clusterOf(place: Place, usage: Usage, port: number, pid: number, server: ServerProcess | undefined): Cluster {
  let released = false;
  const onExit = () => {
    // Last resort, when the process ends without a call of stop: nothing asynchronous can run here.
    if (!released && usage.leave() && isAlive(pid)) process.kill(pid, 'SIGINT');
  };
  process.once('exit', onExit);
  return {
    url: urlOf(place, port, place.options.database),
    folder: place.folder,
    async stop() {
      if (released) return;
      released = true;
      process.removeListener('exit', onExit);
      if (usage.leave()) await stopServer(pid, program(place.programs, 'pg_ctl'), dataOf(place.folder));
    },
    onDeath(tell) {
      if (server) {
        server.onExit(() => {
          if (!released) tell(explainServerLog(server.log()));
        });
        return;
      }
      const watch = setInterval(() => {
        if (!released && isAlive(pid)) return;
        clearInterval(watch);
        if (!released) tell('The embedded PostgreSQL was stopped by another program. 内置 PostgreSQL 被其他程序停止。');
      }, JOINED_POLL_MS);
      watch.unref();
    },
  };
}

function urlOf(place: Place, port: number, database: string): string {
  return `postgresql://${SUPERUSER}:${passwordOf(place.folder)}@127.0.0.1:${port}/${database}`;
}

/** The process and port that the server wrote into its lock file; the file outlives a killed server. */
function readLockFile(folder: string): { pid: number; port: number } | undefined {
  const file = path.join(dataOf(folder), 'postmaster.pid');
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, 'utf8').split('\n');
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  return pid > 0 && port > 0 ? { pid, port } : undefined;
}

/** Whether the server on this port is the one of this folder and takes queries. */
async function answers(place: Place, port: number): Promise<boolean> {
  try {
    return await withClient(urlOf(place, port, 'postgres'), async (client) => {
      const { rows } = await client.query<{ data_directory: string }>('show data_directory');
      const served = rows[0]?.data_directory;
      return served !== undefined && realpathSync(served) === realpathSync(dataOf(place.folder));
    });
  } catch {
    return false;
  }
}

async function ensureDatabase(place: Place, port: number): Promise<void> {
  const { database } = place.options;
  await withClient(urlOf(place, port, 'postgres'), async (client) => {
    // Two starts at once would both find it missing; the lock ends with the connection.
    await client.query('select pg_advisory_lock(1)');
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [database]);
    if (!rowCount) await client.query(`create database ${pg.escapeIdentifier(database)}`);
  });
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 2000 });
  client.on('error', () => {}); // a server that stops meanwhile: the query itself fails as well
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A name for a database of a test run that no other run uses. */
export function uniqueName(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString('hex')}`;
}
