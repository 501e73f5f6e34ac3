import { FEN_PER_YUAN, type Fen } from './fen.ts';
import type { MoneyUnit } from './parse.ts';

/**
 * How a published figure is written: `1937.60` in Chongqing's annexes 1–9, `1937.6` (trailing zeros trimmed) in 10–12
 * and the text, `1,937.60` where a province prints 元.
 */
export type WanYuanStyle = 'fixed' | 'trimmed' | 'grouped';

/** 0.01 万元 = 100 元 = 10,000 fen: the grain of every published figure. */
const FEN_PER_CENTI_WAN_YUAN = 10_000n;

/**
 * Rounds exact fen to hundredths of 万元, half up (away from nought for negative differences).
 * A published figure is rounded here, once, from the exact sum; rounded figures are never added.
 */
export function roundToCentiWanYuan(amountFen: Fen): bigint {
  const magnitude = amountFen < 0n ? -amountFen : amountFen;
  const rounded = (magnitude + FEN_PER_CENTI_WAN_YUAN / 2n) / FEN_PER_CENTI_WAN_YUAN;
  return amountFen < 0n ? -rounded : rounded;
}

/** Writes hundredths of 万元, e.g. 93760n → `937.60` (fixed) or `937.6` (trimmed). */
export function formatCentiWanYuan(centiWanYuan: bigint, style: WanYuanStyle): string {
  const fixed = withDecimals(centiWanYuan, 2);
  switch (style) {
    case 'fixed':
      return fixed;
    case 'trimmed':
      return trimZeros(fixed);
    case 'grouped':
      return `${grouped(fixed.slice(0, -3))}${fixed.slice(-3)}`;
  }
}

/** Writes exact fen as published 万元; nought is written `0.00` or `0`, for annex cells see `formatAnnexAmount`. */
export function formatWanYuan(amountFen: Fen, style: WanYuanStyle): string {
  return formatCentiWanYuan(roundToCentiWanYuan(amountFen), style);
}

/**
 * The text of an annex cell: an exact nought is blank (null), a sum that merely rounds to nought prints `0.00` / `0`.
 * In 元 (the annexes of some provinces) nothing is rounded: a fen is the second decimal.
 */
export function formatAnnexAmount(amountFen: Fen, style: WanYuanStyle, unit: MoneyUnit = 'wanYuan'): string | null {
  if (amountFen === 0n) return null;
  // A fen is to a yuan what a hundredth of 万元 is to 万元.
  return unit === 'yuan' ? formatCentiWanYuan(amountFen, style) : formatWanYuan(amountFen, style);
}

/** Exact decimal text of an amount, e.g. 4097840012n → `40978400.12` (yuan) or `4097.840012` (wanYuan); no separators. */
export function formatExact(amountFen: Fen, unit: MoneyUnit): string {
  if (unit === 'wanYuan') return trimZeros(withDecimals(amountFen, 6));
  return amountFen % FEN_PER_YUAN === 0n ? (amountFen / FEN_PER_YUAN).toString() : withDecimals(amountFen, 2);
}

/**
 * Text for a screen: thousands separators and two decimals in yuan; in 万元 at least two decimals and as many as are
 * needed to lose nothing, so that what is shown parses back to the same fen.
 */
export function formatForEntry(amountFen: Fen | null, unit: MoneyUnit): string {
  if (amountFen === null) return '';
  const text = withDecimals(amountFen, unit === 'yuan' ? 2 : 6);
  const [whole = '', decimals = ''] = text.split('.');
  const kept = unit === 'yuan' ? decimals : decimals.replace(/0+$/, '').padEnd(2, '0');
  return `${grouped(whole)}.${kept}`;
}

function grouped(whole: string): string {
  return whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
}

function withDecimals(scaled: bigint, decimals: number): string {
  const digits = (scaled < 0n ? -scaled : scaled).toString().padStart(decimals + 1, '0');
  return `${scaled < 0n ? '-' : ''}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}
