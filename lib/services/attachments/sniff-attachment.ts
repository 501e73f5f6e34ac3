import { fileTypeFromBuffer } from 'file-type';
import { ATTACHMENT_TYPES, type AttachmentType } from '@/lib/domain/projects/attachment.ts';

/** The endings of a file's name that go with its type. */
const ENDINGS: Readonly<Record<AttachmentType, readonly string[]>> = {
  'application/pdf': ['pdf'],
  'application/msword': ['doc'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
};

/** The container that old Word files share with old Excel and others; its ending tells them apart. */
const COMPOUND_FILE = 'application/x-cfb';

/**
 * What a file is, told by its content; its name's ending must agree, so that nothing comes along under a false flag.
 *
 * @returns null for what may not be attached
 */
export async function sniffAttachment(fileName: string, bytes: Uint8Array): Promise<AttachmentType | null> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  const mediaType = found?.mime === COMPOUND_FILE ? 'application/msword' : found?.mime;
  const known = ATTACHMENT_TYPES.find((candidate) => candidate === mediaType);
  const ending = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase();
  return known !== undefined && ending !== undefined && ENDINGS[known].includes(ending) ? known : null;
}
