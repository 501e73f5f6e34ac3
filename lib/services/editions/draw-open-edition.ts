import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import { openEditionPage } from '@/lib/publishing/html/open-edition-page.ts';
import { type OpenEditionPlace, readOpenDocuments, readOpenEdition } from './open-editions.ts';

export interface DrawnEdition {
  readonly html: string;
  readonly isWithdrawn: boolean;
}

/** The public page of an edition, drawn from its frozen files alone. */
export async function drawOpenEdition(place: OpenEditionPlace, origin: string): Promise<Result<DrawnEdition, Problem>> {
  const opened = await readOpenEdition(place);
  if (!opened.ok) return opened;
  const documents = await readOpenDocuments(opened.value.edition);
  return ok({
    html: openEditionPage({ ...opened.value, ...documents, origin }),
    isWithdrawn: opened.value.edition.state === 'WITHDRAWN',
  });
}
