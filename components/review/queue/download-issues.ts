import { download } from '@/components/workflow/download.ts';

/** Fetches the list of issues of versions; what went wrong in a sentence, or null. */
export function downloadIssues(versionIds: readonly string[]): Promise<string | null> {
  return download('/api/v1/reviews/issues', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ versionIds }),
  });
}
