import type { Budget, RevenueLine } from '../budget/budget.ts';
import type { FundSource } from '../budget/fund-source.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { functionOfLine, type Receipt } from './internal-transfer.ts';
import { keptRows, replacedRows, rowKeyOf, takeAmount, takenRows } from './take-amount.ts';

/** Money that is told apart: a source, this year's or carried over. */
interface Purse {
  readonly source: FundSource;
  readonly carriedOver: boolean;
}

/** A part of the payer's line, of one purse. */
interface Payment extends Purse {
  readonly functionCode: string;
  readonly amountFen: Fen;
}

export interface PaidDirectly {
  readonly payer: Budget;
  readonly receiver: Budget;
}

/**
 * Gives the receiver the money that the payer's line hands on, as its own revenue.
 *
 * @returns both budgets without the transfer; or what revenue there is where the payer has too little of it
 */
export function payDirectly(
  payer: Budget,
  receiver: Budget,
  lineKey: string,
  receipt: Receipt,
): PaidDirectly | { readonly coveredFen: Fen } {
  const { split } = takeAmount(payer.expenditure, receipt.amountFen, ({ key }) => rankIf(rowKeyOf(key) === lineKey));
  let giving: Budget = { ...payer, expenditure: keptRows(split) };
  let taking = receiver;
  let coveredFen = 0n;
  for (const line of takenRows(split)) {
    const { source, carriedOver } = line;
    const functionCode = functionOfLine(payer, line);
    const payment: Payment = { source, carriedOver, functionCode, amountFen: line.amountFen ?? 0n };
    const revenue = takeAmount(giving.revenue, payment.amountFen, (row) => purseRank(row, payment, functionCode));
    if (revenue.missingFen > 0n) return { coveredFen: coveredFen + payment.amountFen - revenue.missingFen };
    coveredFen += payment.amountFen;
    giving = { ...giving, revenue: keptRows(revenue.split) };
    taking = receive(taking, receipt.line, payment);
  }
  return { payer: giving, receiver: taking };
}

const rankIf = (isWanted: boolean): number | null => (isWanted ? 0 : null);

const isOf = (row: Purse, purse: Purse): boolean =>
  row.source === purse.source && row.carriedOver === purse.carriedOver;

/** Money under the code itself first, then money under none, then whatever else there is in the purse. */
function purseRank(row: Purse & { readonly functionCode: string }, purse: Purse, functionCode: string): number | null {
  if (!isOf(row, purse)) return null;
  if (row.functionCode === functionCode) return 0;
  return row.functionCode === '' ? 1 : 2;
}

/** The receipt and what is spent of it bear the payer's purse; what bore it before is not touched. */
function receive(receiver: Budget, receipt: RevenueLine, payment: Payment): Budget {
  const { source, carriedOver, amountFen } = payment;
  const old: Purse = { source: receipt.source, carriedOver: false };
  const purse = { source, carriedOver };
  const codeOf = (line: Budget['expenditure'][number]) => functionOfLine(receiver, line);
  const spent = takeAmount(receiver.expenditure, amountFen, (line) => {
    if (!isOf(line, old)) return null;
    return receipt.functionCode === '' || codeOf(line) === receipt.functionCode ? 0 : 1;
  });
  const left = takeAmount(receiver.carryForward, spent.missingFen, (line) => rankIf(line.source === old.source));
  const bought = takeAmount(receiver.procurement, amountFen, (line) => rankIf(isOf(line, old)));
  const byCode = new Map<string, Fen>();
  for (const line of takenRows(spent.split)) {
    byCode.set(codeOf(line), (byCode.get(codeOf(line)) ?? 0n) + (line.amountFen ?? 0n));
  }
  return {
    ...receiver,
    revenue: receivedRevenue(receiver, receipt, payment, byCode),
    expenditure: replacedRows(spent.split, (line) => [{ ...line, ...purse }]),
    carryForward: replacedRows(left.split, (line) => [{ ...line, source }]),
    procurement: replacedRows(bought.split, (line) => [{ ...line, ...purse }]),
  };
}

/**
 * The revenue in which the receipt bears the payer's purse. All rows of a purse bear functional codes or none does, or
 * annex 7 would leave those without one out: so it follows what the receiver has of the purse already.
 */
function receivedRevenue(
  { revenue }: Budget,
  receipt: RevenueLine,
  payment: Payment,
  byCode: ReadonlyMap<string, Fen>,
): readonly RevenueLine[] {
  const { source, carriedOver, amountFen } = payment;
  const own = revenue.filter((row) => isOf(row, payment) && rowKeyOf(row.key) !== receipt.key);
  const isCoded = own.length === 0 ? receipt.functionCode !== '' : own.some(({ functionCode }) => functionCode !== '');
  const { split } = takeAmount(revenue, amountFen, (row) =>
    rankIf(rowKeyOf(row.key) === receipt.key && row.source === receipt.source && !row.carriedOver),
  );
  return replacedRows(split, (taken) => {
    const row = { ...taken, source, carriedOver };
    if (!isCoded) return [{ ...row, functionCode: '' }];
    return row.functionCode === '' ? codedRows(row, amountFen, byCode) : [row];
  });
}

/** One row for each code that the money is spent under; what is not spent stays under none. */
function codedRows(row: RevenueLine, amountFen: Fen, byCode: ReadonlyMap<string, Fen>): readonly RevenueLine[] {
  const restFen = amountFen - sumFen([...byCode.values()]);
  const parts = [...byCode, ...(restFen > 0n ? [['', restFen] as const] : [])];
  return parts.map(([functionCode, partFen], index) => ({
    ...row,
    ...{ key: index === 0 ? row.key : `${row.key}#${functionCode}`, functionCode, amountFen: partFen },
  }));
}
