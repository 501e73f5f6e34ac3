import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { RENEW, RENEW_HINT } from './renew-golden.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const GOLDEN = path.join(ROOT, 'tests/fixtures/documents/sha256.txt');

const elsewhere = mkdtempSync(path.join(tmpdir(), 'mingsuan-bytes-'));
afterAll(() => rmSync(elsewhere, { recursive: true, force: true }));

/** The digests that a process of its own prints, by name of the document. */
async function digests(env: Readonly<Record<string, string>>, cwd: string, ...args: string[]) {
  const { FONTS_DIR: _fonts, ...machine } = process.env;
  // Outside of the project the loader finds neither its settings nor the name @/ by itself.
  const settings = { TSX_TSCONFIG_PATH: path.join(ROOT, 'tsconfig.json') };
  const tsx = path.join(ROOT, 'node_modules/tsx/dist/esm/index.mjs');
  const program = ['--import', tsx, path.join(ROOT, 'tests/digest-exports.ts'), ...args];
  const { stdout } = await promisify(execFile)(process.execPath, program, {
    cwd,
    env: { ...machine, ...settings, ...env },
  });
  return stdout
    .trim()
    .split('\n')
    .sort((a, b) => (a.slice(64) < b.slice(64) ? -1 : 1));
}

test('each format has the bytes that are kept, in any time zone, language, folder and order', async () => {
  const here = await digests({ TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, ROOT);
  // Sao Paulo put its clocks forward at midnight; a home without fonts of its own.
  const abroad = { TZ: 'America/Sao_Paulo', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', HOME: elsewhere };
  const there = await digests(abroad, elsewhere, '--backwards');
  expect(there).toEqual(here);
  if (RENEW) writeFileSync(GOLDEN, `${here.join('\n')}\n`);
  expect(here, RENEW_HINT).toEqual(readFileSync(GOLDEN, 'utf8').trim().split('\n'));
}, 120_000);
