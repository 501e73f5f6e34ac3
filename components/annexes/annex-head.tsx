import { type AnnexColumn, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { headingRows } from '@/lib/domain/annexes/heading-rows.ts';

interface AnnexHeadProps {
  columns: readonly AnnexColumn[];
  /** In a form the headings stand below the fields, where a `thead` would be drawn above them. */
  inForm: boolean;
}

/** The merged heading rows of an annex; a heading over several columns has the scope of their group. */
export function AnnexHead({ columns, inForm }: AnnexHeadProps) {
  const leafKeys = new Set(leafColumns(columns).map((leaf) => leaf.key));
  const rows = headingRows(columns);
  const Group = inForm ? 'tbody' : 'thead';
  return (
    <Group>
      {rows.map((row) => (
        <tr key={row[0]?.key}>
          {row.map((cell) => (
            <th
              key={cell.key}
              scope={leafKeys.has(cell.key) ? 'col' : 'colgroup'}
              rowSpan={cell.rowSpan}
              colSpan={cell.colSpan}
            >
              {cell.label}
            </th>
          ))}
        </tr>
      ))}
    </Group>
  );
}
