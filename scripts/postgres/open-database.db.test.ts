import { afterEach, expect, it } from 'vitest';
import { useTestDatabase } from '@/tests/database.ts';
import { ExpectedFailure } from '../expected-failure.ts';
import { explainUnfitServer, openDatabase } from './open-database.ts';

useTestDatabase();

const ownUrl = process.env.DATABASE_URL ?? '';
afterEach(() => {
  process.env.DATABASE_URL = ownUrl;
});

function changed(change: (url: URL) => void): string {
  const url = new URL(ownUrl);
  change(url);
  return url.href;
}

it('opens an external database and finds its schema up to date', async () => {
  const database = await openDatabase();
  expect(database).toMatchObject({ url: ownUrl, applied: [] });
  await database.stop();
});

it.each([
  ['no URL', 'nonsense', /not of the form/],
  ['another kind of database', 'mysql://a:b@localhost/x', /not of the form/],
  ['no database', 'postgresql://a:b@localhost', /not of the form/],
  [
    'a port where nothing listens',
    changed((url) => {
      url.port = '1';
    }),
    /No database server answers/,
  ],
  [
    'a wrong password',
    changed((url) => {
      url.password = 'wrong';
    }),
    /refuses the user or password/,
  ],
  [
    'a database that is not there',
    changed((url) => {
      url.pathname = '/not_there';
    }),
    /does not exist/,
  ],
])('explains %s in one sentence', async (_case, url, sentence) => {
  process.env.DATABASE_URL = url;
  const opening = openDatabase();
  await expect(opening).rejects.toThrow(ExpectedFailure);
  await expect(opening).rejects.toThrow(sentence);
});

it('refuses an old server and another encoding', () => {
  expect(explainUnfitServer(14, 'UTF8')).toMatch(/15 or newer is needed.*version 14/);
  expect(explainUnfitServer(18, 'SQL_ASCII')).toMatch(/encoded in SQL_ASCII/);
  expect(explainUnfitServer(15, 'UTF8')).toBeUndefined();
});
