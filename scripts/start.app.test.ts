import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from './postgres/free-port.ts';
import { isAlive } from './postgres/usage.ts';

/** `npm start` as a person runs it, with what it has said so far. */
type Started = { npm: ChildProcess; said(): string; ended: Promise<number | null>; port: number };

const DEADLINE_MS = 40_000;
let data = '';
let started: Started[] = [];

beforeAll(() => {
  data = mkdtempSync(path.join(tmpdir(), 'mingsuan-start-'));
  chmodSync(data, 0o755);
});
afterEach(async () => {
  for (const { npm } of started) npm.kill('SIGTERM');
  await Promise.all(started.map(({ ended }) => ended));
  started = [];
  await until(() => serverPid() === undefined);
});
afterAll(() => {
  rmSync(data, { recursive: true, force: true });
});

async function npmStart(settings: Record<string, string> = {}): Promise<Started> {
  const port = Number(settings.PORT ?? (await freePort()));
  const { DATABASE_URL: _, NEXTAUTH_URL: __, ...inherited } = process.env;
  const npm = spawn('npm', ['start'], {
    env: { ...inherited, DATA_DIR: data, PORT: String(port), ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [npm.stdout, npm.stderr]) {
    stream?.on('data', (part) => {
      text += part;
    });
  }
  const ended = new Promise<number | null>((answer) => npm.once('close', answer));
  const start = { npm, said: () => text, ended, port };
  started.push(start);
  return start;
}

async function ready(settings?: Record<string, string>): Promise<Started> {
  const start = await npmStart(settings);
  await until(() => start.said().includes('Ready: '));
  return start;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + DEADLINE_MS;
  while (!(await holds())) {
    if (Date.now() > deadline)
      throw new Error(`It did not come about in time; said so far:\n${started.at(-1)?.said()}`);
    await sleep(50);
  }
}

/** The process of the embedded server, while it runs. */
function serverPid(): number | undefined {
  try {
    const pid = Number(readFileSync(path.join(data, 'pg/data/postmaster.pid'), 'utf8').split('\n')[0]);
    return isAlive(pid) ? pid : undefined;
  } catch {
    return undefined;
  }
}

async function answers(port: number): Promise<boolean> {
  return (await fetch(`http://localhost:${port}/api/health`).catch(() => undefined))?.ok ?? false;
}

/** What it wrote besides npm's own lines and its steps: the sentence for the person at the terminal. */
function sentences(said: string): string[] {
  return said.split('\n').filter((line) => line.trim() !== '' && !/^(>|npm |\[ *\d)/.test(line));
}

describe('npm start', () => {
  it('serves from an empty folder, says each step, and leaves nothing behind on SIGTERM', async () => {
    const { npm, said, ended, port } = await ready();
    expect(said()).toMatch(/Database: embedded.*\n(.*\n)*.*Schema: \d+ migrations applied(.*\n)*.*Demonstration data/);
    expect(said()).toContain(`Ready: http://localhost:${port}`);
    const page = await fetch(`http://localhost:${port}/sign-in`);
    expect(page.status).toBe(200);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(page.headers.get('x-frame-options')).toBe('DENY');
    expect(page.headers.get('x-powered-by')).toBeNull();
    npm.kill('SIGTERM');
    await ended;
    await until(async () => serverPid() === undefined && !(await answers(port)));
  });

  it('has nothing to prepare the second time', async () => {
    const { said } = await ready();
    expect(said()).toContain('Schema: up to date');
    expect(said()).toContain('Build: up to date');
    expect(said()).not.toContain('Demonstration data');
  });

  it('ends with the process that started it, even when that is killed', async () => {
    const { npm, port } = await ready();
    npm.kill('SIGKILL');
    await until(async () => serverPid() === undefined && !(await answers(port)));
  });

  it('ends with one sentence when its database server dies', async () => {
    const { ended, said, port } = await ready();
    const before = sentences(said());
    process.kill(serverPid() ?? 0, 'SIGQUIT');
    expect(await ended).toBe(1);
    expect(sentences(said()).slice(before.length)).toContainEqual(expect.stringMatching(/^PostgreSQL stopped: /));
    expect(await answers(port)).toBe(false);
  });
});

describe('what cannot start says so in one sentence and exits with 1', () => {
  it('a port that is taken', async () => {
    const { port } = await ready();
    const second = await npmStart({ PORT: String(port) });
    expect(await second.ended).toBe(1);
    expect(sentences(second.said())).toEqual([expect.stringContaining(`Port ${port} is taken`)]);
  });

  it.each([
    ['DATABASE_URL', 'nonsense', /not of the form/],
    ['DATABASE_URL', 'postgresql://a:b@127.0.0.1:1/x', /No database server answers/],
    ['PORT', 'eighty', /PORT must be a number/],
    ['NEXTAUTH_SECRET', 'short', /at least 32 characters/],
  ])('%s=%s', async (name, value, sentence) => {
    const { ended, said } = await npmStart({ [name]: value });
    expect(await ended).toBe(1);
    expect(sentences(said())).toEqual([expect.stringMatching(sentence)]);
  });
});
