import type { WanYuanStyle } from '../../money/format.ts';
import type { MoneyUnit } from '../../money/parse.ts';
import type { NoteDefinition, Template } from '../definition.ts';
import type { Rounding } from '../rounding.ts';

/** What a bureau changes of a built-in set: only what differs from it, so that nothing changed is nothing said. */
export interface AnnexSetEdits {
  /** Of this form of edits. */
  readonly version: 1;
  /** Stands before the number of an annex, e.g. 附件. */
  readonly numberPrefix?: string;
  readonly unit?: MoneyUnit;
  readonly rounding?: Rounding;
  /** Ids (of the built-in set) of the annexes that are printed, in printed order; absent: all of them. */
  readonly shown?: readonly string[];
  /** By id of the built-in set. */
  readonly annexes: Readonly<Record<string, AnnexEdits>>;
}

/** What is changed of one annex. */
export interface AnnexEdits {
  readonly title?: Template;
  /** Where it is not the set's. */
  readonly unit?: MoneyUnit;
  readonly style?: WanYuanStyle;
  /** In place of all notes of the built-in annex. */
  readonly notes?: readonly NoteDefinition[];
  /** By key, headings over several columns included. */
  readonly columns?: Readonly<Record<string, ColumnEdits>>;
  /** Keys of the columns of amounts and the headings over them, from left to right; absent: as in the built-in set. */
  readonly columnOrder?: readonly string[];
  /** The labelled values above the columns, by key. */
  readonly fields?: Readonly<Record<string, ColumnEdits>>;
}

export interface ColumnEdits {
  readonly label?: Template;
  readonly hidden?: true;
}

/** A set of a bureau's own: a built-in one and what is changed of it. */
export interface EditedAnnexSet {
  readonly id: string;
  readonly name: string;
  /** Id of the built-in set. */
  readonly base: string;
  readonly edits: AnnexSetEdits;
}

/** What names the set of a year: the id of a built-in one, or an edited one with all that it says. */
export type AnnexSetRef = string | EditedAnnexSet;

export const NO_EDITS: AnnexSetEdits = { version: 1, annexes: {} };

export const ANNEX_SET_LIMITS = { name: 40, numberPrefix: 8, title: 80, label: 40, note: 200, notes: 6 } as const;
