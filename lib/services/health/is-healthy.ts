import { ping } from '@/lib/db/ping.ts';

const TIME_LIMIT_MS = 2_000;

/**
 * Whether the application can serve: the database answers in time. For load balancers and for the start script; it
 * needs no sign-in and tells nothing else.
 */
export async function isHealthy(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((answer) => {
    timer = setTimeout(() => answer(false), TIME_LIMIT_MS);
  });
  try {
    return await Promise.race([ping().then(() => true), late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
