import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { ExpectedFailure } from '../expected-failure.ts';
import { program, type ServerAccount } from './binaries.ts';
import { explainServerLog } from './explain-failure.ts';

export const SUPERUSER = 'mingsuan';

export function dataOf(folder: string): string {
  return path.join(folder, 'data');
}

export function passwordOf(folder: string): string {
  return readFileSync(passwordFile(folder), 'utf8');
}

function passwordFile(folder: string): string {
  return path.join(folder, 'password');
}

type Making = { programs: string; account: ServerAccount; sync: boolean };

/**
 * Makes the folder with an empty cluster and its random password, unless it is there. It is made beside its place and
 * then renamed: an initdb that was cut short, or two at once, never leave half a cluster.
 */
export async function createDataFolder(folder: string, making: Making): Promise<void> {
  if (existsSync(path.join(dataOf(folder), 'PG_VERSION'))) return;
  mkdirSync(path.dirname(folder), { recursive: true });
  const unfinished = mkdtempSync(`${folder}.unfinished-`);
  try {
    mkdirSync(dataOf(unfinished), { recursive: true });
    writeFileSync(passwordFile(unfinished), randomBytes(18).toString('base64url'), { mode: 0o600 });
    const { uid, gid } = making.account;
    for (const made of [unfinished, dataOf(unfinished), passwordFile(unfinished)]) {
      if (uid !== undefined && gid !== undefined) chownSync(made, uid, gid);
    }
    for (const made of [unfinished, dataOf(unfinished)]) chmodSync(made, 0o700);
    await initialise(unfinished, making);
    renameSync(unfinished, folder);
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true });
    if (existsSync(path.join(dataOf(folder), 'PG_VERSION'))) return; // another process was faster
    throw error;
  }
}

async function initialise(folder: string, { programs, account, sync }: Making): Promise<void> {
  // The built-in C.UTF-8 is the same on every machine; without --lc-ctype trigrams find no Chinese on Linux.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  if (process.platform === 'linux') locale.push('--lc-ctype=C.UTF-8');
  const access = ['-U', SUPERUSER, '--auth=scram-sha-256', `--pwfile=${passwordFile(folder)}`];
  const initdb = spawn(
    program(programs, 'initdb'),
    ['-D', dataOf(folder), ...access, ...locale, ...(sync ? [] : ['--no-sync'])],
    {
      ...account,
      env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
      detached: process.platform !== 'win32', // a Ctrl-C of the terminal is ours to answer
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  let said = '';
  initdb.stderr.on('data', (text) => {
    said += text;
  });
  const code = await new Promise((answer) => {
    initdb.once('error', (error) => {
      said += error.message;
      answer(1);
    });
    initdb.once('close', answer);
  });
  if (code !== 0) throw new ExpectedFailure(explainServerLog(said));
}
