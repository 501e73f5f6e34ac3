import { ok } from '@/lib/domain/result.ts';
import { MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { OPEN_API } from '@/lib/publishing/json/open-api.ts';
import { defineOpenRoute } from '@/lib/server/define-open-route.ts';

/** What the open API answers, as OpenAPI 3.1. */
export const GET = defineOpenRoute({
  name: '/api/open/v1/openapi.json',
  async run() {
    return ok({ mediaType: MEDIA_TYPES.json, body: JSON.stringify(OPEN_API) });
  },
});
