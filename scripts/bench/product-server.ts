import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { disconnect } from '@/lib/db/client.ts';
import { PETITION_OFFICE } from '@/lib/services/demonstration/accounts.ts';
import { readDemonstrationPackage } from '@/lib/services/demonstration/demonstration-files.ts';
import { installPackage } from '@/lib/services/imports/install-package.ts';
import { createDatabase, dropDatabase, nameOf, openTestServer } from '../../tests/test-server.ts';
import { build, isBuildCurrent, NEXT } from '../build.ts';
import { loadDemonstrationData } from '../demonstration.ts';
import { uniqueName } from '../postgres/cluster.ts';
import { freePort } from '../postgres/free-port.ts';
import type { OnClose } from './bench-frame.ts';
import { type InventedLine, packageWith } from './invented-budget.ts';

const READY_POLL_MS = 100;

export interface ServedProduct {
  readonly url: string;
  /** Where the clerk of the demonstration drafts the invented lines. */
  readonly path: string;
  readonly stop: () => Promise<void>;
}

/** Serves a production build on a throw-away database in which the demonstration's clerk drafts the given lines. */
export async function serveProduct(buildFolder: string, lines: readonly InventedLine[]): Promise<ServedProduct> {
  const server = await openTestServer();
  const databaseUrl = await createDatabase(
    server.templateUrl,
    uniqueName('mingsuan_bench'),
    nameOf(server.templateUrl),
  );
  const close = async () => {
    await disconnect();
    await dropDatabase(databaseUrl);
    await server.close();
  };
  try {
    await loadDemonstrationData(databaseUrl);
    const budgetId = await installLines(lines);
    const port = await freePort();
    const url = `http://localhost:${port}`;
    const program = startNext(buildFolder, databaseUrl, port);
    const ended = new Promise((answer) => program.once('exit', answer));
    try {
      await untilHealthy(url, program);
    } catch (error) {
      program.kill('SIGKILL');
      throw error;
    }
    const stop = async () => {
      program.kill('SIGTERM');
      await ended;
      await close();
    };
    return { url, path: `/budgets/${budgetId}/basic-expenditure`, stop };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Puts the lines in the place of those of the demonstration's budget, as an import does. */
async function installLines(lines: readonly InventedLine[]): Promise<string> {
  const model = await readDemonstrationPackage('petition-office-2023');
  const installed = await installPackage(packageWith(Object(model), lines), true);
  if (!installed.ok) throw new Error(`the invented budget is refused: ${JSON.stringify(installed.error)}`);
  const budget = installed.value.budgets.find(({ unitCode }) => unitCode === PETITION_OFFICE);
  if (!budget) throw new Error(`the package holds no budget of ${PETITION_OFFICE}`);
  return budget.budgetId;
}

/** Serves the production build, made anew where it is not up to date, on a database; returns its address. */
export async function serveBuild(buildFolder: string, databaseUrl: string, onClose: OnClose): Promise<string> {
  if (!isBuildCurrent(buildFolder, process.cwd())) await build(buildFolder, process.cwd());
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const program = startNext(buildFolder, databaseUrl, port);
  const ended = new Promise((answer) => program.once('exit', answer));
  onClose(async () => {
    program.kill('SIGTERM');
    await ended;
  });
  await untilHealthy(url, program);
  return url;
}

function startNext(buildFolder: string, databaseUrl: string, port: number): ChildProcess {
  const args = ['--import', './scripts/end-with-parent.mjs', NEXT, 'start', '-p', String(port), '-H', 'localhost'];
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    DATABASE_URL: databaseUrl,
    NEXT_DIST_DIR: buildFolder,
    NEXTAUTH_SECRET: randomBytes(32).toString('base64url'),
    NEXTAUTH_URL: `http://localhost:${port}`,
  };
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'ignore', 'inherit'] });
}

async function untilHealthy(url: string, program: ChildProcess): Promise<void> {
  for (;;) {
    if (program.exitCode !== null) throw new Error(`the product ended with code ${program.exitCode}`);
    const answer = await fetch(`${url}/api/health`).catch(() => undefined);
    if (answer?.ok) return;
    await sleep(READY_POLL_MS);
  }
}
