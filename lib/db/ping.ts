import { database } from './client.ts';

/** One round trip to the database; throws when it does not answer. */
export async function ping(): Promise<void> {
  await database().$queryRaw`select 1`;
}
