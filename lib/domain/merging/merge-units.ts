import type { Budget } from '../budget/budget.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { payDirectly } from './eliminate-transfer.ts';
import {
  byUnitCode,
  type Elimination,
  functionOfLine,
  isTransferSource,
  type Receipt,
  receiptsOf,
  type TransferAnswer,
  type TransferFault,
  type TransferFaultKind,
  type TransferPayer,
} from './internal-transfer.ts';
import { rowKeyOf } from './take-amount.ts';

/** A department's units, made ready to be added up. */
export interface MergedUnits {
  /** In the order of their codes, internal transfers gone: their plain sums are the department's figures. */
  readonly units: readonly Budget[];
  readonly eliminations: readonly Elimination[];
  readonly faults: readonly TransferFault[];
}

/**
 * Makes a department of its units' budgets. Each receipt that another unit of the department pays is eliminated as if
 * the receiver had been given the payer's money directly: the payer's line and the revenue it is paid from become
 * smaller by it, the receiver's revenue and what is spent of it bear the payer's source. So each unit stays balanced in
 * every source and code, and the department's revenue and expenditure are those of its units less what was eliminated.
 *
 * A receipt with a fault stays as it is and is told; one unit alone is returned as it is.
 */
export function mergeUnits(budgets: readonly Budget[], answers: readonly TransferAnswer[]): MergedUnits {
  const before = [...budgets].sort(byUnitCode);
  const byCode = new Map(before.map((budget) => [budget.unit.code, budget]));
  const eliminations: Elimination[] = [];
  const faults: TransferFault[] = [];
  let pending = internalReceipts(before, answers, faults);
  while (pending.length > 0) {
    const next = pending.find((transfer) => !waitsForAnother(transfer, pending, byCode));
    if (!next) break;
    pending = pending.filter((transfer) => transfer !== next);
    const outcome = eliminate(next, byCode, before);
    if ('kind' in outcome) faults.push(outcome);
    else eliminations.push(outcome);
  }
  faults.push(...pending.map(({ receipt }) => faultOf('CIRCULAR', receipt)));
  const units = before.map((budget) => withoutEmptiedProjects(budget, byCode.get(budget.unit.code) ?? budget));
  const order = new Map(receiptsOf(before).map(({ line }, index) => [line.key, index]));
  const at = (key: string) => order.get(key) ?? 0;
  return {
    units,
    eliminations: eliminations.sort((a, b) => at(a.revenueKey) - at(b.revenueKey)),
    faults: faults.sort((a, b) => at(a.receipt.line.key) - at(b.receipt.line.key)),
  };
}

/** What was eliminated in all. */
export function eliminatedFen({ eliminations }: Pick<MergedUnits, 'eliminations'>): Fen {
  return sumFen(eliminations.map(({ amountFen }) => amountFen));
}

interface Transfer {
  readonly receipt: Receipt;
  readonly payer: TransferPayer;
}

function internalReceipts(
  budgets: readonly Budget[],
  answers: readonly TransferAnswer[],
  faults: TransferFault[],
): readonly Transfer[] {
  const answered = new Map(answers.map((answer) => [`${answer.receiverCode} ${answer.revenueKey}`, answer]));
  return receiptsOf(budgets).flatMap((receipt): readonly Transfer[] => {
    const answer = answered.get(`${receipt.unit.code} ${receipt.line.key}`);
    if (answer === undefined) faults.push(faultOf('UNANSWERED', receipt));
    return answer?.payer ? [{ receipt, payer: answer.payer }] : [];
  });
}

/** Whether the paying line is itself paid from a receipt that is to be eliminated first. */
function waitsForAnother(
  { receipt: own, payer }: Transfer,
  pending: readonly Transfer[],
  byCode: ReadonlyMap<string, Budget>,
): boolean {
  if (payer.unitCode === own.unit.code) return false;
  const pieces = piecesOf(byCode.get(payer.unitCode), payer.lineKey);
  return pieces.some(
    ({ source, carriedOver }) =>
      isTransferSource(source) &&
      !carriedOver &&
      pending.some(({ receipt }) => receipt.unit.code === payer.unitCode && receipt.line.source === source),
  );
}

function piecesOf(budget: Budget | undefined, lineKey: string) {
  return (budget?.expenditure ?? []).filter(({ key, amountFen }) => rowKeyOf(key) === lineKey && amountFen !== null);
}

function eliminate(
  { receipt, payer }: Transfer,
  byCode: Map<string, Budget>,
  before: readonly Budget[],
): Elimination | TransferFault {
  const from = byCode.get(payer.unitCode);
  const to = byCode.get(receipt.unit.code);
  const pieces = piecesOf(from, payer.lineKey);
  const original = before.find(({ unit }) => unit.code === payer.unitCode);
  const line = original?.expenditure.find(({ key }) => key === payer.lineKey);
  if (!original || !from || !to || !line || from === to) return faultOf('PAYER_GONE', receipt);
  const lineFen = sumFen(pieces.map(({ amountFen }) => amountFen));
  if (lineFen < receipt.amountFen) return faultOf('LINE_TOO_SMALL', receipt, lineFen);
  const paid = payDirectly(from, to, payer.lineKey, receipt);
  if ('coveredFen' in paid) return faultOf('NOT_COVERED', receipt, paid.coveredFen);
  byCode.set(from.unit.code, paid.payer);
  byCode.set(to.unit.code, paid.receiver);
  const { source } = receipt.line;
  return {
    ...{ receiver: receipt.unit, revenueKey: receipt.line.key, source, amountFen: receipt.amountFen },
    ...{ payer: from.unit, line, functionCode: functionOfLine(original, line) },
    projectName: original.projects.find(({ key }) => key === line.projectKey)?.name ?? '',
  };
}

function faultOf(kind: TransferFaultKind, receipt: Receipt, availableFen: Fen | null = null): TransferFault {
  return { kind, receipt, availableFen };
}

/** A project that was nothing but a transfer is the receiver's to tell of. */
function withoutEmptiedProjects(before: Budget, after: Budget): Budget {
  if (before === after) return after;
  const spentFen = ({ expenditure }: Budget, projectKey: string) =>
    sumFen(expenditure.filter((line) => line.projectKey === projectKey).map(({ amountFen }) => amountFen));
  const emptied = new Set(
    before.projects.map(({ key }) => key).filter((key) => spentFen(before, key) > 0n && spentFen(after, key) === 0n),
  );
  if (emptied.size === 0) return after;
  const stays = ({ projectKey }: { readonly projectKey: string | null }) =>
    projectKey === null || !emptied.has(projectKey);
  return {
    ...after,
    projects: after.projects.filter(({ key }) => !emptied.has(key)),
    expenditure: after.expenditure.filter(stays),
    indicators: after.indicators.filter(stays),
    attachments: after.attachments.filter(stays),
  };
}
