import { availableParallelism, loadavg } from 'node:os';
import path from 'node:path';
import { disconnect } from '@/lib/db/client.ts';
import { createDatabase, dropDatabase, nameOf, openTestServer } from '../../tests/test-server.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { uniqueName } from '../postgres/cluster.ts';
import { onEnd } from '../watch-parent.ts';
import { median, p95 } from './statistics.ts';

const RUNS = 21;

/** Remembers how to close what a measurement opened. */
export type OnClose = (close: () => Promise<unknown>) => void;

/** Runs a measurement from the project's folder and ends the process with it; what it opened is closed in reverse. */
export async function runBench(measure: (onClose: OnClose) => Promise<void>): Promise<never> {
  const opened: (() => Promise<unknown>)[] = [];
  let closing: Promise<void> | undefined;
  const closeAll = () => {
    closing ??= (async () => {
      for (const close of opened.reverse()) await close().catch(() => {});
    })();
    return closing;
  };
  onEnd(() => void closeAll().then(() => process.exit(1)));
  process.chdir(path.join(import.meta.dirname, '../..'));
  let code = 0;
  try {
    await measure((close) => opened.push(close));
  } catch (error) {
    console.error(error instanceof ExpectedFailure ? error.message : error);
    code = 1;
  }
  await closeAll();
  process.exit(code);
}

/** Makes a throw-away database with the schema and has the client use it; returns its address. */
export async function benchDatabase(onClose: OnClose): Promise<string> {
  const server = await openTestServer();
  onClose(() => server.close());
  const databaseUrl = await createDatabase(
    server.templateUrl,
    uniqueName('mingsuan_bench'),
    nameOf(server.templateUrl),
  );
  onClose(() => dropDatabase(databaseUrl));
  onClose(disconnect);
  process.env.DATABASE_URL = databaseUrl;
  return databaseUrl;
}

/** What a measurement names beside its figures; to be asked for before it begins. */
export function describeMachine(): string {
  const [load = 0] = loadavg();
  return `${availableParallelism()} cores (load before the run ${load.toFixed(1)}), Node ${process.versions.node}`;
}

/** Prints a row of a table: label, runs, median and 95th percentile, and `more`. The first run warms up, uncounted. */
export async function timed(label: string, run: () => Promise<unknown>, more = ''): Promise<void> {
  await run();
  const times: number[] = [];
  for (let count = 0; count < RUNS; count += 1) {
    const began = performance.now();
    await run();
    times.push(performance.now() - began);
  }
  console.log(`| ${label} | ${RUNS} | ${median(times).toFixed(0)} ms | ${p95(times).toFixed(0)} ms |${more}`);
}
