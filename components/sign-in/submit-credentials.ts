import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';

const UNAVAILABLE: Problem = { code: 'UNAVAILABLE' };

/**
 * Signs in at next-auth's own endpoints. Its browser library is not used: on a lost connection it leaves the page, and
 * what was typed with it.
 *
 * @returns ok once the browser holds the session cookie
 */
export async function submitCredentials(username: string, password: string): Promise<Result<null, Problem>> {
  try {
    const csrf = (await (await fetch('/api/auth/csrf')).json()) as { csrfToken: string };
    const response = await fetch('/api/auth/callback/credentials', {
      method: 'POST',
      body: new URLSearchParams({ username, password, csrfToken: csrf.csrfToken, callbackUrl: '/', json: 'true' }),
    });
    const answer = (await response.json()) as { url: string };
    const error = new URL(answer.url, window.location.origin).searchParams.get('error');
    return response.ok && error === null ? ok(null) : fail(problemOf(error));
  } catch {
    return fail(UNAVAILABLE);
  }
}

/** The server wrote the problem as JSON into the error; next-auth's own errors are bare words. */
function problemOf(error: string | null): Problem {
  try {
    return JSON.parse(error ?? '') as Problem;
  } catch {
    return error === 'CredentialsSignin' ? { code: 'BAD_CREDENTIALS' } : UNAVAILABLE;
  }
}
