'use client';

import { notifications } from '@mantine/notifications';
import { type ClipboardEvent, useMemo } from 'react';
import { BudgetGrid } from '@/components/grid/budget-grid.tsx';
import { readClipboardText } from '@/components/grid/clipboard-text.ts';
import type { GridNotice } from '@/components/grid/paste-notice.ts';
import type { ActiveCell } from '@/components/grid/use-active-row.ts';
import { CONTROL_CATEGORIES, type ControlItem } from '@/lib/domain/budget/control-figure.ts';
import type { ControlReading } from '@/lib/domain/budget/control-reading.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { categoryColumns, columnTotals, departmentGrouping, itemColumns } from './control-columns.ts';
import {
  type ControlItemRow,
  type ControlledUnit,
  type ControlRow,
  controlItemRows,
  controlName,
  controlRows,
  editedFigures,
  type FigurePlace,
  type OpenFigure,
  typeFigures,
  type UnitExcess,
} from './control-rows.ts';
import type { SheetView } from './control-toolbar.tsx';
import { readByCode } from './paste-by-code.ts';
import type { RejectedTexts } from './use-rejected-texts.ts';
import type { useTypedFigures } from './use-typed-figures.ts';

interface SheetGridProps {
  year: number;
  units: readonly ControlledUnit[];
  view: SheetView;
  unit: MoneyUnit;
  steps: ReturnType<typeof useTypedFigures>;
  rejected: RejectedTexts;
  open: readonly OpenFigure[];
  excesses: readonly UnitExcess[];
  readOnly: boolean;
  /** Told the figure in the active cell, null where it is none. */
  onPlace: (place: FigurePlace | null) => void;
  /** Lines that named their units by code. */
  onPasted: (reading: ControlReading) => void;
}

/** The sheet itself, by categories or by projects; a paste that names units by their codes goes to these. */
export function SheetGrid(props: SheetGridProps) {
  const { units, view, unit, onPasted, readOnly } = props;
  const shown = useMemo(() => matchingUnits(units, view), [units, view]);
  const pasteByCode = (event: ClipboardEvent) => {
    const lines = readClipboardText(event.clipboardData.getData('text/plain'));
    const { source } = view;
    const reading =
      lines.ok && !readOnly && view.mode === 'categories' && readByCode(lines.value, { units, source, unit });
    if (!reading) return;
    event.preventDefault();
    event.stopPropagation();
    onPasted(reading);
    const kind = reading.faults.length > 0 ? 'refused' : 'done';
    const count = `已按单位编码写入 ${reading.figures.length} 个控制数`;
    notice({
      kind,
      message: kind === 'done' ? `${count}。` : `${count}；${reading.faults.length} 处没有写入，见表上方。`,
    });
  };
  return (
    <div style={{ flex: 1, minHeight: 220, display: 'flex', flexDirection: 'column' }} onPasteCapture={pasteByCode}>
      {view.mode === 'categories' ? <CategoryGrid {...props} units={shown} /> : <ItemGrid {...props} units={shown} />}
    </div>
  );
}

/** The units that a department and a search leave. */
function matchingUnits(units: readonly ControlledUnit[], { department, search }: SheetView) {
  const words = search.normalize('NFKC').trim();
  return units.filter(
    ({ departmentCode, unitCode, unitName }) =>
      (department === '' || departmentCode === department) &&
      (words === '' || unitCode.startsWith(words) || unitName.includes(words)),
  );
}

/** What both grids show alike. */
function gridProps({ year, unit, view, steps, rejected, readOnly }: SheetGridProps) {
  return {
    ...{ label: `${year} 年控制数`, height: 'fill' as const, readOnly, unit, onNotice: notice },
    ...{ rejected: rejected.at, rejectedTexts: rejected.texts, onUndo: steps.undo, onRedo: steps.redo },
    key: `${view.mode} ${view.source}`,
  };
}

function CategoryGrid(props: SheetGridProps) {
  const { units, view, unit, steps, rejected, open, excesses, onPlace } = props;
  const { source } = view;
  const rows = useMemo(() => controlRows(units, steps.typed, source), [units, steps.typed, source]);
  const columns = useMemo(() => categoryColumns(unit), [unit]);
  const changed = useMemo(() => new Set(open.map(controlName)), [open]);
  const { key, ...shared } = gridProps(props);
  const placeOf = (rowKey: string, field: string): FigurePlace | null => {
    const category = CONTROL_CATEGORIES.find((candidate) => candidate === field);
    return category && units.some(({ unitId }) => unitId === rowKey)
      ? { unitId: rowKey, category, item: '', source }
      : null;
  };
  return (
    <BudgetGrid<ControlRow>
      key={key}
      {...shared}
      rows={rows}
      columns={columns}
      frozenCount={2}
      grouping={useMemo(() => departmentGrouping(units), [units])}
      totals={columnTotals(columns, rows, unit)}
      finding={(rowKey, field) =>
        field === 'PROJECT' ? findingOf(excesses, { unitId: rowKey, item: '', source }) : undefined
      }
      changed={(row, field) => {
        const place = field === null ? null : placeOf(row.key, field);
        return place !== null && changed.has(controlName(place));
      }}
      onEdit={(edit) => {
        if (edit.updates.length > 0) steps.add(typeFigures(steps.typed, editedFigures(source, edit.updates)));
        rejected.change(edit.mended, edit.rejected);
      }}
      onActiveCell={(cell: ActiveCell | null) => onPlace(cell && placeOf(cell.rowKey, cell.columnId))}
    />
  );
}

function ItemGrid(props: SheetGridProps) {
  const { units, view, unit, steps, rejected, open, excesses, onPlace } = props;
  const { source } = view;
  const rows = useMemo(() => controlItemRows(units, steps.typed, source), [units, steps.typed, source]);
  const columns = useMemo(() => itemColumns(unit), [unit]);
  const byKey = useMemo(() => new Map(rows.map((row) => [row.key, row])), [rows]);
  const changed = useMemo(() => new Set(open.map(controlName)), [open]);
  const { key, ...shared } = gridProps(props);
  const placeOf = (rowKey: string): FigurePlace | null => {
    const row = byKey.get(rowKey);
    return row ? { unitId: row.unitId, category: 'PROJECT', item: row.item, source } : null;
  };
  return (
    <BudgetGrid<ControlItemRow>
      key={key}
      {...shared}
      rows={rows}
      columns={columns}
      frozenCount={3}
      totals={columnTotals(
        columns,
        rows.filter(({ item }) => item === ''),
        unit,
      )}
      finding={(rowKey, field) => {
        const place = field === 'controlFen' ? placeOf(rowKey) : null;
        return place ? findingOf(excesses, place) : undefined;
      }}
      changed={(row, field) => {
        const place = field === 'controlFen' ? placeOf(row.key) : null;
        return place !== null && changed.has(controlName(place));
      }}
      onEdit={(edit) => {
        const figures = edit.updates.flatMap(({ key: rowKey, fields }) => {
          const place = placeOf(rowKey);
          return place && fields.controlFen !== undefined ? [{ ...place, amountFen: fields.controlFen }] : [];
        });
        if (figures.length > 0) steps.add(typeFigures(steps.typed, figures));
        rejected.change(edit.mended, edit.rejected);
      }}
      onActiveCell={(cell: ActiveCell | null) => onPlace(cell?.columnId === 'controlFen' ? placeOf(cell.rowKey) : null)}
    />
  );
}

function findingOf(
  excesses: readonly UnitExcess[],
  place: Pick<FigurePlace, 'unitId' | 'source'> & { readonly item: ControlItem },
) {
  const found = excesses.some(
    ({ unitId, item, source }) => unitId === place.unitId && item === place.item && source === place.source,
  );
  return found
    ? { severity: 'error' as const, message: '细分到项目组、项目的控制数合计超过了它，不能下达。' }
    : undefined;
}

function notice({ kind, message }: GridNotice): void {
  notifications.show({
    message,
    color: kind === 'done' ? 'green' : 'orange',
    autoClose: kind === 'done' && 3000,
  });
}
