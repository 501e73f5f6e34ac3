import type { MetadataRoute } from 'next';
import { serverEnv } from '@/lib/server/env.ts';

/** The address of the site is not known when it is built. */
export const dynamic = 'force-dynamic';

/** Search engines read what is public, each table once; the rest asks for a sign-in. */
export default function robots(): MetadataRoute.Robots {
  const { origin } = serverEnv();
  return {
    rules: { userAgent: '*', allow: ['/open', '/api/open/'], disallow: ['/', '/open/*?sort='] },
    ...(origin === '' ? {} : { sitemap: `${origin}/open/sitemap.xml` }),
  };
}
