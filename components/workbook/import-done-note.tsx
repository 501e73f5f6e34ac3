import { Button, Group } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { summaryLines } from './confirm-import.tsx';
import { Note } from './note.tsx';
import type { WorkbookImporting } from './use-workbook-import.ts';

const OWN_LABEL = '导入工作簿';

/** What was written, with the way back. */
export function ImportDoneNote({ importing }: { importing: WorkbookImporting }) {
  const { undoLabel } = useDraft();
  const { done } = importing.state;
  if (!done) return null;
  return (
    <>
      <Note tone="done" title="已写入草稿">
        {summaryLines(done.plan).join('；')}。草稿会自动保存；请到“校验”查看检查结果。
      </Note>
      <Group mt="sm">
        <Button variant="default" onClick={importing.undoImport} disabled={undoLabel !== OWN_LABEL}>
          撤销这次导入
        </Button>
        <Button variant="default" onClick={importing.restart}>
          再导入一个文件
        </Button>
      </Group>
    </>
  );
}
