import type {
  NarrativeDocument,
  NarrativeParagraph,
  NarrativeSection,
} from '@/lib/domain/narrative/narrative-document.ts';
import { eachAnnex } from '../annex-error.ts';
import { DRAFT_WORD, draftMark, type Publication } from '../publication.ts';
import { type AnnexPlan, annexPlan } from './annex-plan.ts';

/** What template.typ reads as /publication.json. */
export interface DocumentPlan {
  readonly title: readonly string[];
  readonly organisation: string;
  readonly date: { readonly year: number; readonly month: number; readonly day: number };
  readonly draft: { readonly word: string; readonly mark: string } | null;
  readonly narrative: readonly NarrativeItem[];
  readonly annexes: readonly AnnexPlan[];
}

export type NarrativeItem =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lead: string; readonly text: string };

/** Lays a publication out for the template: every decision that needs no measuring on the page is taken here. */
export function documentPlan(publication: Publication): DocumentPlan {
  const mark = draftMark(publication);
  const [year = publication.year, month = 1, day = 1] = publication.date.split('-').map(Number);
  return {
    title: publication.titleLines,
    organisation: publication.organisation,
    date: { year, month, day },
    draft: mark === null ? null : { word: DRAFT_WORD, mark },
    narrative: publication.narrative ? narrativeItems(publication.narrative) : [],
    annexes: eachAnnex(publication.tables, annexPlan),
  };
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
