import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type ClassificationEdition, type CodeBook, editionOf } from '@/lib/domain/classification/edition.ts';
import { CODE_BOOK_FILES, type CodeBookTexts, parseCodeBook } from '@/lib/importing/classification/parse-code-book.ts';

const FOLDER = path.join(process.cwd(), 'prisma', 'classification');

const books = new Map<number, Promise<CodeBook>>();
const editions = new Map<number, Promise<ClassificationEdition>>();

/**
 * The codes in force in a fiscal year, from the CSV files under prisma/classification. The newest book that is not
 * younger than the year is taken (else the oldest one), and of it the rows valid in the year. Read once a process, in
 * one go: the files are part of the release, and waiting for each takes longer than reading them.
 *
 * @throws Error naming file, row and column of each fault when a book is broken (a fault of the release, not of a user)
 */
export function loadEdition(year: number): Promise<ClassificationEdition> {
  return remember(editions, year, async () => editionOf(await loadBook(bookYearFor(year)), year));
}

function bookYearFor(year: number): number {
  const entries = readdirSync(FOLDER);
  const years = entries
    .filter((name) => /^\d{4}$/.test(name))
    .map(Number)
    .sort((a, b) => a - b);
  const [oldest] = years;
  if (oldest === undefined) throw new Error(`no classification under ${FOLDER}`);
  return years.findLast((candidate) => candidate <= year) ?? oldest;
}

function loadBook(bookYear: number): Promise<CodeBook> {
  return remember(books, bookYear, async () => {
    const names = Object.keys(CODE_BOOK_FILES) as (keyof typeof CODE_BOOK_FILES)[];
    const texts = names.map((name) => [
      name,
      readFileSync(path.join(FOLDER, String(bookYear), CODE_BOOK_FILES[name]), 'utf8'),
    ]);
    const book = parseCodeBook(Object.fromEntries(texts) as CodeBookTexts);
    if (book.ok) return book.value;
    throw new Error(
      `classification ${bookYear}: ${book.error.map((issue) => `${issue.path} ${issue.message}`).join('; ')}`,
    );
  });
}

/** Keeps the first answer; a failed attempt is forgotten, so that the next call tries again. */
function remember<T>(kept: Map<number, Promise<T>>, key: number, load: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const loading = load();
  kept.set(key, loading);
  loading.catch(() => kept.delete(key));
  return loading;
}
