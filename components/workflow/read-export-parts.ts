import { array, object, string } from 'zod';
import type { AnnexEntry } from '@/lib/domain/annexes/annex-entries.ts';

const partsSchema = array(object({ id: string(), label: string(), title: string() }));

/** Asks which parts of a version can be exported; null where no answer came. */
export async function readExportParts(
  budgetId: string,
  versionNumber: number,
  signal: AbortSignal,
): Promise<readonly AnnexEntry[] | null> {
  try {
    const address = `/api/v1/budgets/${encodeURIComponent(budgetId)}/exports/parts?version=${versionNumber}`;
    const response = await fetch(address, { cache: 'no-store', signal });
    return response.ok ? partsSchema.parse(await response.json()) : null;
  } catch {
    return null;
  }
}
