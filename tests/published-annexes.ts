import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { AnnexColumn } from '@/lib/domain/annexes/annex-table.ts';

/** The published cells of one annex, as tests/fixtures/golden keeps them. */
export interface PublishedAnnex {
  readonly annex: string;
  readonly title: string;
  readonly columns: readonly AnnexColumn[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

const FIXTURES = path.join(import.meta.dirname, 'fixtures/golden');

export const PUBLISHED: readonly PublishedAnnex[] = readdirSync(FIXTURES)
  .filter((name) => /^\d+(-\d+)?\.json$/.test(name))
  .map((name) => JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')));
