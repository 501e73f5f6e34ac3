import { type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { annexFileStem } from '../annex-names.ts';
import { flatHeadings } from '../csv/render-csv.ts';
import { fieldLines } from '../field-text.ts';
import type { DataField, DataTable } from './data-resource.ts';

const ROW_FIELDS: readonly DataField[] = [
  { name: 'row_id', type: 'string', title: '行标识', constraints: { required: true, unique: true } },
  { name: 'row_role', type: 'string', title: '行类型', constraints: { required: true, enum: ['total', 'body'] } },
  { name: 'row_level', type: 'integer', title: '科目层级', constraints: { required: true } },
];

/** An annex as a table of the data package: its printed figures under the keys of its columns. */
export function annexData(table: AnnexTable): DataTable {
  const leaves = leafColumns(table.columns);
  const titles = flatHeadings(table.columns);
  return {
    name: `annex-${annexFileStem(table.annex)}`,
    title: `${table.number} ${table.title}`,
    fields: [
      ...ROW_FIELDS,
      ...leaves.map((leaf, index) => ({
        name: leaf.key,
        type: typeOf(leaf, table),
        title: titles[index] ?? leaf.label,
        ...(leaf.content === 'amount' ? { description: `单位：${table.unit}` } : {}),
      })),
    ],
    primaryKey: 'row_id',
    rows: table.rows.map((row) => [
      row.id,
      row.role,
      String(row.level),
      ...leaves.map(({ key }) => cellText(row.cells[key]) ?? ''),
    ]),
    about: {
      unit: table.unit,
      ...(table.notes.length > 0 ? { notes: table.notes } : {}),
      ...(table.fields.length > 0
        ? { labelledValues: table.fields.map((field) => ({ label: field.label, value: fieldLines(field).join('\n') })) }
        : {}),
    },
  };
}

/** A column is of numbers where none of its cells holds words. */
function typeOf({ key, content }: AnnexColumn, { rows }: AnnexTable): DataField['type'] {
  const words = rows.some(({ cells }) => cells[key]?.kind === 'text' && cellText(cells[key]) !== null);
  return !words && (content === 'amount' || content === 'number') ? 'number' : 'string';
}
