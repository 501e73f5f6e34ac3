import type {
  NarrativeDocument,
  NarrativeParagraph,
  NarrativeSection,
} from '@/lib/domain/narrative/narrative-document.ts';
import { eachAnnex } from '../annex-error.ts';
import { type DocumentLayout, PLAIN_LAYOUT } from '../document-layout.ts';
import { DRAFT_WORD, draftMark, type Publication } from '../publication.ts';
import { type AnnexPlan, annexPlan } from './annex-plan.ts';

/** What template.typ reads as /publication.json. */
export interface DocumentPlan {
  readonly title: readonly string[];
  readonly organisation: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly draft: { readonly word: string; readonly mark: string } | null;
  /** The title page: the lines of its title, and the month. */
  readonly cover: { readonly lines: readonly string[]; readonly date: string } | null;
  /** Whether a table of contents stands in front; without it a list of annexes stands behind the narrative. */
  readonly contents: boolean;
  readonly narrative: readonly NarrativeItem[];
  readonly annexes: readonly AnnexPlan[];
}

export type NarrativeItem =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lead: string; readonly text: string };

/** Lays a publication out for the template: every decision that needs no measuring on the page is taken here. */
export function documentPlan(publication: Publication, layout: DocumentLayout = PLAIN_LAYOUT): DocumentPlan {
  const mark = draftMark(publication);
  const [year = publication.year, month = 1, day = 1] = publication.date.split('-').map(Number);
  return {
    title: publication.titleLines,
    organisation: publication.organisation,
    date: { year, month, day },
    draft: mark === null ? null : { word: DRAFT_WORD, mark },
    cover: layout.cover ? { lines: coverLines(publication), date: `${year}年${month}月` } : null,
    contents: layout.contents,
    narrative: publication.narrative ? narrativeItems(publication.narrative) : [],
    annexes: eachAnnex(publication.tables, annexPlan),
  };
}

/** The whole is the budget, not the words about it alone. */
function coverLines({ titleLines }: Publication): string[] {
  return titleLines.map((line) => line.replace(/情况说明$/, ''));
}

function narrativeItems(narrative: NarrativeDocument): NarrativeItem[] {
  return [...narrative.sections.flatMap(sectionItems), ...narrative.closing.map(paragraphItem)];
}

function sectionItems(section: NarrativeSection): NarrativeItem[] {
  return [
    { kind: 'heading', level: section.level, text: section.heading },
    ...section.paragraphs.map(paragraphItem),
    ...section.sections.flatMap(sectionItems),
  ];
}

function paragraphItem(paragraph: NarrativeParagraph): NarrativeItem {
  return { kind: 'paragraph', lead: paragraph.lead ?? '', text: paragraph.runs.map(({ text }) => text).join('') };
}
