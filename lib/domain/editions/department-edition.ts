import type { Department } from '../budget/budget.ts';
import type { Elimination, Receipt, TransferAnswer, TransferFaultKind } from '../merging/internal-transfer.ts';
import type { VersionState } from '../workflow/transitions.ts';
import type { EditionChange, EditionSource, EditionState, KeptEdition, KeptElimination } from './edition.ts';
import type { EditionCheckResult } from './edition-checks.ts';
import type { PublicationDeadline } from './publication-deadline.ts';

/** A unit in its department's year. Times are ISO 8601 in UTC. */
export interface UnitStanding {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  /** Null, with all that follows: the year has no budget of the unit. */
  readonly budgetId: string | null;
  readonly newestNumber: number | null;
  readonly newestState: VersionState | null;
  /** The newest version that is approved; null: none is. */
  readonly approvedId: string | null;
  readonly approvedNumber: number | null;
  readonly approvedAt: string | null;
}

/** A department's year as a list shows it. */
export interface DepartmentYear {
  readonly department: Department;
  readonly year: number;
  readonly units: readonly UnitStanding[];
  /** The edition that holds, else the newest withdrawn one; null: there never was one. */
  readonly edition: { readonly number: number; readonly state: EditionState } | null;
  readonly outdated: readonly OutdatedSource[];
  /** From the last approval; null: not all units are approved. */
  readonly deadline: PublicationDeadline | null;
}

/** A unit whose approved version is another one than an edition adds up; numbers null: it was not there, or is not. */
export interface OutdatedSource {
  readonly unitName: string;
  readonly published: number | null;
  readonly approved: number | null;
}

/** A receipt with what was said of it. */
export interface AnsweredReceipt {
  readonly receipt: Receipt;
  readonly budgetId: string;
  readonly answer: TransferAnswer | null;
  /** Counts answers; 0: there is none. */
  readonly revision: number;
  readonly fault: TransferFaultKind | null;
}

/** A line of expenditure that may have paid a receipt. */
export interface PayingLine {
  readonly unitCode: string;
  readonly unitName: string;
  readonly budgetId: string;
  readonly lineKey: string;
  /** Functional code, economic code and project, in words. */
  readonly text: string;
  readonly amountFen: bigint;
}

/** Everything that the page of a department's publication shows. */
export interface DepartmentPreparation extends Pick<DepartmentYear, 'department' | 'year' | 'units' | 'outdated'> {
  readonly checks: readonly EditionCheckResult[];
  readonly deadline: PublicationDeadline | null;
  /** The office that the narrative names, as a proposal. */
  readonly contact: string;
  readonly receipts: readonly AnsweredReceipt[];
  readonly payingLines: readonly PayingLine[];
  readonly eliminations: readonly KeptElimination[];
  /** Newest first. */
  readonly editions: readonly KeptEdition[];
  readonly changes: readonly EditionChange[] | null;
  /** Says which versions and answers were shown: who publishes names it. */
  readonly stamp: string;
  readonly mayPublish: boolean;
}

/** The units of a department whose approved versions are not those that an edition adds up. */
export function outdatedSources(
  sources: readonly EditionSource[],
  units: readonly UnitStanding[],
): readonly OutdatedSource[] {
  const published = new Map(sources.map((source) => [source.unitCode, source]));
  const standing = new Map(units.map((unit) => [unit.unitCode, unit]));
  return [...new Set([...published.keys(), ...standing.keys()])].sort().flatMap((code) => {
    const [source, unit] = [published.get(code), standing.get(code)];
    const approvedId = unit?.approvedId ?? null;
    if ((source?.versionId ?? null) === approvedId) return [];
    const unitName = unit?.unitName ?? source?.unitName ?? '';
    return [{ unitName, published: source?.versionNumber ?? null, approved: unit?.approvedNumber ?? null }];
  });
}

/** When the last of a department's units was approved; null: one of them is not. */
export function lastApproval(units: readonly UnitStanding[]): string | null {
  const times = units.flatMap(({ approvedAt }) => approvedAt ?? []);
  return times.length === units.length ? (times.sort().at(-1) ?? null) : null;
}

/** An elimination as an edition keeps it. */
export function keptElimination(elimination: Elimination, line: string): KeptElimination {
  const { payer, receiver, revenueKey, source, amountFen } = elimination;
  return {
    ...{ payerCode: payer.code, payerName: payer.name, lineKey: elimination.line.key, line },
    ...{ receiverCode: receiver.code, receiverName: receiver.name, revenueKey, source },
    amountFen: amountFen.toString(),
  };
}

/** The answers by which an edition was merged, from what it eliminated. */
export function answersOf(eliminations: readonly KeptElimination[]): readonly TransferAnswer[] {
  return eliminations.map(({ receiverCode, revenueKey, payerCode, lineKey }) => {
    return { receiverCode, revenueKey, payer: { unitCode: payerCode, lineKey } };
  });
}
