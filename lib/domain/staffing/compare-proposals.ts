import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import { FUND_SOURCES, type FundSource } from '../budget/fund-source.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { AcceptedCalculation } from './accepted-calculation.ts';
import { type Calculation, type Proposal, proposalId, proposeLines } from './propose-lines.ts';
import type { StandardSet } from './standard.ts';

/**
 * - `new`: nothing stands under its codes
 * - `typed`: lines that were typed by hand stand under its codes
 * - `current`: accepted, and its line has that amount
 * - `stale`: accepted as it came to then; the register or a standard has changed since
 * - `overridden`: accepted, but the clerk wants another amount or code in the line
 * - `deleted`: accepted, and the line was deleted afterwards
 * - `obsolete`: accepted, and nothing is calculated for these codes any more
 */
export type CalculationState = 'new' | 'typed' | 'current' | 'stale' | 'overridden' | 'deleted' | 'obsolete';

export const CALCULATION_STATE_LABELS: Readonly<Record<CalculationState, string>> = {
  new: '未采用',
  typed: '已有手工行',
  current: '已采用',
  stale: '已过期',
  overridden: '手工改过',
  deleted: '行已删除',
  obsolete: '不再测算',
};

/** A proposal beside what the budget has. */
export interface ComparedProposal {
  /** See `proposalId`. */
  readonly id: string;
  readonly functionCode: string;
  readonly economicCode: string;
  readonly source: FundSource;
  readonly state: CalculationState;
  /** Null where nothing is calculated any more. */
  readonly proposal: Proposal | null;
  /** What was accepted before; null: nothing. */
  readonly accepted: AcceptedCalculation | null;
  /** The line that was accepted into; null where there is none (any more). */
  readonly line: ExpenditureLine | null;
  /** All lines of the year's money under its codes and source, `line` among them unless its codes were changed. */
  readonly existing: readonly ExpenditureLine[];
  readonly existingFen: Fen;
  /** Lines with its economic code under a functional code for which nothing is calculated: written too, it would stand twice. */
  readonly elsewhere: readonly ExpenditureLine[];
  /** What is calculated now; nought where nothing is. */
  readonly computedFen: Fen;
  /** Calculated less existing. */
  readonly differenceFen: Fen;
  /** Whether the calculation has come to something else since it was accepted, whatever the line says. */
  readonly hasChanged: boolean;
}

/** Calculates a budget's lines and compares them with the ones it has; without standards nothing is said of either. */
export function calculateBudget(
  budget: Budget,
  edition: ClassificationEdition,
  { standards, faults }: StandardSet,
): { readonly calculation: Calculation; readonly compared: readonly ComparedProposal[] } {
  if (faults.length > 0) return { calculation: { proposals: [], gaps: [] }, compared: [] };
  const vehicles = budget.profile.vehiclesTotal;
  const calculation = proposeLines({ staff: budget.staff, vehicles, standards, edition });
  return { calculation, compared: compareProposals(budget, calculation.proposals) };
}

/** The proposals in their order, then those accepted earlier that are calculated no more. */
export function compareProposals(
  { expenditure, calculations }: Pick<Budget, 'expenditure' | 'calculations'>,
  proposals: readonly Proposal[],
): readonly ComparedProposal[] {
  if (proposals.length + calculations.length === 0) return [];
  const basic = expenditure.filter(({ projectKey }) => projectKey === null);
  const lines = new Map(basic.map((line) => [line.key, line]));
  const ofYear = basic.filter(({ carriedOver }) => !carriedOver);
  const existing = groupBy(ofYear, proposalId);
  const accepted = groupBy(calculations, (calculation) => calculation.proposalId);
  const byId = new Map(proposals.map((proposal) => [proposal.id, proposal]));
  const ids = new Set([...byId.keys(), ...accepted.keys()]);
  const uncalculated = groupBy(
    ofYear.filter((line) => !ids.has(proposalId(line))),
    economicId,
  );
  return [...ids].map((id) => {
    const rows = accepted.get(id) ?? [];
    const row = rows.find(({ lineKey }) => lines.has(lineKey)) ?? rows[0] ?? null;
    return compare({
      ...codesOf(id),
      proposal: byId.get(id) ?? null,
      accepted: row,
      line: (row && lines.get(row.lineKey)) ?? null,
      existing: existing.get(id) ?? [],
      elsewhere: uncalculated.get(economicId(codesOf(id))) ?? [],
    });
  });
}

type Codes = Pick<ComparedProposal, 'id' | 'functionCode' | 'economicCode' | 'source'>;

/** Reads what `proposalId` wrote. */
function codesOf(id: string): Codes {
  const [functionCode = '', economicCode = '', source] = id.split('-');
  return { id, functionCode, economicCode, source: FUND_SOURCES.find((known) => known === source) ?? 'GENERAL_PUBLIC' };
}

function economicId({ economicCode, source }: Pick<Codes, 'economicCode' | 'source'>): string {
  return `${economicCode}-${source}`;
}

type Joined = Codes & Pick<ComparedProposal, 'proposal' | 'accepted' | 'line' | 'existing' | 'elsewhere'>;

function compare(joined: Joined): ComparedProposal {
  const { proposal, accepted, existing } = joined;
  const existingFen = sumFen(existing.map(({ amountFen }) => amountFen));
  const computedFen = proposal?.amountFen ?? 0n;
  return {
    ...joined,
    state: stateOf(joined),
    existingFen,
    computedFen,
    differenceFen: computedFen - existingFen,
    hasChanged: accepted !== null && accepted.amountFen !== computedFen,
  };
}

function stateOf({ proposal, accepted, line, existing }: Joined): CalculationState {
  if (accepted === null) return existing.length === 0 ? 'new' : 'typed';
  if (proposal === null) return 'obsolete';
  if (line === null) return 'deleted';
  if (agreement(accepted, line) === 'overridden') return 'overridden';
  return accepted.amountFen === proposal.amountFen ? 'current' : 'stale';
}

/** Whether a line is still as it was accepted. */
function agreement(accepted: AcceptedCalculation, line: ExpenditureLine): 'current' | 'overridden' {
  const isAsAccepted = line.amountFen === accepted.amountFen && proposalId(line) === accepted.proposalId;
  return isAsAccepted && !line.carriedOver ? 'current' : 'overridden';
}

/**
 * What a line of basic expenditure has to do with a calculation, as its list shows it: it was taken over from one, or
 * changed by hand since. Whether the calculation has gone stale takes the whole register, and is for the check to say.
 *
 * @param accepted by key of the line
 * @returns null for a line that was not taken over
 */
export function calculationStateOfLine(
  accepted: ReadonlyMap<string, AcceptedCalculation>,
  line: ExpenditureLine,
): Extract<CalculationState, 'current' | 'overridden'> | null {
  const row = accepted.get(line.key);
  return row ? agreement(row, line) : null;
}
