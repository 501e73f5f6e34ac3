/** A finished file of an export. */
export interface ExportFile {
  /** With its folder in an archive, `/` between them, e.g. `json/01.json`. */
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  html: 'text/html; charset=utf-8',
  text: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json; charset=utf-8',
  zip: 'application/zip',
} as const;
