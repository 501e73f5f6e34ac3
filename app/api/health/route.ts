import { isHealthy } from '@/lib/services/health/is-healthy.ts';

export const dynamic = 'force-dynamic';

/** For load balancers: 200 while the application can serve, else 503. Open to everybody, so it says no more. */
export async function GET(): Promise<Response> {
  return (await isHealthy())
    ? Response.json({ status: 'ok' })
    : Response.json({ status: 'unavailable' }, { status: 503, headers: { 'Retry-After': '5' } });
}
