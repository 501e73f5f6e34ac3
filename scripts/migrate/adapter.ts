import { randomUUID } from 'node:crypto';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import pg from 'pg';

/** Object ids of PostgreSQL's types "char" (one byte, of the system catalogs) and bpchar. */
const CHAR = 18;
const BPCHAR = 1042;

/** For the rows of a result: which of its columns are of type "char". */
const charColumns = new WeakMap<object, readonly boolean[]>();

/**
 * The database adapter that Prisma's schema engine works through, with four flaws of `@prisma/adapter-pg` mended:
 * it does not know the type "char", it splits scripts at every `;`, its shadow database is the main one, and the
 * connections (with them the engine's advisory lock) outlive the engine. `close` ends what was opened.
 */
export function schemaEngineAdapter(url: string): {
  factory: SqlMigrationAwareDriverAdapterFactory;
  close(): Promise<void>;
} {
  const opened: SqlDriverAdapter[] = [];
  const connect = async (database?: string) => {
    const adapter = await openAdapter(url, database);
    opened.push(adapter);
    return adapter;
  };
  return {
    factory: {
      provider: 'postgres',
      adapterName: '@prisma/adapter-pg',
      connect: () => connect(),
      connectToShadowDb: () => openShadowDatabase(connect),
    },
    // The engine's own free() leaves its connections to the pool's idle time-out.
    close: async () => {
      await Promise.allSettled(opened.map((adapter) => adapter.dispose()));
    },
  };
}

async function openAdapter(url: string, database?: string): Promise<SqlDriverAdapter> {
  const target = new URL(url);
  const schema = target.searchParams.get('schema') ?? undefined;
  target.searchParams.delete('schema'); // Prisma's own parameter; PostgreSQL would refuse it
  if (database) target.pathname = `/${database}`;
  const pool = catalogPool(target.href);
  const adapter = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect();

  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query);
    const chars = charColumns.get(result.rows) ?? [];
    return {
      ...result,
      columnTypes: result.columnTypes.map((type, i) => (chars[i] ? ColumnTypeEnum.Character : type)),
    };
  };
  // The adapter's own cuts functions, DO blocks and literals into pieces and runs those outside any transaction. One
  // query without parameters is sent as it is, and PostgreSQL runs it as one transaction, as the native engine does.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] });
  };
  return adapter;
}

/** A pool of one connection whose results show "char" columns as bpchar, which the adapter can read. */
function catalogPool(connectionString: string): pg.Pool {
  const pool = new pg.Pool({ connectionString, max: 1 });
  const query = pool.query.bind(pool) as (config: unknown) => Promise<pg.QueryArrayResult | pg.QueryArrayResult[]>;
  const readable = async (config: unknown) => {
    const result = await query(config);
    if (Array.isArray(result)) return result; // a script: several results, which nobody reads
    charColumns.set(
      result.rows,
      result.fields.map((field) => field.dataTypeID === CHAR),
    );
    for (const field of result.fields) if (field.dataTypeID === CHAR) field.dataTypeID = BPCHAR;
    return result;
  };
  pool.query = readable as typeof pool.query;
  return pool;
}

/** A new empty database beside the main one, dropped when the engine is done with it. */
async function openShadowDatabase(
  connect: (database?: string) => Promise<SqlDriverAdapter>,
): Promise<SqlDriverAdapter> {
  const name = `prisma_migrate_shadow_db_${randomUUID()}`;
  const main = await connect();
  await main.executeScript(`create database "${name}" template template0`);
  const shadow = await connect(name);
  const dispose = shadow.dispose.bind(shadow);
  shadow.dispose = async () => {
    await dispose();
    await main.executeScript(`drop database if exists "${name}"`);
    await main.dispose();
  };
  return shadow;
}
