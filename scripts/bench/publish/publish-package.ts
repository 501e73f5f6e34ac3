import { readFile, writeFile } from 'node:fs/promises';
import { type ExportFormat, exportFiles } from '@/lib/services/exports/export-files.ts';
import { approvedSet } from '../../../tests/demonstration-set.ts';

export interface WantedFile {
  readonly target: string;
  readonly format: ExportFormat;
}

/** Draws a budget package as an approved budget, each format into its file. */
export async function publish(source: string, wanted: readonly WantedFile[]): Promise<void> {
  const set = await approvedSet(JSON.parse(await readFile(source, 'utf8')));
  const files = await exportFiles(set, { formats: wanted.map(({ format }) => format) });
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  for (const { target, format } of wanted) {
    const file = files.value.find((drawn) => drawn.format === format);
    if (!file) throw new Error(`nothing was drawn for ${target}`);
    await writeFile(target, file.bytes);
  }
}
