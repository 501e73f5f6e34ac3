import type { DraftNews } from '@/lib/schemas/draft-news.ts';
import { type KnownState, type Newer, newsOfState } from './remote-news.ts';

export interface NewsRequest {
  readonly versionId: string;
  readonly since: number;
  /** Of the last answer that was taken over whole; null: none. */
  readonly tag: string | null;
  readonly known: KnownState;
}

/** What came of asking for news. */
export type NewsAnswer =
  | { readonly kind: 'same' | 'signed-out' | 'unreachable' }
  | { readonly kind: 'news'; readonly tag: string | null; readonly news: LiveNews };

/** News with the content they speak of; null: about another version. */
export interface LiveNews extends Omit<DraftNews, 'content'> {
  readonly content: Newer | null;
}

export type ReadNews = (request: NewsRequest) => Promise<NewsAnswer>;

/** Asks the budget's address of the API what is new; an answer without content is an answer of 100 bytes. */
export function newsOverHttp(budgetId: string): ReadNews {
  const address = `/api/v1/budgets/${encodeURIComponent(budgetId)}/changes`;
  return async ({ versionId, since, tag, known }) => {
    try {
      const query = new URLSearchParams({ versionId, since: String(since) });
      const response = await fetch(`${address}?${query}`, {
        cache: 'no-store',
        headers: tag === null ? {} : { 'if-none-match': `"${tag}"` },
      });
      if (response.status === 304) return { kind: 'same' };
      if (response.status === 401) return { kind: 'signed-out' };
      if (!response.ok) return { kind: 'unreachable' };
      const { draftNewsSchema } = await import('@/lib/schemas/draft-news.ts');
      const { content, ...news } = draftNewsSchema.parse(await response.json());
      const etag = response.headers.get('etag')?.replace(/^(?:W\/)?"|"$/g, '') ?? null;
      const isOther = news.versionId !== versionId;
      if (isOther) return { kind: 'news', tag: etag, news: { ...news, content: null } };
      const newer = content ? { ...content, contentRevision: news.contentRevision } : await readWhole(address, known);
      return { kind: 'news', tag: etag, news: { ...news, content: newer } };
    } catch {
      return { kind: 'unreachable' };
    }
  };
}

async function readWhole(address: string, known: KnownState): Promise<Newer> {
  const { budgetStateSchema } = await import('@/lib/schemas/budget-state.ts');
  const response = await fetch(address, { cache: 'no-store' });
  const { content, revisions } = budgetStateSchema.parse(await response.json());
  return newsOfState(known, content, revisions);
}
