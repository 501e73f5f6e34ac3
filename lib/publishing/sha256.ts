import { createHash } from 'node:crypto';

/** The SHA-256 of a file's bytes in lower-case hexadecimal, as `sha256sum` writes it. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
