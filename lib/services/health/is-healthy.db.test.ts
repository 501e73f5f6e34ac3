import { afterEach, expect, it } from 'vitest';
import { disconnect } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { isHealthy } from './is-healthy.ts';

useTestDatabase();

const ownUrl = process.env.DATABASE_URL;
afterEach(async () => {
  await disconnect();
  process.env.DATABASE_URL = ownUrl;
});

it('is healthy while the database answers', async () => {
  expect(await isHealthy()).toBe(true);
});

it('is not when nothing listens there', async () => {
  process.env.DATABASE_URL = 'postgresql://nobody:nothing@127.0.0.1:1/none';
  await disconnect();
  expect(await isHealthy()).toBe(false);
});
