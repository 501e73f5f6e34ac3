/** JSON text of a save, or of anything else that holds amounts: bigint as decimal strings. */
export function encodeWire(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => (typeof part === 'bigint' ? part.toString() : part));
}
