import {
  type AnnexCell,
  type AnnexColumn,
  type AnnexField,
  type AnnexTable,
  leafColumns,
} from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { formatExact } from '@/lib/domain/money/format.ts';
import { isLines } from '../field-text.ts';

interface AnnexJsonColumn {
  readonly key: string;
  readonly label: string;
  readonly children?: readonly AnnexJsonColumn[];
}

interface AnnexJsonRow {
  /** Printed text by key of a leaf column; null where it prints blank. */
  readonly cells: Readonly<Record<string, string | null>>;
  /** Exact yuan, as decimal text, of the cells that are amounts: what the printed figures were rounded from. */
  readonly amounts: Readonly<Record<string, string>>;
  readonly id: string;
  readonly role: 'total' | 'body';
  readonly level: number;
}

interface AnnexJsonField {
  readonly key: string;
  readonly label: string;
  readonly value: string | readonly string[] | null;
  /** Exact yuan, where the value is an amount. */
  readonly amount?: string;
}

/** The exchange form of an annex: printed strings as they stand on paper, exact amounts beside them. */
export interface AnnexJson {
  readonly annex: string;
  readonly number: string;
  readonly title: string;
  readonly unit: string;
  readonly fields?: readonly AnnexJsonField[];
  readonly columns: readonly AnnexJsonColumn[];
  readonly rows: readonly AnnexJsonRow[];
  readonly notes: readonly string[];
}

/** An annex as plain data; every leaf column has its key in every row. */
export function annexJson(table: AnnexTable): AnnexJson {
  const leaves = leafColumns(table.columns);
  return {
    annex: table.annex,
    number: table.number,
    title: table.title,
    unit: table.unit,
    ...(table.fields.length > 0 ? { fields: table.fields.map(fieldJson) } : {}),
    columns: table.columns.map(columnJson),
    rows: table.rows.map((row) => ({
      cells: Object.fromEntries(leaves.map(({ key }) => [key, cellText(row.cells[key])])),
      amounts: Object.fromEntries(
        leaves.flatMap(({ key }) => {
          const amount = exactYuan(row.cells[key]);
          return amount === undefined ? [] : [[key, amount]];
        }),
      ),
      id: row.id,
      role: row.role,
      level: row.level,
    })),
    notes: table.notes,
  };
}

/** The annex as a JSON file's text. */
export function renderAnnexJson(table: AnnexTable): string {
  return `${JSON.stringify(annexJson(table), null, 1)}\n`;
}

function columnJson(column: AnnexColumn): AnnexJsonColumn {
  const { key, label, children } = column;
  return children ? { key, label, children: children.map(columnJson) } : { key, label };
}

function fieldJson(field: AnnexField): AnnexJsonField {
  const { key, label, value } = field;
  if (isLines(value)) return { key, label, value };
  const amount = exactYuan(value);
  return { key, label, value: cellText(value), ...(amount === undefined ? {} : { amount }) };
}

function exactYuan(cell: AnnexCell | undefined): string | undefined {
  return cell?.kind === 'amount' ? formatExact(cell.amountFen, 'yuan') : undefined;
}
