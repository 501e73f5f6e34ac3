import type { PublicEdition } from '@/lib/domain/editions/edition.ts';
import { html } from './html.ts';
import { departmentPath, editionPath, INDEX_PATH, yearPath } from './open-paths.ts';
import { dateOf } from './open-words.ts';

/** More addresses than these a sitemap may not hold (sitemaps.org). */
const MOST = 50_000;

/** The pages that search engines are to know: the list, its years, departments, and the editions that hold. */
export function openSitemap(editions: readonly PublicEdition[], origin: string): string {
  const out = editions.filter(({ state }) => state === 'PUBLISHED');
  const lists = [
    INDEX_PATH,
    ...new Set(out.map(({ year }) => yearPath(year))),
    ...new Set(out.map((edition) => departmentPath(edition))),
  ].map((path) => ({ path, day: null }));
  const pages = out.map((edition) => ({ path: editionPath(edition), day: dateOf(edition.publishedAt) }));
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${[...lists, ...pages]
  .slice(0, MOST)
  .map(
    ({ path, day }) => html`<url><loc>${origin}${path}</loc>${day !== null && html`<lastmod>${day}</lastmod>`}</url>\n`,
  )}</urlset>
`.text;
}
