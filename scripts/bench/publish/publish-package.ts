import { readFile, writeFile } from 'node:fs/promises';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { type ExportFormat, exportFiles } from '@/lib/services/exports/export-files.ts';
import { approvedSet } from '../../../tests/demonstration-set.ts';

/** Of the packages that are measured. */
const YEAR = 2023;

export interface WantedFile {
  readonly target: string;
  readonly format: ExportFormat;
}

/**
 * Draws a budget package as an approved budget, each format into its file.
 *
 * @param parts annexes and `narrative`
 */
export async function publish(source: string, parts: readonly string[], wanted: readonly WantedFile[]): Promise<void> {
  // The codes are read while the package is
  const [text] = await Promise.all([readFile(source, 'utf8'), loadEdition(YEAR)]);
  const set = await approvedSet(JSON.parse(text));
  const files = await exportFiles(set, { formats: wanted.map(({ format }) => format), parts });
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  for (const { target, format } of wanted) {
    const file = files.value.find((drawn) => drawn.format === format);
    if (!file) throw new Error(`nothing was drawn for ${target}`);
    await writeFile(target, file.bytes);
  }
}
