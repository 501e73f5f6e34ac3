import type { AnnexTable } from '../annexes/annex-table.ts';
import { formatCentiWanYuan } from '../money/format.ts';
import { columnName, rowName } from './annex-cells.ts';
import type { Place } from './finding.ts';

/** A printed whole that its printed parts do not add up to, in words. */
export interface RoundingPlace {
  readonly place: Place;
  /** As the document numbers the annex, e.g. `附件3`. */
  readonly annexNumber: string;
  readonly row: string;
  readonly column: string;
  /** Parts below each other (纵向) or side by side (横向). */
  readonly direction: '纵向' | '横向';
  readonly printed: string;
  readonly parts: string;
  /** Printed less parts, e.g. `0.01`. */
  readonly difference: string;
}

/** Every place of the annexes where a printed column or row does not foot, in printed order. */
export function roundingPlaces(annexes: readonly AnnexTable[]): readonly RoundingPlace[] {
  return annexes.flatMap((table) =>
    table.roundingDifferences.map(({ at, along, printedCentiWanYuan, partsCentiWanYuan }): RoundingPlace => {
      return {
        place: { kind: 'annex', annex: table.annex, rowId: at.rowId, columnKey: at.columnKey },
        annexNumber: table.number,
        row: rowName(table, at.rowId),
        column: columnName(table, at.columnKey),
        direction: along === 'rows' ? '纵向' : '横向',
        printed: formatCentiWanYuan(printedCentiWanYuan, 'fixed'),
        parts: formatCentiWanYuan(partsCentiWanYuan, 'fixed'),
        difference: formatCentiWanYuan(printedCentiWanYuan - partsCentiWanYuan, 'fixed'),
      };
    }),
  );
}
