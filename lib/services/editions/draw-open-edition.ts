import type { Problem } from '@/lib/domain/problem.ts';
import { ok, type Result } from '@/lib/domain/result.ts';
import type { AnnexOrder } from '@/lib/publishing/html/annex-order.ts';
import { openAnnexPage } from '@/lib/publishing/html/open-annex-page.ts';
import { openEditionPage, withdrawnPage } from '@/lib/publishing/html/open-edition-page.ts';
import { type OpenEditionPlace, readOpenAnnexTable, readOpenDocuments, readOpenEdition } from './open-editions.ts';

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

/** The public page of one annex of an edition, in the order that is asked for. */
export async function drawOpenAnnex(
  place: OpenEditionPlace,
  { annex, order, origin }: { readonly annex: string; readonly order: AnnexOrder | null; readonly origin: string },
): Promise<Result<DrawnEdition, Problem>> {
  const opened = await readOpenAnnexTable(place, annex);
  if (!opened.ok) return opened;
  const { annex: table, ...standing } = opened.value;
  if (table === null) return ok({ html: withdrawnPage({ ...standing, origin }), isWithdrawn: true });
  return ok({ html: openAnnexPage({ ...standing, annex: table, order, origin }), isWithdrawn: false });
}
