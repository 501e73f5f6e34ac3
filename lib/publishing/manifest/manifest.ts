import { type ExportFile, MEDIA_TYPES } from '../export-file.ts';
import type { Publication } from '../publication.ts';
import { sha256 } from '../sha256.ts';

/** A file with what it is: its format, and the annex where it holds one alone. */
export interface ListedFile extends ExportFile {
  readonly format: string;
  readonly annex: string | null;
}

/** By which rules the figures were drawn. */
export interface ManifestRule {
  /** The annex set: its id (`chongqing`, or the UUID of an edited one), and the digest of its whole definition. */
  readonly annexSet: { readonly id: string; readonly name: string; readonly sha256: string };
  /** Year of the classification's edition. */
  readonly classification: number;
  /** How printed figures are rounded; `once-half-up`: each from its exact sum. */
  readonly rounding: 'once-half-up' | 'sum-of-rounded-parts' | 'largest-remainder';
}

const MANIFEST = 'manifest.json';
const SUMS = 'SHA256SUMS.txt';

const encoder = new TextEncoder();

/**
 * What lies beside the files of an archive and proves them: `manifest.json` says what each is, and `SHA256SUMS.txt` is
 * what `sha256sum -c` reads, the manifest itself included.
 */
export function manifestFiles(
  publication: Omit<Publication, 'narrative' | 'tables'>,
  rule: ManifestRule,
  files: readonly ListedFile[],
): ExportFile[] {
  const { titleLines, organisation, year, versionLabel, stateLabel, draft, date } = publication;
  const listed = files.map(({ name, mediaType, bytes, format, annex }) => ({
    ...{ name, format, annex, mediaType },
    ...{ size: bytes.byteLength, sha256: sha256(bytes) },
  }));
  const about = {
    title: titleLines.join(''),
    organisation,
    year,
    version: versionLabel,
    state: stateLabel,
    draft,
    date,
  };
  const manifest = encoder.encode(`${JSON.stringify({ ...about, rule, files: listed }, null, 1)}\n`);
  const sums = [...listed, { name: MANIFEST, sha256: sha256(manifest) }].map(
    (file) => `${file.sha256}  ${file.name}\n`,
  );
  return [
    { name: MANIFEST, mediaType: MEDIA_TYPES.json, bytes: manifest },
    { name: SUMS, mediaType: MEDIA_TYPES.text, bytes: encoder.encode(sums.join('')) },
  ];
}
