import { strictObject } from 'zod';
import { ok } from '@/lib/domain/result.ts';
import { MAX_SAVE_BYTES, saveRequestSchema } from '@/lib/schemas/changes.ts';
import { newsQuerySchema } from '@/lib/schemas/draft-news.ts';
import { keyField } from '@/lib/schemas/fields.ts';
import { defineRoute } from '@/lib/server/define-route.ts';
import { jsonResponse } from '@/lib/server/json-response.ts';
import { readNews, type TaggedNews } from '@/lib/services/budgets/read-news.ts';
import { readState } from '@/lib/services/budgets/read-state.ts';
import { saveChanges } from '@/lib/services/budgets/save-changes.ts';

const params = strictObject({ budgetId: keyField });

/**
 * The newest version as it is stored (`budgetStateSchema`): what an editor merges its unsaved edits with. With
 * `?versionId=…&since=<content revision>` only what is new since then (`draftNewsSchema`), and 304 where nothing is
 * since the answer whose ETag `If-None-Match` names.
 */
export const GET = defineRoute({
  name: '/api/v1/budgets/[budgetId]/changes',
  permission: 'budget.read',
  params,
  query: newsQuerySchema.partial(),
  async run({ actor, params: { budgetId }, query, request }) {
    const { versionId, since } = query;
    if (versionId === undefined || since === undefined) return readState(actor, { budgetId });
    const seenTag = request.headers.get('if-none-match')?.replace(/^(?:W\/)?"|"$/g, '') ?? null;
    const read = await readNews(actor, { budgetId, versionId, since, seenTag });
    return read.ok ? ok(newsResponse(read.value)) : read;
  },
});

function newsResponse({ tag, news }: TaggedNews): Response {
  const headers = { etag: `"${tag}"` };
  if (news) return jsonResponse(news, { headers });
  return new Response(null, { status: 304, headers: { ...headers, 'cache-control': 'no-store' } });
}

/**
 * Saves edits of a draft (`saveRequestSchema`): 200 with the new revisions (`saveResponseSchema`), 409 STALE with the
 * rows as they now are (`staleResponseSchema`), 409 NOT_A_DRAFT, 413, 422 with each fault by its JSON path.
 */
export const POST = defineRoute({
  name: '/api/v1/budgets/[budgetId]/changes',
  permission: 'budget.edit',
  params,
  body: saveRequestSchema,
  maxBytes: MAX_SAVE_BYTES,
  async run({ actor, params: { budgetId }, body }) {
    const saved = await saveChanges(actor, { ...body, budgetId });
    return saved.ok ? ok({ revisions: saved.value }) : saved;
  },
});
