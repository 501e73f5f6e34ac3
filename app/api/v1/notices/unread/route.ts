import { ok } from '@/lib/domain/result.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { jsonResponse } from '@/lib/server/json-response.ts';
import { countUnread } from '@/lib/services/notices/count-unread.ts';

/** `{ "unread": n }`: how many notices the user has not read; 304 where it is as `If-None-Match` names it. */
export const GET = defineRoute({
  name: '/api/v1/notices/unread',
  permission: 'signed-in',
  async run({ actor, request }) {
    const counted = await countUnread(actor);
    if (!counted.ok) return counted;
    const headers = { etag: `"${counted.value}"` };
    const seen = request.headers.get('if-none-match')?.replace(/^W\//, '');
    if (seen !== headers.etag) return ok(jsonResponse({ unread: counted.value }, { headers }));
    return ok(new Response(null, { status: 304, headers: { ...headers, 'cache-control': 'no-store' } }));
  },
});
