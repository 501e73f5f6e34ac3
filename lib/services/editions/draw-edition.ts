import { createHash } from 'node:crypto';
import type { EditionFileBytes } from '@/lib/db/edition-repository.ts';
import { NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { annexFileStem } from '@/lib/publishing/annex-names.ts';
import type { DocumentOption } from '@/lib/publishing/document-layout.ts';
import { type DrawnFile, EXPORT_FORMATS, exportFiles } from '../exports/export-files.ts';
import { publicationOf } from '../exports/publication-of.ts';
import type { PublishedSet } from '../exports/published-set.ts';

/** The data package holds the lines themselves, which are finer than what is to be made public. */
const PUBLIC_FORMATS = EXPORT_FORMATS.filter((format) => format !== 'datapackage');

/**
 * The documents of an edition with their digests. All parts are named, so that `budget.json` is not among them: the
 * package holds what stays in the house, such as pay by group of staff and the words beside the checks.
 *
 * @param options of the PDF and the DOCX
 */
export async function drawEdition(
  set: PublishedSet,
  options: readonly DocumentOption[] = [],
): Promise<Result<readonly EditionFileBytes[], Problem>> {
  const annexes = publicationOf(set).tables.map(({ annex }) => annex);
  const drawn = await exportFiles(set, { formats: PUBLIC_FORMATS, parts: [NARRATIVE, ...annexes], options });
  if (!drawn.ok) return drawn;
  return ok(
    drawn.value.map((file) => ({
      ...{ name: file.name, format: file.format, part: partOf(file, annexes), mediaType: file.mediaType },
      ...{ byteLength: file.bytes.byteLength, content: file.bytes },
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    })),
  );
}

/** The annex that a file holds, by the beginning of its name; blank: all of them. */
function partOf({ format, name }: DrawnFile, annexes: readonly string[]): string {
  if (format !== 'csv' && format !== 'json') return '';
  if (name === `${NARRATIVE}.json`) return NARRATIVE;
  const stem = /^[^ .]+/.exec(name)?.[0];
  return annexes.find((annex) => annexFileStem(annex) === stem) ?? '';
}
