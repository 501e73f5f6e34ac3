import { Text } from '@mantine/core';
import type { SkippedRows } from '@/lib/domain/workbook/workbook-reading.ts';
import styles from './workbook.module.css';

const MAX_ROWS = 30;

interface NoticeListProps {
  notices: readonly string[];
  skipped: readonly SkippedRows[];
}

/** Sheets, columns and rows that were passed over. */
export function NoticeList({ notices, skipped }: NoticeListProps) {
  if (notices.length + skipped.length === 0) return <Text size="sm">文件中的内容都已读取。</Text>;
  return (
    <ul className={styles.list}>
      {notices.map((notice) => (
        <li key={notice} className={styles.item}>
          {notice}
        </li>
      ))}
      {skipped.map(({ sheetName, rows, reason }) => (
        <li key={`${sheetName}${reason}`} className={styles.item}>
          {sheetName}：跳过了{reason}（第 {rows.slice(0, MAX_ROWS).join('、')} 行
          {rows.length > MAX_ROWS && ` 等 ${rows.length} 行`}）。
        </li>
      ))}
    </ul>
  );
}
