/**
 * The address a request came from: the last entry of X-Forwarded-For, the one which the nearest proxy wrote (Next
 * itself writes it where there is no proxy). Earlier entries are the client's word. Null where nothing is known.
 */
export function clientAddress(headers: Readonly<Record<string, unknown>>): string | null {
  const forwarded = headers['x-forwarded-for'];
  if (typeof forwarded !== 'string') return null;
  return forwarded.split(',').at(-1)?.trim().slice(0, 64) || null;
}
