import { Button, Group, Text } from '@mantine/core';
import type { ImportPlan } from '@/lib/domain/workbook/plan-import.ts';
import { sheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';
import { MAX_CHANGES } from '@/lib/schemas/changes.ts';
import { Note } from './note.tsx';
import { countOf } from './outcome-words.ts';
import type { WorkbookImporting } from './use-workbook-import.ts';
import styles from './workbook.module.css';

/** Step 3: in one glance what will be written, what not, and what goes. */
export function ConfirmImport({ importing }: { importing: WorkbookImporting }) {
  const { plan, state } = importing;
  if (!plan) return null;
  const left = leftOut(plan);
  const removed = plan.sheets.filter((sheet) => sheet.removed.length > 0);
  const tooMany = plan.changes.length > MAX_CHANGES;
  return (
    <>
      {plan.changes.length === 0 && <Text fw={600}>文件的内容与草稿相同，没有要写入的变化。</Text>}
      {removed.length > 0 && (
        <Note tone="warning" title="有内容将被删除">
          {removed.map(({ id, removed: rows }) => `${sheetSpec(id).name} ${rows.length} 行`).join('、')}
          ，因为这些部分选择了“替换整个部分”。删除项目时，其支出明细、绩效指标和附件一并删除。
        </Note>
      )}
      {left > 0 && (
        <Note tone="warning" title={`${left} 行不会导入`}>
          这些行有误、尚待确认，或所属项目没有导入。可以返回处理，也可以先导入其余的行，以后再导入同一文件，已导入且没有再改动的行不会重复。
        </Note>
      )}
      {tooMany && (
        <Note tone="fault" title="一次导入的内容过多">
          共 {plan.changes.length} 处变化，一次最多 {MAX_CHANGES} 处。请返回，把部分工作表选为“不导入”，分几次导入。
        </Note>
      )}
      <Text size="sm">将从“{state.file?.name}”写入草稿，作为一步操作，写入后可以一次撤销：</Text>
      <ul className={styles.summary}>
        {summaryLines(plan).map((line) => (
          <li key={line} className={styles.item}>
            {line}
          </li>
        ))}
      </ul>
      <Group className={styles.bar} justify="space-between">
        <Button variant="default" onClick={() => importing.go('preview')}>
          返回预览
        </Button>
        <Button onClick={importing.confirm} disabled={plan.changes.length === 0 || tooMany}>
          写入草稿
        </Button>
      </Group>
    </>
  );
}

/** Rows and facts that are in the file but are not taken. */
function leftOut({ sheets, facts }: ImportPlan): number {
  const rows = [...sheets.flatMap((sheet) => sheet.rows), ...facts];
  return countOf(rows, 'open') + countOf(rows, 'faulty') + countOf(rows, 'waiting');
}

/** One sentence a section that changes. */
export function summaryLines({ sheets, facts }: ImportPlan): readonly string[] {
  const lines = sheets.flatMap(({ id, rows, removed }) => {
    const parts = [
      { count: countOf(rows, 'added'), word: '新增' },
      { count: countOf(rows, 'changed'), word: '修改' },
      { count: removed.length, word: '删除' },
    ].filter(({ count }) => count > 0);
    const text = parts.map(({ count, word }) => `${word} ${count} 行`).join('，');
    return parts.length === 0 ? [] : [`${sheetSpec(id).name}：${text}`];
  });
  const changed = countOf(facts, 'changed');
  return changed === 0 ? lines : [...lines, `单位情况：修改 ${changed} 项`];
}
