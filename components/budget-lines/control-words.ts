import type { ControlUse } from '@/lib/domain/budget/control-balance.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';

/** What is left of a control figure as 余 or 超; null where none was issued. */
export function leftText({ controlFen, enteredFen }: ControlUse, unit: MoneyUnit): string | null {
  if (controlFen === null) return null;
  const leftFen = controlFen - enteredFen;
  return leftFen < 0n ? `超 ${formatForEntry(-leftFen, unit)}` : `余 ${formatForEntry(leftFen, unit)}`;
}

/** A control figure with what is planned of it in one line; null where none was issued. */
export function controlText(use: ControlUse, unit: MoneyUnit): string | null {
  if (use.controlFen === null) return null;
  const [control, entered] = [formatForEntry(use.controlFen, unit), formatForEntry(use.enteredFen, unit)];
  return `控制数 ${control}　已编 ${entered}　${leftText(use, unit)}`;
}

export function isOver({ controlFen, enteredFen }: ControlUse): boolean {
  return controlFen !== null && enteredFen > controlFen;
}
