import type { AnnexField } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';

/** The printed lines of a form's field; none where it is blank. */
export function fieldLines(field: AnnexField): readonly string[] {
  if (isLines(field.value)) return field.value;
  const text = cellText(field.value);
  return text === null ? [] : text.split('\n');
}

/** Whether the value is a list of sentences rather than one cell. */
export function isLines(value: AnnexField['value']): value is readonly string[] {
  return Array.isArray(value);
}
