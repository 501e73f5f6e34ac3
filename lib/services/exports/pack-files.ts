import { canonicalJson, type JsonValue, sha256 } from '@/lib/db/canonical-json.ts';
import { annexSetOf } from '@/lib/domain/annexes/annex-sets.ts';
import type { Rounding } from '@/lib/domain/annexes/rounding.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { type ManifestRule, manifestFiles } from '@/lib/publishing/manifest/manifest.ts';
import { zipFiles } from '@/lib/publishing/zip/zip-files.ts';
import { type DrawnFile, exportBaseName } from './export-files.ts';
import { publicationOf } from './publication-of.ts';
import type { PublishedSet } from './published-set.ts';

/** How a reader of the manifest, who need not know our words, calls the custom of rounding. */
const MANIFEST_ROUNDINGS = {
  EACH_CELL: 'once-half-up',
  SUM_OF_PARTS: 'sum-of-rounded-parts',
  LARGEST_REMAINDER: 'largest-remainder',
} as const satisfies Readonly<Record<Rounding, ManifestRule['rounding']>>;

/** Which set it is, and what tells whether it said the same at another time. */
function annexSetMark(set: PublishedSet): ManifestRule['annexSet'] {
  const annexSet = annexSetOf(set);
  const definition: JsonValue = JSON.parse(JSON.stringify(annexSet));
  return { id: annexSet.id, name: annexSet.name, sha256: sha256(canonicalJson(definition)) };
}

/**
 * A single file as it is, undefined for none; of several an archive, in which a format of many files has a folder of its
 * own, with the manifest and the sums that prove them. The same files of the same set give the same bytes.
 */
export function packFiles(set: PublishedSet, files: readonly DrawnFile[]): ExportFile | undefined {
  if (files.length < 2) return files[0];
  const several = new Set(files.map(({ format }) => format)).size > 1;
  const placed = files.map((file) => {
    const alone = files.filter(({ format }) => format === file.format).length === 1;
    return several && !alone ? { ...file, name: `${file.format}/${file.name}` } : file;
  });
  const publication = publicationOf(set);
  const rule = {
    annexSet: annexSetMark(set),
    classification: set.edition.year,
    rounding: MANIFEST_ROUNDINGS[set.rounding],
  };
  return {
    name: `${exportBaseName(set)}.zip`,
    mediaType: MEDIA_TYPES.zip,
    bytes: zipFiles([...placed, ...manifestFiles(publication, rule, placed)], publication.date),
  };
}
