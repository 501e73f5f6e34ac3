import type { Result } from '@/lib/domain/result.ts';
import type { Publication } from '../publication.ts';
import { documentPlan } from './document-plan.ts';
import { compileToPdf, type PdfFailure } from './typst-compiler.ts';

/**
 * The whole publication as one PDF: narrative by GB/T 9704, list of annexes, annexes; tagged PDF/A-2a with bookmarks.
 * A character that no font holds is an error that names it, never an empty box.
 */
export function renderPdf(publication: Publication): Promise<Result<Uint8Array, PdfFailure>> {
  return compileToPdf(JSON.stringify(documentPlan(publication)));
}
