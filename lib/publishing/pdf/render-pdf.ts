import type { Result } from '@/lib/domain/result.ts';
import { type DocumentLayout, PLAIN_LAYOUT } from '../document-layout.ts';
import type { Publication } from '../publication.ts';
import { xmlText } from '../xml-text.ts';
import { documentPlan } from './document-plan.ts';
import { compileToPdf, type PdfFailure } from './typst-compiler.ts';

/**
 * The whole publication as one PDF: cover and contents where wanted, narrative by GB/T 9704, annexes; with bookmarks, and
 * tagged (PDF/A-2a) or, a good deal smaller, untagged (PDF/A-2u). A character that no font holds is an error that names
 * it, never an empty box.
 */
export function renderPdf(
  publication: Publication,
  layout: DocumentLayout = PLAIN_LAYOUT,
): Promise<Result<Uint8Array, PdfFailure>> {
  const plan = JSON.stringify(documentPlan(publication, layout), (_key, value: unknown) =>
    typeof value === 'string' ? xmlText(value) : value,
  );
  return compileToPdf(plan, layout.tagged);
}
