import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import { applyChanges, type Change, positionAfter } from '../budget/changes.ts';
import type { ComparedProposal } from './compare-proposals.ts';

/**
 * - `write`: the line gets what is calculated; lines typed by hand under the same codes become that one line
 * - `keep`: the line keeps its amount, and the calculation is only kept with it, so that a later change is told
 * - `release`: the calculation is forgotten; lines stay as they are
 * - `remove`: the line and its calculation are deleted
 */
export type Decision = 'write' | 'keep' | 'release' | 'remove';

/** What can be decided about a proposal in its state. */
export function decisionsFor(compared: ComparedProposal): readonly Decision[] {
  const { state, proposal, existing, differenceFen, hasChanged } = compared;
  const writable = proposal !== null && proposal.fault === null;
  switch (state) {
    case 'new':
      return writable ? ['write'] : [];
    case 'typed':
      if (!writable) return [];
      return differenceFen === 0n ? ['write'] : ['write', 'keep'];
    case 'current':
      return ['release'];
    case 'stale':
      return writable ? ['write', 'keep'] : ['release'];
    case 'overridden':
      return writable
        ? ['write', ...(hasChanged && existing.length > 0 ? (['keep'] as const) : []), 'release']
        : ['release'];
    case 'deleted':
      return writable ? ['write', 'release'] : ['release'];
    case 'obsolete':
      return compared.line === null ? ['release'] : ['remove', 'release'];
  }
}

/**
 * Whether a proposal may be written along with many others: nothing that was typed or changed by hand is overwritten
 * without being asked for by name, nothing that stands elsewhere is written twice, and nothing incomplete is taken.
 */
export function isWrittenUnasked(compared: ComparedProposal): boolean {
  const { state, proposal, existingFen, computedFen, existing, elsewhere } = compared;
  if (proposal === null || proposal.fault !== null || proposal.missing.length > 0) return false;
  if (state === 'typed') return existing.length === 1 && existingFen === computedFen;
  return state === 'stale' || (state === 'new' && elsewhere.length === 0);
}

/** A decision about a proposal. */
export interface DecidedProposal {
  readonly compared: ComparedProposal;
  readonly decision: Decision;
}

/**
 * The edits that decisions about proposals mean, as one step. Each proposal is decided about once.
 *
 * @param newKey gives the key of a new row
 */
export function acceptChanges(
  budget: Budget,
  decided: readonly DecidedProposal[],
  newKey: () => string,
): readonly Change[] {
  const changes: Change[] = [];
  let state = budget;
  for (const one of decided) {
    const made = changesOf(state, one, newKey);
    state = applyChanges(state, made);
    changes.push(...made);
  }
  return changes;
}

function changesOf(budget: Budget, { compared, decision }: DecidedProposal, newKey: () => string): readonly Change[] {
  switch (decision) {
    case 'write':
      return writeChanges(budget, compared, newKey);
    case 'keep':
      return keepChanges(budget, compared, newKey);
    case 'release':
      return forgetChanges(budget, compared);
    case 'remove':
      return [
        ...(compared.line ? [{ op: 'delete', collection: 'expenditure', key: compared.line.key } as const] : []),
        ...forgetChanges(budget, compared),
      ];
  }
}

function forgetChanges({ calculations }: Budget, { id }: ComparedProposal): readonly Change[] {
  return calculations
    .filter(({ proposalId }) => proposalId === id)
    .map(({ key }) => ({ op: 'delete', collection: 'calculations', key }) as const);
}

/** The line of the proposal: the one it was accepted into if it is still in place, else the first typed by hand. */
function lineFor({ line, existing }: ComparedProposal): ExpenditureLine | null {
  return existing.find(({ key }) => key === line?.key) ?? existing[0] ?? null;
}

function writeChanges(budget: Budget, compared: ComparedProposal, newKey: () => string): readonly Change[] {
  const { proposal, existing } = compared;
  if (!proposal) return [];
  const { functionCode, economicCode, source, amountFen } = proposal;
  const line = lineFor(compared);
  if (line) {
    const others = existing.filter(({ key }) => key !== line.key);
    return [
      ...(line.amountFen === amountFen
        ? []
        : [{ op: 'update', collection: 'expenditure', key: line.key, fields: { amountFen } } as const]),
      ...others.map(({ key }) => ({ op: 'delete', collection: 'expenditure', key }) as const),
      ...bindChanges(budget, compared, line.key, newKey),
    ];
  }
  const key = newKey();
  const position = positionAfter(budget.expenditure, indexBefore(budget, functionCode, economicCode));
  const codes = { functionCode, economicCode, source };
  const row = { key, position, projectKey: null, ...codes, carriedOver: false, amountFen, note: '' };
  return [{ op: 'insert', collection: 'expenditure', row }, ...bindChanges(budget, compared, key, newKey)];
}

/** Where a line stands in the order of codes: after the last basic line whose codes come before its own. */
function indexBefore({ expenditure }: Budget, functionCode: string, economicCode: string): number {
  return expenditure.findLastIndex(
    (line) =>
      line.projectKey === null && `${line.functionCode} ${line.economicCode}` < `${functionCode} ${economicCode}`,
  );
}

function keepChanges(budget: Budget, compared: ComparedProposal, newKey: () => string): readonly Change[] {
  const line = lineFor(compared);
  return line ? bindChanges(budget, compared, line.key, newKey) : [];
}

/** Keeps what was calculated with the line, in place of what was kept before. */
function bindChanges(
  budget: Budget,
  compared: ComparedProposal,
  lineKey: string,
  newKey: () => string,
): readonly Change[] {
  const { id, proposal, accepted } = compared;
  if (!proposal) return [];
  const { amountFen, formula } = proposal;
  const surplus = forgetChanges(budget, compared).filter((change) => 'key' in change && change.key !== accepted?.key);
  if (accepted) {
    const fields = { lineKey, amountFen, formula };
    return [...surplus, { op: 'update', collection: 'calculations', key: accepted.key, fields }];
  }
  const position = positionAfter(budget.calculations, budget.calculations.length - 1);
  const row = { key: newKey(), position, lineKey, proposalId: id, amountFen, formula };
  return [...surplus, { op: 'insert', collection: 'calculations', row }];
}
