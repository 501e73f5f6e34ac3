import { type AnnexField, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { formRows } from '@/lib/domain/annexes/form-rows.ts';
import { FIELDS_ROW } from '@/lib/domain/versions/compare-annexes.ts';
import { AnnexHead } from './annex-head.tsx';
import { type AnnexMarks, AnnexRows, type FollowAmount, OldText } from './annex-rows.tsx';
import styles from './annex-view.module.css';
import { ScaledPage } from './scaled-page.tsx';

interface AnnexViewProps {
  table: AnnexTable;
  /** Marks the page 草稿 as its exports are marked. */
  draft: boolean;
  marks?: AnnexMarks;
  /** The page's scale; without it the page fits the room there is. */
  scale?: number;
  /** Called when a figure is chosen that is made of rows of the budget; without it figures are plain text. */
  onFollow?: FollowAmount;
}

/** An annex as the A4 page that will be printed, scaled to the room there is. */
export function AnnexView({ table, draft, marks, scale, onFollow }: AnnexViewProps) {
  const leaves = leafColumns(table.columns);
  const widthTotal = leaves.reduce((sum, leaf) => sum + (leaf.width ?? 1), 0);
  return (
    <ScaledPage orientation={table.print.orientation} draft={draft} fixedScale={scale}>
      <p className={styles.annexNumber}>{table.number}</p>
      <table className={styles.table} data-annex={table.annex}>
        <caption className={styles.caption}>
          {table.title}
          <span className={styles.unit}>单位：{table.unit}</span>
        </caption>
        <colgroup>
          {leaves.map((leaf) => (
            <col key={leaf.key} style={{ width: `${((leaf.width ?? 1) / widthTotal) * 100}%` }} />
          ))}
        </colgroup>
        {table.fields.length > 0 && <FieldRows fields={table.fields} columnCount={leaves.length} marks={marks} />}
        <AnnexHead columns={table.columns} inForm={table.fields.length > 0} />
        <AnnexRows table={table} leaves={leaves} marks={marks} onFollow={onFollow} />
      </table>
      {table.notes.map((note) => (
        <p key={note} className={styles.note}>
          {note}
        </p>
      ))}
    </ScaledPage>
  );
}

interface FieldRowsProps {
  fields: readonly AnnexField[];
  columnCount: number;
  marks: AnnexMarks | undefined;
}

function FieldRows({ fields, columnCount, marks }: FieldRowsProps) {
  const changeOf = (key: string) => marks?.changes?.get(`${FIELDS_ROW}/${key}`);
  return (
    <tbody>
      {formRows(fields, columnCount).map((row) => (
        <tr key={row[0]?.field.key}>
          {row.map(({ role, field, colSpan }) =>
            role === 'label' ? (
              <th key={`label-${field.key}`} scope="row" colSpan={colSpan} className={styles.fieldLabel}>
                {field.label}
              </th>
            ) : (
              <td
                key={field.key}
                colSpan={colSpan}
                className={styles.fieldValue}
                data-cell={`${FIELDS_ROW}/${field.key}`}
                data-mark={changeOf(field.key) && 'change'}
              >
                <OldText change={changeOf(field.key)} />
                <FieldValue field={field} />
              </td>
            ),
          )}
        </tr>
      ))}
    </tbody>
  );
}

function FieldValue({ field }: { field: AnnexField }) {
  if (!('kind' in field.value)) {
    return field.value.map((line) => (
      <p key={line} className={styles.line}>
        {line}
      </p>
    ));
  }
  return cellText(field.value);
}
