import { type NextRequest, NextResponse } from 'next/server';
import { getToken } from 'next-auth/jwt';
import { contentSecurityPolicy } from '@/lib/server/content-security-policy.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { sessionCookieName } from '@/lib/server/session/session-cookie.ts';

/** Pages that show without sign-in; whatever else a browser navigates to needs a session. */
const PUBLIC_PATHS = ['/sign-in'];

/**
 * Two conveniences before a page is rendered: the content security policy with a fresh nonce, and the way to /sign-in
 * for a browser without a session. Only the token's signature is looked at here; it protects nothing. Every page,
 * action and route asks the database itself (lib/server), so that passing this by gains nothing.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const { pathname, search } = request.nextUrl;
  // An action posted from a page that has lost its session must get its answer, not a page: nothing typed may be lost.
  if (request.method === 'GET' && !PUBLIC_PATHS.includes(pathname) && !(await hasSignedToken(request))) {
    const signIn = new URL('/sign-in', request.url);
    if (pathname !== '/') signIn.searchParams.set('next', pathname + search);
    return NextResponse.redirect(signIn);
  }
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('x-path', pathname + search);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

async function hasSignedToken(request: NextRequest): Promise<boolean> {
  const { authSecret, isHttps } = serverEnv();
  const token = await getToken({ req: request, secret: authSecret, cookieName: sessionCookieName(isHttps) });
  return token !== null;
}

export const config = {
  matcher: [
    {
      // Not for routes, which answer for themselves (the public pages are such), nor for files.
      source: '/((?!api/|open$|open/|robots\\.txt$|_next/|.*\\.(?:js|svg|png|ico)$).*)',
      missing: [{ type: 'header', key: 'next-router-prefetch' }],
    },
  ],
};
