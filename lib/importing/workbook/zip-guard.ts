import { inflateRawSync } from 'node:zlib';

/** A workbook of some ten thousand rows unpacks to a few megabytes. */
const MAX_UNPACKED_BYTES = 64 * 1_048_576;
const MAX_ENTRIES = 2_000;

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
/** The record at the end, and the comment that may follow it. */
const END_SIZE = 22;
const MAX_COMMENT = 65_535;

interface Entry {
  readonly method: number;
  readonly packedSize: number;
  readonly offset: number;
}

/**
 * Unpacks every entry of an archive once, to nowhere, so that what the reader will unpack is known to be bounded
 * whatever sizes the archive claims: entries that lie about their size, share their data or unpack without end are
 * found here.
 *
 * @returns the reason to refuse the archive, or null
 */
export function zipFault(bytes: Uint8Array): 'DAMAGED' | 'UNPACKS_TOO_LARGE' | null {
  const entries = readDirectory(bytes);
  if (entries === 'DAMAGED') return 'DAMAGED';
  if (entries.length > MAX_ENTRIES) return 'UNPACKS_TOO_LARGE';
  const view = viewOf(bytes);
  let left = MAX_UNPACKED_BYTES;
  for (const entry of entries) {
    const size = unpackedSize(bytes, view, entry, left);
    if (typeof size !== 'number') return size;
    left -= size;
    if (left < 0) return 'UNPACKS_TOO_LARGE';
  }
  return null;
}

function readDirectory(bytes: Uint8Array): readonly Entry[] | 'DAMAGED' {
  const view = viewOf(bytes);
  const end = findEnd(view);
  if (end === null) return 'DAMAGED';
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  const entries: Entry[] = [];
  for (let index = 0; index < count && entries.length <= MAX_ENTRIES; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return 'DAMAGED';
    entries.push({
      method: view.getUint16(at + 10, true),
      packedSize: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function findEnd(view: DataView): number | null {
  const lowest = Math.max(0, view.byteLength - END_SIZE - MAX_COMMENT);
  for (let at = view.byteLength - END_SIZE; at >= lowest; at--) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function unpackedSize(
  bytes: Uint8Array,
  view: DataView,
  { method, packedSize, offset }: Entry,
  left: number,
): number | 'DAMAGED' | 'UNPACKS_TOO_LARGE' {
  if (offset + 30 > view.byteLength || view.getUint32(offset, true) !== LOCAL_ENTRY) return 'DAMAGED';
  const from = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (from + packedSize > view.byteLength) return 'DAMAGED';
  if (method === 0) return packedSize;
  if (method !== 8) return 'DAMAGED';
  try {
    return inflateRawSync(bytes.subarray(from, from + packedSize), { maxOutputLength: left + 1 }).byteLength;
  } catch (error) {
    const tooLarge = error instanceof RangeError || (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    return tooLarge ? 'UNPACKS_TOO_LARGE' : 'DAMAGED';
  }
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
