import { ECONOMIC_OF_FUNCTION, FUNCTION_OF_ECONOMIC } from '../checks/code-pairs.ts';
import type { Fen } from '../money/fen.ts';
import { lowestRows, type PrintedAnnexes } from './printed-annexes.ts';

/** A code with the basic expenditure printed for it. */
export interface PrintedAmount {
  readonly code: string;
  readonly amountFen: Fen;
}

/** Why a cell was proposed: codes that belong together, the same figure on both sides, or the only code that is left. */
export type AllocationGround = 'known' | 'equal' | 'rest';

/** Basic expenditure by functional and economic code; by `cellName`. */
export type Allocation = ReadonlyMap<string, Fen>;

export interface ProposedAllocation {
  readonly cells: Allocation;
  readonly grounds: ReadonlyMap<string, AllocationGround>;
}

/** Names the cell of a functional and an economic code. */
export function cellName(functionCode: string, economicCode: string): string {
  return `${functionCode} ${economicCode}`;
}

/** The functional codes of annex 2 with basic expenditure, at the lowest printed level. */
export function basicFunctions({ functions }: PrintedAnnexes): readonly PrintedAmount[] {
  return lowestRows(functions)
    .map(({ code, amounts }) => ({ code, amountFen: amounts.basic }))
    .filter(({ amountFen }) => amountFen > 0n);
}

/** The economic codes of annex 3, at the lowest printed level. */
export function basicEconomics({ economics }: PrintedAnnexes): readonly PrintedAmount[] {
  return lowestRows(economics)
    .map(({ code, amounts }) => ({ code, amountFen: amounts.total }))
    .filter(({ amountFen }) => amountFen > 0n);
}

/** 养老, 医疗 and 住房改革支出 pay for people: their economic codes are of 301 and 303. */
const FUNCTIONS_FOR_PEOPLE = ['20805', '21011', '22102'];
const ECONOMICS_FOR_PEOPLE = ['301', '303'];

/** Whether an economic code may stand under a functional one, as far as rules say. */
export function mayPair(functionCode: string, economicCode: string): boolean {
  const economics = ECONOMIC_OF_FUNCTION[functionCode];
  const functions = FUNCTION_OF_ECONOMIC[economicCode];
  const isForPeople = FUNCTIONS_FOR_PEOPLE.some((code) => functionCode.startsWith(code));
  return (
    (!isForPeople || ECONOMICS_FOR_PEOPLE.some((code) => economicCode.startsWith(code))) &&
    (economics === undefined || economics.includes(economicCode)) &&
    (functions === undefined || functions.some((code) => functionCode.startsWith(code)))
  );
}

/**
 * Puts the totals by functional code and those by economic code together, as far as that can be known: pairs that rules
 * name, figures that stand on both sides once each, and all that remains under the functional code that is left when it
 * is only one. Where several are left, nothing is proposed: somebody has to choose.
 */
export function proposeAllocation(
  functions: readonly PrintedAmount[],
  economics: readonly PrintedAmount[],
): ProposedAllocation {
  const proposal = new Proposal(functions, economics);
  proposal.takeEqual(({ code }) => code in ECONOMIC_OF_FUNCTION, 'known');
  proposal.takeEqual(() => true, 'equal');
  proposal.takeListed();
  proposal.takeRest();
  return { cells: proposal.cells, grounds: proposal.grounds };
}

class Proposal {
  readonly cells = new Map<string, Fen>();
  readonly grounds = new Map<string, AllocationGround>();
  readonly #functions: Map<string, Fen>;
  readonly #economics: Map<string, Fen>;

  constructor(functions: readonly PrintedAmount[], economics: readonly PrintedAmount[]) {
    const open = (list: readonly PrintedAmount[]) => new Map(list.map(({ code, amountFen }) => [code, amountFen]));
    this.#functions = open(functions);
    this.#economics = open(economics);
  }

  /** Pairs of which each side is the other's only partner with the same figure. */
  takeEqual(isWanted: (func: PrintedAmount) => boolean, ground: AllocationGround): void {
    for (const func of entries(this.#functions).filter(isWanted)) {
      const partners = entries(this.#economics).filter(
        ({ code, amountFen }) => amountFen === func.amountFen && mayPair(func.code, code),
      );
      const rivals = entries(this.#functions).filter(({ amountFen }) => amountFen === func.amountFen);
      const [partner] = partners;
      if (partner && partners.length === 1 && rivals.length === 1) this.#take(func.code, partner.code, ground);
    }
  }

  /** What the rules list for a functional code, in the order of the list, as far as both sides reach. */
  takeListed(): void {
    for (const { code } of entries(this.#functions)) {
      for (const economicCode of ECONOMIC_OF_FUNCTION[code] ?? []) {
        if (mayPair(code, economicCode)) this.#take(code, economicCode, 'known');
      }
    }
  }

  /** All that remains, when one functional code is left for it. */
  takeRest(): void {
    const left = entries(this.#functions).filter(({ code }) => !(code in ECONOMIC_OF_FUNCTION));
    const [only] = left;
    if (!only || left.length > 1) return;
    for (const { code, amountFen } of entries(this.#economics)) {
      if (!mayPair(only.code, code)) continue;
      this.#put(only.code, code, amountFen, 'rest');
      this.#economics.delete(code);
    }
  }

  #take(functionCode: string, economicCode: string, ground: AllocationGround): void {
    const [a, b] = [this.#functions.get(functionCode) ?? 0n, this.#economics.get(economicCode) ?? 0n];
    const amountFen = a < b ? a : b;
    if (amountFen === 0n) return;
    this.#put(functionCode, economicCode, amountFen, ground);
    reduce(this.#functions, functionCode, a - amountFen);
    reduce(this.#economics, economicCode, b - amountFen);
  }

  #put(functionCode: string, economicCode: string, amountFen: Fen, ground: AllocationGround): void {
    const name = cellName(functionCode, economicCode);
    this.cells.set(name, (this.cells.get(name) ?? 0n) + amountFen);
    this.grounds.set(name, ground);
  }
}

function entries(amounts: ReadonlyMap<string, Fen>): readonly PrintedAmount[] {
  return Array.from(amounts, ([code, amountFen]) => ({ code, amountFen }));
}

function reduce(amounts: Map<string, Fen>, code: string, leftFen: Fen): void {
  if (leftFen === 0n) amounts.delete(code);
  else amounts.set(code, leftFen);
}

/** What the cells leave of each printed figure: nought everywhere when they foot. */
export function residuals(
  amounts: readonly PrintedAmount[],
  cells: Allocation,
  side: 'function' | 'economic',
): ReadonlyMap<string, Fen> {
  const left = new Map(amounts.map(({ code, amountFen }) => [code, amountFen]));
  for (const [name, amountFen] of cells) {
    const [functionCode = '', economicCode = ''] = name.split(' ');
    const code = side === 'function' ? functionCode : economicCode;
    left.set(code, (left.get(code) ?? 0n) - amountFen);
  }
  return left;
}
