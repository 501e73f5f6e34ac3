import type { Budget, ProcurementCategory } from '../budget/budget.ts';
import { type ExpenditureFact, expenditureFacts, type RevenueFact, revenueFacts } from '../budget/facts.ts';
import type { FundSource } from '../budget/fund-source.ts';
import { hasOperatingExpenditure } from '../budget/operating-expenditure.ts';
import type { BasicColumn, ClassificationEdition } from '../classification/edition.ts';
import type { Fen } from '../money/fen.ts';
import type { ProjectCategory } from '../projects/project.ts';

/** What an entry of the ledger is a record of. */
export type Book =
  | 'REVENUE'
  /** The same revenue, placed under functional codes (annex 7), see `revenueByFunction`. */
  | 'REVENUE_BY_FUNCTION'
  | 'EXPENDITURE'
  /** 结转下年. */
  | 'CARRY_FORWARD'
  | 'PROCUREMENT'
  /** 上年预算数 of the general public budget, by functional code. */
  | 'PRIOR_EXPENDITURE'
  /** 上年“三公”经费, under the economic codes that this year's is counted by. */
  | 'PRIOR_THREE_PUBLIC';

/** What an entry is, its codes apart. Entries alike share one object, so that a question is asked of it once. */
export interface EntryTraits {
  readonly book: Book;
  readonly source: FundSource;
  readonly carriedOver: boolean;
  readonly kind: 'BASIC' | 'PROJECT' | null;
  readonly category: ProjectCategory | null;
  readonly basicColumn: BasicColumn | null;
  readonly procurement: ProcurementCategory | null;
  /** Spent by a unit that has 机关运行经费: of the administration, or managed under the civil service law. */
  readonly ofOffice: boolean;
}

/** One amount with all that an annex can ask of it. A figure of an annex is a sum of these, and of nothing else. */
export interface LedgerEntry {
  readonly traits: EntryTraits;
  /** Whose it is. */
  readonly unitCode: string;
  readonly functionCode: string;
  readonly economicCode: string;
  /** Running number of the project in the department. */
  readonly projectNumber: number | null;
  /** False for an entry that only places money under a code which the total already holds. */
  readonly inTotal: boolean;
  readonly amountFen: Fen;
  readonly lineKey: string | null;
}

/** Economic codes of 因公出国（境）费用, 公务用车购置, 公务用车运行维护费, 公务接待费; 30913 is not among them. */
export const THREE_PUBLIC_CODES = {
  overseasTrips: '30212',
  vehiclePurchase: '31013',
  vehicleRunning: '30231',
  receptions: '30217',
} as const;

/** What an entry is written from; what is left out is blank. */
interface Draft extends Partial<Omit<EntryTraits, 'book' | 'source'>> {
  readonly source?: FundSource;
  readonly functionCode?: string;
  readonly economicCode?: string;
  readonly projectNumber?: number | null;
  readonly inTotal?: boolean;
  readonly lineKey?: string | null;
}

type Write = (book: Book, amountFen: Fen | null, draft: Draft) => void;

/** Everything a department's budget says in amounts, its units one after the other; blank amounts say nothing. */
export function ledgerOf(units: readonly Budget[], edition: ClassificationEdition): readonly LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  const known = new Map<string, EntryTraits>();
  let projectsBefore = 0;
  for (const budget of units) {
    const write = writer(entries, known, budget.unit.code);
    const numbers = new Map(budget.projects.map(({ key }, index) => [key, projectsBefore + index + 1]));
    projectsBefore += budget.projects.length;
    const expenditure = expenditureFacts(budget);
    const revenue = revenueFacts(budget);
    for (const fact of revenue) write('REVENUE', fact.amountFen, fact);
    writeRevenueByFunction(write, revenue, expenditure);
    writeExpenditure(write, expenditure, { numbers, edition, ofOffice: hasOperatingExpenditure(budget) });
    writeLists(write, budget);
    writePriorThreePublic(write, budget);
  }
  return entries;
}

function writer(entries: LedgerEntry[], known: Map<string, EntryTraits>, unitCode: string): Write {
  let last: EntryTraits | undefined;
  return (book, amountFen, draft) => {
    if (amountFen === null) return;
    const { source = 'GENERAL_PUBLIC', carriedOver = false, kind = null, category = null } = draft;
    const { basicColumn = null, procurement = null, ofOffice = false } = draft;
    const own = { book, source, carriedOver, kind, category, basicColumn, procurement, ofOffice };
    // Lines alike stand together
    const traits = last && isAlike(last, own) ? last : knownTraits(known, own);
    last = traits;
    const { functionCode = '', economicCode = '', projectNumber = null, inTotal = true, lineKey = null } = draft;
    entries.push({ traits, unitCode, functionCode, economicCode, projectNumber, inTotal, amountFen, lineKey });
  };
}

function isAlike(one: EntryTraits, other: EntryTraits): boolean {
  return (
    one.book === other.book &&
    one.source === other.source &&
    one.carriedOver === other.carriedOver &&
    one.kind === other.kind &&
    one.category === other.category &&
    one.basicColumn === other.basicColumn &&
    one.procurement === other.procurement &&
    one.ofOffice === other.ofOffice
  );
}

function knownTraits(known: Map<string, EntryTraits>, own: EntryTraits): EntryTraits {
  const name = Object.values(own).join(' ');
  const traits = known.get(name) ?? own;
  known.set(name, traits);
  return traits;
}

interface UnitOfExpenditure {
  /** Running number by the project's key. */
  readonly numbers: ReadonlyMap<string, number>;
  readonly edition: ClassificationEdition;
  readonly ofOffice: boolean;
}

function writeExpenditure(
  write: Write,
  facts: readonly ExpenditureFact[],
  { numbers, edition: { economic }, ofOffice }: UnitOfExpenditure,
): void {
  for (const fact of facts) {
    const { kind, category, functionCode, economicCode, source, carriedOver, lineKey, amountFen } = fact;
    // 人员经费 (301, 303) or 日常公用经费 (302, 310): the edition says so of the code or of its class.
    const code = economic.get(economicCode) ?? economic.get(economicCode.slice(0, 3));
    const draft: Draft = {
      kind,
      category,
      functionCode,
      economicCode,
      source,
      carriedOver,
      lineKey,
      ofOffice,
      basicColumn: code?.basicColumn ?? null,
      projectNumber: fact.projectKey === null ? null : (numbers.get(fact.projectKey) ?? null),
    };
    write('EXPENDITURE', amountFen, draft);
  }
}

/**
 * Revenue as annex 7 shows it: a source's money follows the functional codes of its revenue entries, or those of the
 * expenditure it pays where the entries name none; 上年结转 likewise. The total is always the revenue's own, also
 * where a part of it bears no code.
 */
function writeRevenueByFunction(
  write: Write,
  revenue: readonly RevenueFact[],
  expenditure: readonly ExpenditureFact[],
): void {
  const purse = (fact: RevenueFact | ExpenditureFact) => `${fact.source} ${fact.carriedOver}`;
  const coded = new Set(revenue.filter((fact) => fact.functionCode !== '').map(purse));
  const uncoded = new Set(revenue.map(purse).filter((name) => !coded.has(name)));
  for (const fact of revenue) write('REVENUE_BY_FUNCTION', fact.amountFen, fact);
  if (uncoded.size === 0) return;
  for (const fact of expenditure) {
    if (!uncoded.has(purse(fact))) continue;
    const { functionCode, source, carriedOver, amountFen, lineKey } = fact;
    write('REVENUE_BY_FUNCTION', amountFen, { functionCode, source, carriedOver, lineKey, inTotal: false });
  }
}

function writeLists(write: Write, { carryForward, procurement, priorYear }: Budget): void {
  for (const { source, amountFen, key: lineKey } of carryForward)
    write('CARRY_FORWARD', amountFen, { source, lineKey });
  for (const { category, source, carriedOver, amountFen, key: lineKey } of procurement) {
    write('PROCUREMENT', amountFen, { procurement: category, source, carriedOver, lineKey });
  }
  for (const { functionCode, amountFen, key: lineKey } of priorYear) {
    write('PRIOR_EXPENDITURE', amountFen, { functionCode, lineKey });
  }
}

function writePriorThreePublic(write: Write, { profile: { priorThreePublic: prior } }: Budget): void {
  const book = 'PRIOR_THREE_PUBLIC';
  write(book, prior.overseasTripsFen, { economicCode: THREE_PUBLIC_CODES.overseasTrips });
  write(book, prior.vehiclePurchaseFen, { economicCode: THREE_PUBLIC_CODES.vehiclePurchase });
  write(book, prior.vehicleRunningFen, { economicCode: THREE_PUBLIC_CODES.vehicleRunning });
  write(book, prior.receptionsFen, { economicCode: THREE_PUBLIC_CODES.receptions });
}
