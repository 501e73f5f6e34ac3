import type { ProcurementCategory } from '../budget/budget.ts';
import type { FundSource } from '../budget/fund-source.ts';
import type { BasicColumn } from '../classification/edition.ts';
import type { ProjectCategory } from '../projects/project.ts';
import type { Book, EntryTraits, LedgerEntry } from './ledger.ts';

/** Which ledger entries count: those that meet every condition named. A missing condition asks nothing. */
export interface Selection {
  readonly books?: readonly Book[];
  readonly kind?: 'BASIC' | 'PROJECT';
  readonly carriedOver?: boolean;
  readonly sources?: readonly FundSource[];
  readonly categories?: readonly ProjectCategory[];
  readonly procurement?: ProcurementCategory;
  readonly basicColumn?: BasicColumn;
  /** Of units that have 机关运行经费. */
  readonly ofOffice?: boolean;
  /** 款 of the economic classification, exactly. */
  readonly economicCodes?: readonly string[];
  /** 类 of the functional classification. */
  readonly functionClass?: string;
  /** Of one unit, by its code. */
  readonly unitCode?: string;
}

/** Whether an entry meets every condition of a selection. */
export function selects(selection: Selection, entry: LedgerEntry): boolean {
  const { economicCodes, functionClass, unitCode } = selection;
  return (
    selectsTraits(selection, entry.traits) &&
    (economicCodes === undefined || economicCodes.includes(entry.economicCode)) &&
    (functionClass === undefined || functionClass === classOf(entry)) &&
    (unitCode === undefined || unitCode === entry.unitCode)
  );
}

function selectsTraits(selection: Selection, traits: EntryTraits): boolean {
  const { books, kind, carriedOver, sources, categories, procurement, basicColumn, ofOffice } = selection;
  return (
    (books === undefined || books.includes(traits.book)) &&
    (kind === undefined || kind === traits.kind) &&
    (carriedOver === undefined || carriedOver === traits.carriedOver) &&
    (sources === undefined || sources.includes(traits.source)) &&
    (categories === undefined || (traits.category !== null && categories.includes(traits.category))) &&
    (procurement === undefined || procurement === traits.procurement) &&
    (basicColumn === undefined || basicColumn === traits.basicColumn) &&
    (ofOffice === undefined || ofOffice === traits.ofOffice)
  );
}

function classOf(entry: LedgerEntry): string {
  return entry.functionCode.slice(0, 3);
}

export interface NamedSelection {
  readonly id: string;
  readonly selection: Selection;
}

/**
 * Makes the question "which of these selections take the entry?", answered by their ids. Entries of the same traits
 * (and codes, where a selection asks for codes) have the same answer, so each is thought through once.
 */
export function selector(selections: readonly NamedSelection[]): (entry: LedgerEntry) => readonly string[] {
  const asksEconomic = selections.some(({ selection }) => selection.economicCodes !== undefined);
  const asksClass = selections.some(({ selection }) => selection.functionClass !== undefined);
  const asksUnit = selections.some(({ selection }) => selection.unitCode !== undefined);
  const asksCodes = asksEconomic || asksClass || asksUnit;
  const answer = (entry: LedgerEntry) =>
    selections.filter(({ selection }) => selects(selection, entry)).map(({ id }) => id);
  const answers = new Map<EntryTraits, Map<string, readonly string[]>>();
  return (entry) => {
    const alike = answers.get(entry.traits) ?? new Map<string, readonly string[]>();
    if (alike.size === 0) answers.set(entry.traits, alike);
    const codes = asksCodes
      ? `${asksEconomic ? entry.economicCode : ''} ${asksClass ? classOf(entry) : ''} ${asksUnit ? entry.unitCode : ''}`
      : '';
    const known = alike.get(codes) ?? answer(entry);
    if (!alike.has(codes)) alike.set(codes, known);
    return known;
  };
}
