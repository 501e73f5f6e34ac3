import { unzipSync, type Zippable, zipSync } from 'fflate';
import type { ExportFile } from '../export-file.ts';

/** A PDF, a workbook or a Word document is compressed in itself. */
const STORED = /\.(?:pdf|xlsx|docx)$/;

/**
 * One archive of several files, names in UTF-8; the same files and date give the same bytes.
 *
 * @param date `YYYY-MM-DD`, which every entry bears
 */
export function zipFiles(files: readonly Pick<ExportFile, 'name' | 'bytes'>[], date: string): Uint8Array {
  const [year = 1980, month = 1, day = 1] = date.split('-').map(Number);
  // A ZIP entry's time is a local one: the same wall clock on every server. At noon no clock is ever put forward or back.
  const mtime = new Date(year, month - 1, day, 12);
  const entries: Zippable = Object.fromEntries(
    files.map(({ name, bytes }) => [name, [bytes, { mtime, level: STORED.test(name) ? 0 : 6 }]]),
  );
  return zipSync(entries);
}

/**
 * The same archive, packed by us: Node's own compression gives other bytes with another version of zlib.
 *
 * @param change what an entry holds instead, by its name
 */
export function repackZip(
  bytes: Uint8Array,
  date: string,
  change: (name: string, content: Uint8Array) => Uint8Array = (_name, content) => content,
): Uint8Array {
  const entries = Object.entries(unzipSync(bytes));
  return zipFiles(
    entries.map(([name, content]) => ({ name, bytes: change(name, content) })),
    date,
  );
}
