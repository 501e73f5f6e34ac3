import { Button, Group, Tabs, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { ReadingProgress } from './choose-file.tsx';
import { FaultList } from './fault-list.tsx';
import { NoticeList } from './notice-list.tsx';
import { OutcomeBar } from './outcome-bar.tsx';
import { QuestionList } from './question-list.tsx';
import { RepairList } from './repair-list.tsx';
import { RowList } from './row-list.tsx';
import { SheetTable } from './sheet-table.tsx';
import type { WorkbookImporting } from './use-workbook-import.ts';
import styles from './workbook.module.css';

/** Step 2: what the file would do to the draft, and everything that was repaired, is asked or cannot be read. */
export function ImportPreview({ importing }: { importing: WorkbookImporting }) {
  const { reading, progress, error, file, pending } = importing.state;
  const { plan } = importing;
  const [tab, setTab] = useState<string | null>(null);
  if (!reading || !plan) return null;
  const { questions, faults, repairs, skipped, notices } = reading;
  const tabs = [
    { id: 'questions', label: '待确认', count: questions.length, panel: <QuestionList importing={importing} /> },
    { id: 'faults', label: '有误', count: faults.length, panel: <FaultList importing={importing} /> },
    { id: 'repairs', label: '已自动修复', count: repairs.length, panel: <RepairList repairs={repairs} /> },
    {
      id: 'sheets',
      label: '各部分处理方式',
      count: reading.sheets.length,
      panel: <SheetTable importing={importing} plan={plan} />,
    },
    { id: 'rows', label: '逐行预览', count: reading.rows.length, panel: <RowList plan={plan} /> },
    {
      id: 'notices',
      label: '未读取的内容',
      count: notices.length + skipped.length,
      panel: <NoticeList notices={notices} skipped={skipped} />,
    },
  ];
  // What asks something of the clerk is shown first.
  const shown = tab ?? (questions.length > 0 ? 'questions' : faults.length > 0 ? 'faults' : 'sheets');
  const waiting = Object.keys(pending).length;
  const applied = Object.keys(importing.state.applied).length;
  return (
    <>
      <Text size="sm">文件“{file?.name}”导入后草稿会有下面的变化；确认之前，草稿没有任何改变。</Text>
      <OutcomeBar plan={plan} />
      <div aria-live="polite">
        {progress !== null && <ReadingProgress progress={progress} name={file?.name ?? ''} />}
      </div>
      {error !== null && <ErrorNote>{error}</ErrorNote>}
      <Tabs value={shown} onChange={setTab} keepMounted={false}>
        <Tabs.List aria-label="读取结果">
          {tabs.map(({ id, label, count }) => (
            <Tabs.Tab key={id} value={id}>
              {label}（{count}）
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {tabs.map(({ id, panel }) => (
          <Tabs.Panel key={id} value={id} pt="xs">
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
      <Group className={styles.bar} justify="space-between">
        <Button variant="default" onClick={() => importing.go('choose')}>
          重新选择文件
        </Button>
        <Group gap="xs">
          {applied > 0 && (
            <Button variant="subtle" loading={progress !== null} onClick={importing.readAsIs}>
              撤回已应用的 {applied} 处填写
            </Button>
          )}
          {waiting > 0 && (
            <Button variant="light" loading={progress !== null} onClick={importing.readAgain}>
              应用 {waiting} 处填写并重新校验
            </Button>
          )}
          <Button
            loading={progress !== null}
            onClick={async () => {
              if (waiting === 0 || (await importing.readAgain())) importing.go('confirm');
            }}
          >
            下一步：确认
          </Button>
        </Group>
      </Group>
    </>
  );
}
