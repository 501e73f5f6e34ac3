/**
 * The policy of a page: scripts run only with this response's nonce, nothing comes from another host, nobody frames us.
 * Styles may be inline, because Mantine writes style attributes. `frame-src` admits the previews of our own PDF.
 *
 * @param nonce fresh for each response, letters and digits
 */
export function contentSecurityPolicy(nonce: string): string {
  // React's development build evaluates code to show server stacks, and its hot reload listens on a socket.
  const isDevelopment = process.env.NODE_ENV === 'development';
  const directives = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "frame-src 'self' blob:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ];
  return directives.join('; ');
}
