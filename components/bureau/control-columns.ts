import { amountColumn, computedAmountColumn, textColumn } from '@/components/grid/columns.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import type { RowGrouping } from '@/components/grid/group-rows.ts';
import { CONTROL_CATEGORIES, CONTROL_CATEGORY_LABELS } from '@/lib/domain/budget/control-figure.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import type { ControlItemRow, ControlRow } from './control-rows.ts';

interface UnitRow extends Row {
  readonly unitCode: string;
  readonly unitName: string;
}

function unitColumns<R extends UnitRow>(): readonly GridColumn<R>[] {
  return [
    { id: 'unitCode', header: '单位编码', width: 88, read: ({ unitCode }) => unitCode },
    { id: 'unitName', header: '单位', width: 180, grows: true, read: ({ unitName }) => unitName },
  ];
}

/** Stands beside what is typed: a pasted block passes over it. */
function besideColumn<R extends Row>(
  id: string,
  unit: MoneyUnit,
  header: string,
  amountOf: (row: R) => Fen | null,
): GridColumn<R> {
  return { ...computedAmountColumn<R>(id, unit, amountOf, { header, width: 118 }), aside: true };
}

const wordOf = (unit: MoneyUnit): string => (unit === 'yuan' ? '元' : '万元');

/** Nothing is left over or missing where no figure was issued. */
function leftFen(controlFen: Fen | null, enteredFen: Fen): Fen | null {
  return controlFen === null ? null : controlFen - enteredFen;
}

/** Of the sheet by categories: each figure with what is planned of it, and what is left. */
export function categoryColumns(unit: MoneyUnit): readonly GridColumn<ControlRow>[] {
  return [
    ...unitColumns<ControlRow>(),
    ...CONTROL_CATEGORIES.flatMap((category) => {
      const label = CONTROL_CATEGORY_LABELS[category];
      return [
        amountColumn<ControlRow>(category, unit, { header: `${label}（${wordOf(unit)}）`, width: 136 }),
        besideColumn<ControlRow>(`${category}-entered`, unit, '已编', ({ entered }) => entered[category]),
        besideColumn<ControlRow>(`${category}-left`, unit, '差额', (row) =>
          leftFen(row[category], row.entered[category]),
        ),
      ];
    }),
    computedAmountColumn<ControlRow>(
      'total',
      unit,
      (row) => sumFen(CONTROL_CATEGORIES.map((category) => row[category])),
      { header: `合计（${wordOf(unit)}）`, width: 136 },
    ),
  ];
}

/** Of the sheet by projects. */
export function itemColumns(unit: MoneyUnit): readonly GridColumn<ControlItemRow>[] {
  const { write: _label, ...label } = textColumn<ControlItemRow>('label', {
    ...{ header: '项目组/项目', width: 300, grows: true, maxLength: 500 },
  });
  return [
    ...unitColumns<ControlItemRow>(),
    label,
    amountColumn<ControlItemRow>('controlFen', unit, { header: `控制数（${wordOf(unit)}）`, width: 150 }),
    besideColumn<ControlItemRow>('entered', unit, '已编', ({ enteredFen }) => enteredFen),
    besideColumn<ControlItemRow>('left', unit, '差额', (row) => leftFen(row.controlFen, row.enteredFen)),
  ];
}

/** The sums of all columns of amounts over some rows. */
export function columnTotals<R>(
  columns: readonly GridColumn<R>[],
  rows: readonly R[],
  unit: MoneyUnit,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    columns.flatMap(({ id, amountFen }) =>
      amountFen ? [[id, formatForEntry(sumFen(rows.map(amountFen)), unit)] as const] : [],
    ),
  );
}

/** Gathers the units of a department that has several under their sums. */
export function departmentGrouping(
  units: readonly { readonly departmentCode: string; readonly departmentName: string }[],
): RowGrouping<ControlRow> {
  const names = new Map(units.map(({ departmentCode, departmentName }) => [departmentCode, departmentName]));
  const nameOf = (code: string) => names.get(code) ?? '';
  return {
    id: 'department',
    pathOf: ({ departmentCode }) => [departmentCode],
    isShown: (_code, unitCount) => unitCount > 1,
    ...{ codeColumn: 'unitCode', nameColumn: 'unitName', nameOf },
    titleOf: (code) => `${code} ${nameOf(code)}`,
    inherit: () => ({}),
  };
}
