const FNV_OFFSET = 0x6c62272e07bb014262b821756295c58dn;
const FNV_PRIME = 0x0000000001000000000000000000013bn;

/**
 * The key of the row that holds a paragraph's wording: the same for everybody, so that two clerks who word one
 * paragraph at the same time meet in one row, as a conflict, and do not write it twice.
 *
 * A UUID of version 8 (RFC 9562, 5.8) from the 128-bit FNV-1a digest of the paragraph's id: identity, not security.
 */
export function passageKey(paragraphId: string): string {
  let hash = FNV_OFFSET;
  for (const byte of new TextEncoder().encode(`narrative-passage:${paragraphId}`)) {
    hash = BigInt.asUintN(128, (hash ^ BigInt(byte)) * FNV_PRIME);
  }
  const hex = hash.toString(16).padStart(32, '0');
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20),
  ].join('-');
}
