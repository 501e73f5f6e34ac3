import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Cluster, startCluster } from './cluster.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-cluster-'));
  chmodSync(folder, 0o755);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const start = (database = 'books'): Promise<Cluster> =>
  startCluster({ folder: path.join(folder, 'pg'), database, durability: 'throw-away' });

async function ask<T extends object>(url: string, query: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query<T>(query)).rows[0];
  } finally {
    await client.end();
  }
}

it('keeps what was written over a stop and a start', async () => {
  const first = await start();
  await ask(first.url, 'create table kept as select 42 as answer');
  await first.stop();
  await expect(ask(first.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
  const second = await start();
  expect(await ask(second.url, 'select answer from kept')).toEqual({ answer: 42 });
  await second.stop();
});

it('finds Chinese by trigrams and sorts it by pinyin', async () => {
  const cluster = await start();
  await ask(cluster.url, 'create extension pg_trgm');
  expect(await ask(cluster.url, `select show_trgm('信访') <> '{}' as found`)).toEqual({ found: true });
  const sorted = `select string_agg(word, '' order by word collate "zh-x-icu") as words from (values ('中'), ('安'), ('北')) as list(word)`;
  expect(await ask(cluster.url, sorted)).toEqual({ words: '安北中' });
  await cluster.stop();
});

it('is joined by a second start and stopped by the last', async () => {
  const first = await start();
  const second = await start('other');
  expect(new URL(second.url).port).toBe(new URL(first.url).port);
  expect(await ask(second.url, 'select current_database() as name')).toEqual({ name: 'other' });
  await first.stop();
  expect(await ask(second.url, 'select 1 as alive')).toEqual({ alive: 1 });
  await second.stop();
  await expect(ask(second.url, 'select 1')).rejects.toThrow(/ECONNREFUSED/);
});

it('is joined by two starts at once, which make one data folder', async () => {
  const [one, other] = await Promise.all([start(), start()]);
  expect(await ask(one.url, 'select 1 as alive')).toEqual({ alive: 1 });
  expect(other.url).toBe(one.url);
  await one.stop();
  await other.stop();
});

it('tells when the server dies under us', async () => {
  const cluster = await start();
  const joined = await start();
  const told = new Promise<string>((answer) => {
    cluster.onDeath(answer);
  });
  const toldToJoined = new Promise<string>((answer) => {
    joined.onDeath(answer);
  });
  const server = await ask<{ pid: number }>(
    cluster.url,
    `select split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as pid`,
  );
  process.kill(server?.pid ?? 0, 'SIGQUIT');
  expect(await told).toMatch(/PostgreSQL stopped/);
  expect(await toldToJoined).toMatch(/stopped by another program/);
  await joined.stop();
  await cluster.stop();
});
