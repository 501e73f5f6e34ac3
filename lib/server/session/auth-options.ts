import type { NextAuthOptions } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import type { Problem } from '@/lib/domain/problem.ts';
import { endSession } from '@/lib/services/sessions/end-session.ts';
import { SESSION_SECONDS } from '@/lib/services/sessions/session-length.ts';
import { signIn } from '@/lib/services/sessions/sign-in.ts';
import { serverEnv } from '../env.ts';
import { logNotice, logUnexpected } from '../log.ts';
import { safePath } from '../safe-path.ts';
import { unexpectedProblem } from '../unexpected.ts';
import { clientAddress } from './client-address.ts';
import { sessionCookieName } from './session-cookie.ts';

declare module 'next-auth' {
  interface Session {
    sessionId?: string;
  }
  interface User {
    sessionId: string;
  }
}

declare module 'next-auth/jwt' {
  interface JWT {
    sessionId?: string;
  }
}

/**
 * next-auth with user name and password. Its token carries nothing but the id of a row in the sessions table; who that
 * is, and whether it still holds, is read from the database at each request (lib/server/current-actor.ts).
 *
 * A function, so that the environment is read at the first request and not by a build.
 */
export function authOptions(): NextAuthOptions {
  const { authSecret, isHttps } = serverEnv();
  return {
    secret: authSecret,
    logger: { error: noteError, warn: (code) => logNotice('next-auth', code), debug: () => {} },
    session: { strategy: 'jwt', maxAge: SESSION_SECONDS },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    useSecureCookies: isHttps,
    cookies: {
      sessionToken: {
        name: sessionCookieName(isHttps),
        options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isHttps },
      },
    },
    providers: [
      Credentials({
        credentials: { username: { type: 'text' }, password: { type: 'password' } },
        authorize: (credentials, request) =>
          signInOrThrow(credentials?.username ?? '', credentials?.password ?? '', clientAddress(request.headers ?? {})),
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => (user ? { sessionId: user.sessionId } : token),
      // No look-up here: next-auth would take a database out of reach for a signed-out user.
      session: ({ session, token }) => ({ expires: session.expires, sessionId: token.sessionId }),
      redirect: ({ url, baseUrl }) => new URL(safePath(url, baseUrl), baseUrl).href,
    },
    events: {
      signOut: async ({ token }) => {
        if (token?.sessionId) await endSession(token.sessionId);
      },
    },
  };
}

/** A token that is over or forged is an everyday matter; what else next-auth meets is a fault of ours. */
function noteError(code: string, metadata: Error | { readonly error: Error }): void {
  if (code === 'JWT_SESSION_ERROR') logNotice('next-auth', code);
  else logUnexpected(metadata instanceof Error ? metadata : metadata.error, `next-auth ${code}`);
}

/** next-auth hands only an error's message to the sign-in form: a problem travels there as JSON. */
async function signInOrThrow(username: string, password: string, address: string | null) {
  const outcome = await signIn({ username, password, address }).catch((error: unknown) => ({
    ok: false as const,
    error: unexpectedProblem(error, 'sign-in'),
  }));
  if (!outcome.ok) throw new SignInRefused(outcome.error);
  return { id: outcome.value.userId, sessionId: outcome.value.sessionId };
}

class SignInRefused extends Error {
  constructor(problem: Problem) {
    super(JSON.stringify(problem));
  }
}
