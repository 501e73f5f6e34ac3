/**
 * `npm start` (and, with --dev, `npm run dev`): database → schema → demonstration data → build → serve.
 *
 *   PORT, HOST        where to serve: 3000 of this machine only; HOST=0.0.0.0 serves the network
 *   DATABASE_URL      a PostgreSQL from version 15 on; without it an embedded one in .data/pg
 *   APP_DATABASE_URL  the same database with a role that can append to the audit log but not change it
 *   NEXTAUTH_SECRET   signs the sessions; without it one is made and kept in .data/secret
 *   DATA_DIR          another place for .data
 *   NEXTAUTH_URL      the address that people type, when it is not http://localhost:PORT
 *   DEMONSTRATION     "off": no demonstration data in an empty database
 *
 * They may also stand in a file .env. Ends cleanly on Ctrl-C, on SIGTERM and when the process that started it is gone.
 */
import { existsSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build, isBuildCurrent, NEXT } from './build.ts';
import { endPrograms, runNode } from './child-processes.ts';
import { loadDemonstrationData } from './demonstration.ts';
import { type OpenDatabase, openDatabase, ownFolder } from './postgres/open-database.ts';
import { explainStartFailure } from './start/explain-start-failure.ts';
import { type Address, readAddress, readSecret } from './start/settings.ts';
import { onEnd } from './watch-parent.ts';

const ROOT = path.join(import.meta.dirname, '..');
const BUILD = process.env.NEXT_DIST_DIR ?? '.next';
/** How long the embedded server's own words may come after the failure that its death causes. */
const LAST_WORDS_MS = 300;
const READY_POLL_MS = 50;

let opening: Promise<void> | undefined;
let database: OpenDatabase | undefined;
let failing = false;
let ending = false;
let lastWords: string | undefined;

function say(step: string): void {
  const seconds = (performance.now() / 1000).toFixed(1);
  console.log(`[${seconds.padStart(5)} s] ${step}`);
}

async function end(code: number): Promise<void> {
  if (ending) return;
  ending = true;
  await endPrograms();
  await Promise.allSettled([opening]); // a server that is just being started is stopped as well
  await database?.stop();
  process.exit(code);
}

async function fail(error: unknown): Promise<void> {
  if (failing || ending) return; // one failure causes others, and what we end ourselves may complain
  failing = true;
  if (database?.folder) await sleep(LAST_WORDS_MS);
  const sentence = lastWords ?? explainStartFailure(error);
  console.error(sentence ?? error);
  await end(1);
}

async function prepareDatabase(): Promise<void> {
  database = await openDatabase();
  say(
    database.folder
      ? `Database: embedded PostgreSQL in ${shown(database.folder)} 内置数据库已启动`
      : 'Database: DATABASE_URL 已连接数据库',
  );
  if (ending) return;
  database.onDeath((sentence) => {
    lastWords = sentence;
    void fail(sentence);
  });
  const { applied, url, byTriggerAlone } = database;
  say(
    applied.length > 0
      ? `Schema: ${applied.length} migrations applied 数据库结构已升级`
      : 'Schema: up to date 数据库结构已是最新',
  );
  if (byTriggerAlone) {
    say(
      'Audit log: protected by triggers alone; APP_DATABASE_URL can name a role without the right to change it 审计日志仅由触发器保护，建议设置 APP_DATABASE_URL',
    );
  }
  if (process.env.DEMONSTRATION !== 'off' && (await loadDemonstrationData(url))) {
    say('Demonstration data loaded; its accounts stand on the sign-in page 演示数据已载入，账号见登录页');
  }
}

/** A folder of the project as it stands in the project, another in full. */
function shown(folder: string): string {
  const inside = path.relative(ROOT, folder);
  return inside.startsWith('..') ? folder : inside;
}

async function prepareBuild(): Promise<void> {
  if (isBuildCurrent(BUILD, ROOT)) return say('Build: up to date 程序已是最新');
  say('Build: started, takes half a minute or so 正在构建，约需半分钟');
  await build(BUILD, ROOT);
  say('Build: done 构建完成');
}

async function serve({ port, host, url }: Address, development: boolean): Promise<void> {
  // Next must not outlive us even when we are killed: it watches its parent as well.
  const args = [
    '--import',
    './scripts/end-with-parent.mjs',
    NEXT,
    development ? 'dev' : 'start',
    '-p',
    String(port),
    '-H',
    host,
  ];
  const served = runNode(args, {
    env: { ...process.env, NODE_ENV: development ? 'development' : 'production' },
    output: 'show',
  });
  void announce(url);
  const { code } = await served;
  await end(code);
}

/** Tells the address once the application answers there. */
async function announce(url: string): Promise<void> {
  while (!ending) {
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return say(`Ready: ${url} 请在浏览器中打开此地址；按 Ctrl-C 结束`);
    await sleep(READY_POLL_MS);
  }
}

async function start(development: boolean): Promise<void> {
  process.chdir(ROOT);
  if (existsSync('.env')) process.loadEnvFile('.env');
  process.env.NEXT_TELEMETRY_DISABLED ??= '1';
  const address = await readAddress(process.env);
  process.env.NEXTAUTH_URL ??= address.url;
  process.env.NEXTAUTH_SECRET = readSecret(process.env, ownFolder());
  say('Mingsuan is starting 明算正在启动');
  opening = prepareDatabase();
  await Promise.all([opening, development ? undefined : prepareBuild()]); // the build needs no database
  if (!ending) await serve(address, development);
}

onEnd(() => void end(0));
start(process.argv.includes('--dev')).catch(fail);
