import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '@/lib/domain/checks/run-checks.ts';

const DOCUMENT = readFileSync(path.resolve(import.meta.dirname, '../docs/checks.md'), 'utf8');
const ROWS = DOCUMENT.split('\n').filter((line) => /^\| \d+ \|/.test(line));
/** In the table and the list below it: names in code that look like those of checks. */
const NAMED = new Set(
  [...DOCUMENT.slice(DOCUMENT.indexOf('| No. |')).matchAll(/`([a-z0-9]+(?:-[a-z0-9]+)+)`/g)].map(([, id]) => id),
);

describe('docs/checks.md', () => {
  it('goes through the 48 checks, each once', () => {
    expect(ROWS.map((row) => Number(row.split('|')[1]))).toEqual(Array.from({ length: 48 }, (_, index) => index + 1));
  });

  it('names every check of the registry', () => {
    expect(CHECKS.map(({ id }) => id).filter((id) => !NAMED.has(id))).toEqual([]);
  });

  it('names no check that does not exist', () => {
    const known = new Set(CHECKS.map(({ id }) => id));
    expect([...NAMED].filter((id) => id !== undefined && !known.has(id))).toEqual([]);
  });

  it('finds a rule and a title with every check', () => {
    expect(CHECKS.filter(({ rule, title }) => rule.trim() === '' || title.trim() === '')).toEqual([]);
  });
});
