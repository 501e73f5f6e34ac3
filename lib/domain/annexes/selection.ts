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

/** Which selections take an entry: their ids, the same list for entries alike. */
export interface Selector {
  readonly idsFor: (entry: LedgerEntry) => readonly string[];
  /** The same where the traits alone decide, whatever the codes; null where they don't. */
  readonly idsForTraits: (traits: EntryTraits) => readonly string[] | null;
}

/** What is known of entries of the same traits. */
interface Answer {
  readonly matching: readonly NamedSelection[];
  /** The codes that some of the matching selections ask for, as one text; null: none asks. */
  readonly codesOf: ((entry: LedgerEntry) => string) | null;
  readonly idsByCodes: Map<string, readonly string[]>;
}

/**
 * Makes the question "which of these selections take the entry?". Entries of the same traits (and codes, where a
 * selection asks for codes) have the same answer, so each is thought through once.
 */
export function selector(selections: readonly NamedSelection[]): Selector {
  const answers = new Map<EntryTraits, Answer>();
  const answerFor = (traits: EntryTraits): Answer => {
    const known = answers.get(traits) ?? newAnswer(selections, traits);
    answers.set(traits, known);
    return known;
  };
  const idsFor = (entry: LedgerEntry): readonly string[] => {
    const { matching, codesOf, idsByCodes } = answerFor(entry.traits);
    const codes = codesOf ? codesOf(entry) : '';
    const known = idsByCodes.get(codes);
    if (known) return known;
    const ids = matching.filter(({ selection }) => selects(selection, entry)).map(({ id }) => id);
    idsByCodes.set(codes, ids);
    return ids;
  };
  const idsForTraits = (traits: EntryTraits): readonly string[] | null => {
    const { matching, codesOf, idsByCodes } = answerFor(traits);
    if (codesOf) return null;
    const ids = idsByCodes.get('') ?? matching.map(({ id }) => id);
    idsByCodes.set('', ids);
    return ids;
  };
  return { idsFor, idsForTraits };
}

function newAnswer(selections: readonly NamedSelection[], traits: EntryTraits): Answer {
  const matching = selections.filter(({ selection }) => selectsTraits(selection, traits));
  const asked = [
    ...(matching.some(({ selection }) => selection.economicCodes) ? [(entry: LedgerEntry) => entry.economicCode] : []),
    ...(matching.some(({ selection }) => selection.functionClass) ? [classOf] : []),
    ...(matching.some(({ selection }) => selection.unitCode) ? [(entry: LedgerEntry) => entry.unitCode] : []),
  ];
  const codesOf = asked.length === 0 ? null : (entry: LedgerEntry) => asked.map((codeOf) => codeOf(entry)).join(' ');
  return { matching, codesOf, idsByCodes: new Map() };
}
