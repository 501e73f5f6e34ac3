import type { Budget, Collection } from '../budget/budget.ts';
import { SECTION_LABELS } from '../checks/finding.ts';
import { sectionOfRow } from '../checks/section-of-row.ts';

/** A remark that is made often. */
export interface CommentTemplate {
  readonly id: string;
  /** Whether it is the bureau's, so that every reviewer sees it; otherwise it is its owner's alone. */
  readonly shared: boolean;
  readonly title: string;
  readonly text: string;
  readonly revision: number;
}

export const MAX_TITLE_LENGTH = 50;

/** How many templates there may be: a list that nobody can look through helps nobody. */
export const TEMPLATE_LIMITS = { own: 100, shared: 200 } as const;

/** The words that a template may leave to the place where it is used; in a text they stand in braces. */
export const PLACEHOLDERS = ['单位', '项目', '栏目'] as const;

export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What the placeholders stand for at the place of a remark; null: nothing there. */
export type RemarkPlace = Readonly<Record<Placeholder, string | null>>;

/** Something in braces that is not filled, as a person has to complete it. */
const BLANK = /\{[^{}]*\}/;

/**
 * Puts the names of a place into a template's text. What is unknown, or has no name there, stays visible in its braces;
 * what a name itself holds is never filled again.
 */
export function fillTemplate(text: string, place: RemarkPlace): string {
  return text.replace(/\{([^{}]*)\}/g, (whole, word: string) => {
    const known = PLACEHOLDERS.find((placeholder) => placeholder === word.trim());
    return (known && place[known]) || whole;
  });
}

/** Where in a text the first thing in braces stands that is still to be completed; null: there is none. */
export function firstBlank(text: string): { readonly start: number; readonly end: number } | null {
  const found = BLANK.exec(text);
  return found && { start: found.index, end: found.index + found[0].length };
}

/** What a remark is on: a row, an annex, or the whole budget where all are null. */
export interface RemarkAnchor {
  readonly collection: Collection | null;
  readonly rowKey: string | null;
  readonly annex: string | null;
}

/**
 * The place of a remark: the project that its row is or belongs to, and the section or annex it stands in.
 *
 * @param annexNumberOf what the document calls an annex
 */
export function placeOfRemark(
  budget: Budget,
  { collection, rowKey, annex }: RemarkAnchor,
  annexNumberOf: (annex: string) => string,
): RemarkPlace {
  const unit = budget.unit.name;
  if (collection === null || rowKey === null) {
    return { 单位: unit, 项目: null, 栏目: annex === null ? null : annexNumberOf(annex) };
  }
  const projectKey = collection === 'projects' ? rowKey : projectKeyOf(budget, collection, rowKey);
  const project = budget.projects.find(({ key }) => key === projectKey);
  return { 单位: unit, 项目: project?.name || null, 栏目: SECTION_LABELS[sectionOfRow(budget, collection, rowKey)] };
}

function projectKeyOf(budget: Budget, collection: Collection, rowKey: string): string | null {
  const lineKey =
    collection === 'calculations' ? budget.calculations.find(({ key }) => key === rowKey)?.lineKey : rowKey;
  switch (collection) {
    case 'expenditure':
    case 'calculations':
      return budget.expenditure.find(({ key }) => key === lineKey)?.projectKey ?? null;
    case 'indicators':
      return budget.indicators.find(({ key }) => key === rowKey)?.projectKey ?? null;
    case 'attachments':
      return budget.attachments.find(({ key }) => key === rowKey)?.projectKey ?? null;
    default:
      return null;
  }
}

export interface Insertion {
  readonly text: string;
  /** What of the new text is to be marked: the first blank of what came in, or the place behind it. */
  readonly selection: { readonly start: number; readonly end: number };
}

/**
 * Puts a text in at the cursor; nothing that was typed is lost.
 *
 * @returns null where the result would be longer than `maxLength`
 */
export function insertText(typed: string, cursor: number, added: string, maxLength: number): Insertion | null {
  const at = Math.min(Math.max(0, cursor), typed.length);
  const text = typed.slice(0, at) + added + typed.slice(at);
  if (text.length > maxLength) return null;
  const { start, end } = firstBlank(added) ?? { start: added.length, end: added.length };
  return { text, selection: { start: at + start, end: at + end } };
}
