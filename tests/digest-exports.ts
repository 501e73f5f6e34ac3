/**
 * Prints the SHA-256 of each document of the demonstration budget, a line each; run as a process of its own by
 * golden-bytes.test.ts, from any folder.
 */
import path from 'node:path';
import type { DocumentOption } from '@/lib/publishing/document-layout.ts';
import type { ExportFormat } from '@/lib/services/exports/export-files.ts';

interface Variant {
  readonly formats: readonly ExportFormat[];
  readonly options?: readonly DocumentOption[];
}

// The program finds its files from the project's root, where `npm run` goes first: so does this, before it loads any.
process.chdir(path.join(import.meta.dirname, '..'));
const { EXPORT_FORMATS, exportFiles } = await import('@/lib/services/exports/export-files.ts');
const { packFiles } = await import('@/lib/services/exports/pack-files.ts');
const { sha256 } = await import('@/lib/publishing/sha256.ts');
const { demonstrationSet } = await import('./demonstration-set.ts');

const VARIANTS: Readonly<Record<string, Variant>> = {
  ...Object.fromEntries(EXPORT_FORMATS.map((format) => [format, { formats: [format] }])),
  'pdf cover contents': { formats: ['pdf'], options: ['cover', 'contents'] },
  'pdf untagged': { formats: ['pdf'], options: ['untagged'] },
  'docx cover contents': { formats: ['docx'], options: ['cover', 'contents'] },
};

const set = await demonstrationSet();
const names = Object.keys(VARIANTS);
for (const name of process.argv.includes('--backwards') ? names.reverse() : names) {
  const files = await exportFiles(set, VARIANTS[name] ?? { formats: [] });
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  console.log(`${sha256(packFiles(set, files.value)?.bytes ?? new Uint8Array())}  ${name}`);
}
process.exit();
