import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';

/**
 * All that a renderer sees: words and tables that are ready to be drawn. Renderers format, they never compute, and the
 * same publication gives the same bytes.
 */
export interface Publication {
  /** The document's title, line by line, e.g. the organisation's full name and 2023年部门预算. */
  readonly titleLines: readonly string[];
  /** Who publishes: the author in the documents' properties. */
  readonly organisation: string;
  readonly year: number;
  /** e.g. `第2版`. */
  readonly versionLabel: string;
  /** e.g. `已提交`. */
  readonly stateLabel: string;
  /** Whether every page and sheet must be marked 草稿: everything that is not approved. */
  readonly draft: boolean;
  /** Date of the version, `YYYY-MM-DD`; never the clock, so that an export can be repeated to the byte. */
  readonly date: string;
  /** Null where only annexes are wanted. */
  readonly narrative: NarrativeDocument | null;
  readonly tables: readonly AnnexTable[];
}

/** What marks a publication that is not approved, e.g. `草稿 · 第2版（已提交）`; null for an approved one. */
export function draftMark(publication: Publication): string | null {
  if (!publication.draft) return null;
  const state = publication.stateLabel === DRAFT_WORD ? '' : `（${publication.stateLabel}）`;
  return `${DRAFT_WORD} · ${publication.versionLabel}${state}`;
}

/** The word of the mark and of the watermark. */
export const DRAFT_WORD = '草稿';
