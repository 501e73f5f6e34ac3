/** Signs in at a running product; returns the cookies of the session as a request's header. @throws when refused */
export async function signedInCookie(url: string, username: string, password: string): Promise<string> {
  const first = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = Object(await first.json());
  const answer = await fetch(`${url}/api/auth/callback/credentials`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: cookiesOf(first), origin: url },
    body: new URLSearchParams({ username, password, csrfToken, callbackUrl: '/', json: 'true' }),
  });
  if (!answer.ok) throw new Error(`${username} can't sign in: ${await answer.text()}`);
  return cookiesOf(answer);
}

function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
