/**
 * Stands in for Prisma's native schema engine: reads the CLI's requests, JSON-RPC one object a line, from standard
 * input and answers on standard output, with the WebAssembly build of the same engine.
 */
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import pg from 'pg';
import { type Engine, openEngine } from './engine.ts';

type Arguments = { readonly command: readonly string[]; readonly url: string; readonly datamodels: [string, string][] };
type Request = { readonly id: number; readonly method: string; readonly params: unknown };

/** The CLI's own codes for what PostgreSQL says; anything else is "can't reach the server". */
const PRISMA_CODES: Record<string, string> = { '3D000': 'P1003', '28P01': 'P1000', '42P04': 'P1009' };
const UNREACHABLE = 'P1001';
const ENGINE_ERROR = 4466;

function readArguments(args: readonly string[]): Arguments {
  const command: string[] = [];
  const datamodels: [string, string][] = [];
  let url = '';
  for (let i = 0; i < args.length; i += 1) {
    const [arg = '', value = ''] = [args[i], args[i + 1]];
    if (!arg.startsWith('--') || arg === '--version') {
      command.push(arg);
      continue;
    }
    i += 1; // every other option has a value
    if (arg === '--datamodels') datamodels.push([value, readFileSync(value, 'utf8')]);
    if (arg === '--datasource') url = JSON.parse(value).url;
  }
  return { command, url, datamodels };
}

/** `schema-engine cli …`: asks about or makes the database itself. Returns the exit code. */
async function runCommand(action: string | undefined, url: string): Promise<number> {
  try {
    if (action === 'can-connect-to-database') await onServer(url, 'select 1');
    else if (action === 'drop-database') await onMaintenance(url, (name) => `drop database if exists ${name}`);
    else await onMaintenance(url, (name) => `create database ${name}`);
    return 0;
  } catch (error) {
    const { code = '', message } = error as { code?: string; message: string };
    const fields = { error_code: PRISMA_CODES[code] ?? UNREACHABLE, message };
    console.error(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}`);
    return 1;
  }
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

async function onMaintenance(url: string, statement: (quotedName: string) => string): Promise<string> {
  const target = new URL(url);
  const name = decodeURIComponent(target.pathname.slice(1));
  target.pathname = '/postgres';
  target.searchParams.delete('schema');
  await onServer(target.href, statement(pg.escapeIdentifier(name)));
  return name;
}

async function serve({ url, datamodels }: Arguments): Promise<void> {
  let engine: Promise<Engine> | undefined;
  const open = () => {
    engine ??= openEngine(url, datamodels.length > 0 ? datamodels : undefined);
    return engine;
  };
  for await (const line of createInterface({ input: process.stdin })) {
    if (!line.trim()) continue;
    const request: Request = JSON.parse(line);
    try {
      const result =
        request.method === 'createDatabase' ? await createDatabase(url) : await answer(request, await open());
      send({ id: request.id, result: result ?? null });
    } catch (error) {
      send({ id: request.id, error: errorAnswer(error) });
    }
  }
  await (await engine)?.close();
}

async function createDatabase(url: string): Promise<{ databaseName: string }> {
  return { databaseName: await onMaintenance(url, (name) => `create database ${name}`) };
}

async function answer({ method, params }: Request, engine: Engine): Promise<unknown> {
  if (method === 'getDatabaseVersion') return engine.version(undefined);
  const call = Reflect.get(engine, method) as ((params: unknown) => Promise<unknown>) | undefined;
  if (!call) throw new Error(`The schema engine knows no method ${method}`);
  const result = await call.call(engine, params);
  if (method !== 'diff') return result;
  // The native engine prints a diff by a request of its own and answers with the exit code alone.
  const { stdout, exitCode } = result as { stdout: string | null; exitCode: number };
  if (stdout !== null) send({ id: 0, method: 'print', params: { content: stdout } });
  return { exitCode, stdout: null };
}

function errorAnswer(error: unknown): object {
  const {
    code,
    message = String(error),
    meta = {},
  } = (error ?? {}) as { code?: string; message?: string; meta?: object };
  const known = code ? { error_code: code, meta } : {};
  return {
    code: ENGINE_ERROR,
    message: 'An error happened. Check the data field for details.',
    data: { is_panic: false, message, ...known },
  };
}

function send(message: object): void {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
}

const given = readArguments(process.argv.slice(2));
if (given.command[0] === '--version') console.log('schema-engine-wasm (stand-in)');
else if (given.command[0] === 'cli') process.exitCode = await runCommand(given.command[1], given.url);
else await serve(given);
