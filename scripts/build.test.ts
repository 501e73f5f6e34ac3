import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isBuildCurrent, sourceStamp } from './build.ts';

let root = '';

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  writeFileSync(path.join(root, file), text);
}

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'mingsuan-build-'));
  write('package-lock.json', '{}');
  write('app/page.tsx', 'one');
  write('lib/domain/fen.ts', 'two');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

it('has the same stamp for the same sources', () => {
  expect(sourceStamp(root)).toBe(sourceStamp(root));
});

it.each(['app/page.tsx', 'lib/domain/fen.ts', 'lib/domain/new.ts', 'package-lock.json', 'proxy.ts', 'public/logo.svg'])(
  'has another stamp when %s changes',
  (file) => {
    const before = sourceStamp(root);
    write(file, 'changed');
    expect(sourceStamp(root)).not.toBe(before);
  },
);

it('has another stamp when a file moves', () => {
  const before = sourceStamp(root);
  rmSync(path.join(root, 'app/page.tsx'));
  write('app/other.tsx', 'one');
  expect(sourceStamp(root)).not.toBe(before);
});

it.each(['lib/domain/fen.test.ts', 'README.md', 'scripts/start.ts', 'docs/decisions/one.md'])(
  'keeps its stamp when %s changes, which is not built',
  (file) => {
    const before = sourceStamp(root);
    write(file, 'changed');
    expect(sourceStamp(root)).toBe(before);
  },
);

it('knows a build of these sources from none, a half-done and an old one', () => {
  expect(isBuildCurrent('.next', root)).toBe(false);
  write('.next/source-stamp', sourceStamp(root));
  expect(isBuildCurrent('.next', root)).toBe(false);
  write('.next/BUILD_ID', 'x');
  expect(isBuildCurrent('.next', root)).toBe(true);
  write('app/page.tsx', 'changed');
  expect(isBuildCurrent('.next', root)).toBe(false);
});
