import type { Fen } from '@/lib/domain/money/fen.ts';

/**
 * The change on last year in percent with one decimal and a sign, e.g. `-1.5%`, computed from exact fen and rounded
 * half away from nought; `N/A` where last year is nil, `持平` where nothing changed.
 */
export function changePercent(nowFen: Fen, priorFen: Fen): string {
  if (priorFen === 0n) return 'N/A';
  const change = nowFen - priorFen;
  if (change === 0n) return '持平';
  const magnitude = change < 0n ? -change : change;
  const base = priorFen < 0n ? -priorFen : priorFen;
  const tenths = (magnitude * 2000n + base) / (base * 2n);
  return `${change < 0n ? '-' : '+'}${tenths / 10n}.${tenths % 10n}%`;
}
