import { chinaDay } from '@/lib/domain/china-time.ts';
import type { EditionAmount, PublicEdition } from '@/lib/domain/editions/edition.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';

/** The day in China, as people write it. */
export function dayOf(iso: string): string {
  const [year, month, day] = dateOf(iso).split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** The day in China, e.g. `2023-02-16`. */
export function dateOf(iso: string): string {
  return chinaDay(new Date(iso));
}

/** Whose budget of which year it is. */
export function editionName({ unitName, year }: Pick<PublicEdition, 'unitName' | 'year'>): string {
  return `${unitName}${year}年部门预算`;
}

/** A title without the unit's name, which the page says once. */
export function withoutUnit(title: string, { unitName }: Pick<PublicEdition, 'unitName'>): string {
  const short = title.startsWith(unitName) ? title.slice(unitName.length) : title;
  return short === '' ? title : short;
}

/** 万元 with two decimals, as Chongqing's annexes print it; a table or its heading says the unit. */
export function wanYuan(fen: bigint | string): string {
  return formatWanYuan(BigInt(fen), 'fixed');
}

export function signedWanYuan(fen: bigint): string {
  return fen > 0n ? `+${wanYuan(fen)}` : wanYuan(fen).replace('-', '−');
}

/** How much more or less than before in tenths of a percent, e.g. `−1.5%`; `–` on a base of nil. */
export function changePercent(now: bigint, prior: bigint): string {
  if (prior === 0n) return now === 0n ? '0.0%' : '–';
  const change = now - prior;
  const base = prior < 0n ? -prior : prior;
  const magnitude = ((change < 0n ? -change : change) * 1000n + base / 2n) / base;
  const sign = magnitude === 0n ? '' : change > 0n ? '+' : '−';
  return `${sign}${magnitude / 10n}.${magnitude % 10n}%`;
}

/** The share of a whole, e.g. `84.7%`; `–` of nothing. */
export function share(part: bigint, whole: bigint): string {
  if (whole === 0n) return '–';
  const tenths = (part * 1000n + whole / 2n) / whole;
  return `${tenths / 10n}.${tenths % 10n}%`;
}

/** How an amount changed on last year; null where last year's is not known. */
export function changeWords({ amountFen, priorFen }: Pick<EditionAmount, 'amountFen' | 'priorFen'>): string | null {
  if (priorFen === null) return null;
  const [now, prior] = [BigInt(amountFen), BigInt(priorFen)];
  return `${signedWanYuan(now - prior)}，${changePercent(now, prior)}`;
}
