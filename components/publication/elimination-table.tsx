import { Table, TableTbody, TableTd, TableTh, TableThead, TableTr } from '@mantine/core';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import type { KeptElimination } from '@/lib/domain/editions/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import styles from './department-publication.module.css';

/** What one unit pays another, counted once: who pays whom, from which line, and how much. */
export function EliminationTable({ eliminations, label }: { eliminations: readonly KeptElimination[]; label: string }) {
  return (
    <Table fz="sm" aria-label={label}>
      <TableThead>
        <TableTr>
          <TableTh scope="col">付出单位</TableTh>
          <TableTh scope="col">付出的明细</TableTh>
          <TableTh scope="col">收入单位</TableTh>
          <TableTh scope="col">收入来源</TableTh>
          <TableTh scope="col" className={styles.amount}>
            抵销金额（元）
          </TableTh>
        </TableTr>
      </TableThead>
      <TableTbody>
        {eliminations.map(({ payerName, line, receiverName, revenueKey, source, amountFen }) => (
          <TableTr key={revenueKey}>
            <TableTd>{payerName}</TableTd>
            <TableTd>{line}</TableTd>
            <TableTd>{receiverName}</TableTd>
            <TableTd>{FUND_SOURCE_LABELS[source].name}</TableTd>
            <TableTd className={styles.amount}>{formatForEntry(BigInt(amountFen), 'yuan')}</TableTd>
          </TableTr>
        ))}
      </TableTbody>
    </Table>
  );
}
