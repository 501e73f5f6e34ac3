import type { CellView } from './grid-model.ts';

export interface CellNote {
  readonly kind: 'error' | 'warning' | 'remark';
  readonly text: string;
}

/** The gravest thing that is to be said of a cell. */
export function cellNote({ rejected, finding, remark }: CellView): CellNote | null {
  if (rejected !== null) return { kind: 'error', text: rejected };
  if (finding) return { kind: finding.severity, text: finding.message };
  return remark === null ? null : { kind: 'remark', text: remark };
}
