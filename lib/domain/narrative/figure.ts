import type { Fen } from '../money/fen.ts';
import { formatCentiWanYuan, formatWanYuan, roundToCentiWanYuan } from '../money/format.ts';

/** A figure that a sentence may quote, with the value behind it and the way it is written there. */
export type Figure =
  | {
      readonly kind: 'amount';
      /** Exact; of a change the signed difference of the two published figures. */
      readonly amountFen: Fen;
      /** 万元, trailing zeros trimmed; of a change its magnitude (the sign is said in words). */
      readonly text: string;
    }
  | { readonly kind: 'count'; readonly count: number; readonly text: string }
  /** A year, a month, a telephone number: quoted, never compared by size. */
  | { readonly kind: 'label'; readonly text: string };

/** Figures by what they are, e.g. `revenue.total`, `function.201`, `threePublic.receptions`; unknown ones are missing. */
export type Figures = ReadonlyMap<string, Figure>;

const FEN_PER_CENTI_WAN_YUAN = 10_000n;

export function amountFigure(amountFen: Fen): Figure {
  return { kind: 'amount', amountFen, text: formatWanYuan(amountFen, 'trimmed') };
}

/**
 * This year's published figure less last year's published figure, so that a reader who subtracts the printed numbers
 * gets what the text says.
 */
export function changeFigure(nowFen: Fen, beforeFen: Fen): Figure {
  const change = roundToCentiWanYuan(nowFen) - roundToCentiWanYuan(beforeFen);
  const magnitude = change < 0n ? -change : change;
  return {
    kind: 'amount',
    amountFen: change * FEN_PER_CENTI_WAN_YUAN,
    text: formatCentiWanYuan(magnitude, 'trimmed'),
  };
}

/** The size of a change in percent of last year's published figure, one decimal; null on a base of nil. */
export function percentFigure(nowFen: Fen, beforeFen: Fen): Figure | null {
  const before = roundToCentiWanYuan(beforeFen);
  if (before === 0n) return null;
  const change = roundToCentiWanYuan(nowFen) - before;
  const perMille = ((change < 0n ? -change : change) * 1000n + before / 2n) / before;
  const decimal = perMille % 10n === 0n ? '' : `.${perMille % 10n}`;
  return { kind: 'label', text: `${perMille / 10n}${decimal}` };
}

export function countFigure(count: number): Figure {
  return { kind: 'count', count, text: count.toString() };
}

export function labelFigure(text: string): Figure {
  return { kind: 'label', text };
}

/** −1, 0 or 1 for an amount or a count; null where the figure is unknown or no number. */
export function signOf(figure: Figure | undefined): number | null {
  if (!figure || figure.kind === 'label') return null;
  if (figure.kind === 'count') return Math.sign(figure.count);
  return figure.amountFen === 0n ? 0 : figure.amountFen > 0n ? 1 : -1;
}
