/**
 * A path inside this system, out of an address that anybody may have written into a link.
 *
 * @param candidate an address, absolute or relative; null for none
 * @param baseUrl the system's own origin
 * @returns path, query and fragment; "/" for whatever leads elsewhere
 */
export function safePath(candidate: string | null | undefined, baseUrl = 'http://localhost'): string {
  if (!candidate || !URL.canParse(candidate, baseUrl)) return '/';
  const url = new URL(candidate, baseUrl);
  if (url.origin !== new URL(baseUrl).origin) return '/';
  // "//host" at the start of a path would name another host once the path is used as an address again.
  return `${url.pathname.replace(/^\/{2,}/, '/')}${url.search}${url.hash}`;
}
