import { fail, ok } from '@/lib/domain/result.ts';
import { openSitemap } from '@/lib/publishing/html/open-sitemap.ts';
import { defineOpenRoute } from '@/lib/server/define-open-route.ts';
import { serverEnv } from '@/lib/server/env.ts';
import { searchOpenEditions } from '@/lib/services/editions/open-editions.ts';

/** What search engines are to know; addresses in it are whole ones, so that it needs that of the site. */
export const GET = defineOpenRoute({
  name: '/open/sitemap.xml',
  async run() {
    const { origin } = serverEnv();
    if (origin === '') return fail({ code: 'NOT_FOUND' });
    const editions = await searchOpenEditions({});
    return ok({ mediaType: 'application/xml; charset=utf-8', body: openSitemap(editions, origin) });
  },
});
