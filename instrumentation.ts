import type { Instrumentation } from 'next';

/** Begins the work of the server that nobody asks for: deadlines that come near, and mail. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { startNoticeRounds } = await import('./lib/server/mail/notice-rounds.ts');
  startNoticeRounds(process.env);
}

/**
 * What breaks while a page is rendered is logged as one JSON line under the number that the page shows (Next's digest),
 * so that a user's call finds it. Actions and routes log their own (lib/server/unexpected.ts).
 */
export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logPageError } = await import('./lib/server/log.ts');
  logPageError(error, `${request.method} ${context.routePath}`);
};
