import { memo } from 'react';
import styles from './grid.module.css';
import { cellStyle, minWidth } from './grid-layout.ts';
import type { ColumnLayout } from './grid-model.ts';

interface GridHeadProps {
  layout: readonly ColumnLayout[];
  totals: Readonly<Record<string, string>> | undefined;
}

/** Headings and, right below, the frozen row 合计. */
export function GridHead({ layout, totals }: GridHeadProps) {
  return (
    <div role="rowgroup" className={styles.head} style={{ minWidth: minWidth(layout) }} data-head>
      <Headings layout={layout} />
      {totals && <Totals layout={layout} totals={totals} />}
    </div>
  );
}

const Headings = memo(function Headings({ layout }: Pick<GridHeadProps, 'layout'>) {
  return (
    <div className={styles.headRow} role="row" aria-rowindex={1}>
      <div role="columnheader" aria-colindex={1} className={styles.number}>
        <span className="visually-hidden">行次</span>
      </div>
      {layout.map((column, index) => (
        <div
          key={column.id}
          role="columnheader"
          aria-colindex={index + 2}
          className={styles.cell}
          data-column={column.id}
          data-frozen={column.frozenAt !== null || undefined}
          title={column.header}
          style={cellStyle(column)}
        >
          {column.header}
        </div>
      ))}
    </div>
  );
});

function Totals({ layout, totals }: Required<GridHeadProps> & { totals: Readonly<Record<string, string>> }) {
  return (
    <div className={styles.headRow} role="row" aria-rowindex={2} data-total>
      <div role="rowheader" aria-colindex={1} className={styles.number}>
        <span className="visually-hidden">合计</span>
      </div>
      {layout.map((column, index) => (
        <div
          key={column.id}
          role="gridcell"
          aria-readonly
          aria-colindex={index + 2}
          className={styles.cell}
          data-align={index === 0 ? 'center' : column.align}
          data-frozen={column.frozenAt !== null || undefined}
          data-negative={totals[column.id]?.startsWith('-') || undefined}
          style={cellStyle(column)}
        >
          {totals[column.id] ?? (index === 0 ? '合计' : '')}
        </div>
      ))}
    </div>
  );
}
