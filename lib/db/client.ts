import { PrismaPg } from '@prisma/adapter-pg';
import { type Prisma, PrismaClient } from '../../prisma/generated/client.ts';

/** Inside a transaction or outside of one: what repositories take. */
export type Db = Prisma.TransactionClient;

const POOL_SIZE = 10;

function connect(): PrismaClient {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: process.env.DATABASE_URL, max: POOL_SIZE }),
  });
}

// One pool over hot reloads; it connects at the first query, so that a build needs no database.
const kept = globalThis as { mingsuanDb?: PrismaClient };

export function database(): PrismaClient {
  kept.mingsuanDb ??= connect();
  return kept.mingsuanDb;
}

/** Closes the pool: command-line tools and tests end with it. */
export async function disconnect(): Promise<void> {
  await kept.mingsuanDb?.$disconnect();
  kept.mingsuanDb = undefined;
}
