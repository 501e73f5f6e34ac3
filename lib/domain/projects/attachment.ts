import type { Row } from '../budget/row.ts';

export const ATTACHMENT_TYPES = [
  'application/pdf',
  'application/msword',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  'image/png',
  'image/jpeg',
] as const;

/** The largest file that is taken: a scanned document of some dozen pages. */
export const MAX_ATTACHMENT_BYTES = 20 * 1_048_576;

export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

/** A file that proves a project's 立项依据. The row names it; its bytes are stored once, by their digest. */
export interface Attachment extends Row {
  readonly projectKey: string;
  readonly fileName: string;
  readonly mediaType: AttachmentType;
  readonly byteLength: number;
  /** SHA-256 of the content, in lower-case hexadecimal. */
  readonly sha256: string;
}
