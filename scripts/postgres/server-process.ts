import { spawn, spawnSync } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerAccount } from './binaries.ts';
import { isAlive } from './usage.ts';

/** A `postgres` process that we started. */
export type ServerProcess = {
  readonly pid: number;
  /** The end of what it has written. */
  log(): string;
  /** Waits until `answers` holds; 'locked' when another server holds the folder. */
  ready(answers: () => Promise<boolean>): Promise<'ready' | 'locked' | 'failed'>;
  onExit(tell: () => void): void;
};

type Spawning = { command: string; account: ServerAccount; data: string; port: number; durable: boolean };

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 20;
const LOG_CHARACTERS = 8_000;
const ON_WINDOWS = process.platform === 'win32';
const FAST_AND_UNSAFE = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];

export function spawnServer({ command, account, data, port, durable }: Spawning): ServerProcess {
  const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'timezone=UTC'];
  if (!durable) settings.push(...FAST_AND_UNSAFE);
  const child = spawn(command, ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])], {
    ...account,
    cwd: data,
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    detached: !ON_WINDOWS, // a Ctrl-C of the terminal must not reach it before the application has ended
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let log = '';
  let gone = false;
  child.stderr.on('data', (text) => {
    log = (log + text).slice(-LOG_CHARACTERS);
  });
  child.on('error', (error) => {
    log += error.message;
    gone = true;
  });
  child.on('exit', () => {
    gone = true;
  });

  return {
    pid: child.pid ?? 0,
    log: () => log,
    async ready(answers) {
      const deadline = Date.now() + START_TIMEOUT_MS;
      while (!gone && Date.now() < deadline) {
        if (log.includes('ready to accept connections') && (await answers())) {
          // From here on neither the process nor its log keeps us alive.
          child.unref();
          (child.stderr as unknown as { unref(): void }).unref();
          return 'ready';
        }
        await sleep(POLL_MS);
      }
      if (!gone) child.kill('SIGQUIT');
      return log.includes('postmaster.pid" already exists') ? 'locked' : 'failed';
    },
    onExit: (tell) => child.once('exit', tell),
  };
}

/** Stops the server with a checkpoint and waits until it is gone; one that hangs is stopped without. */
export async function stopServer(pid: number, pgCtl: string, data: string): Promise<void> {
  if (ON_WINDOWS) {
    spawnSync(pgCtl, ['-D', data, '-m', 'fast', '-w', 'stop']);
    return;
  }
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    if (!isAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + STOP_TIMEOUT_MS;
    while (isAlive(pid) && Date.now() < deadline) await sleep(POLL_MS);
  }
}
