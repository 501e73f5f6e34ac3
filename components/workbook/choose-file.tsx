import { Button, Group, Progress, Text } from '@mantine/core';
import { type DragEvent, useRef, useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { MAX_WORKBOOK_BYTES } from '@/lib/schemas/workbook.ts';
import type { WorkbookImporting } from './use-workbook-import.ts';
import styles from './workbook.module.css';

/** Step 1: the template to take away, and the place to put a workbook. */
export function ChooseFile({ importing }: { importing: WorkbookImporting }) {
  const { workspace } = useDraft();
  const { progress, error, file } = importing.state;
  const address = `/api/v1/budgets/${workspace.budgetId}/workbook`;
  return (
    <>
      <section className={styles.card} aria-labelledby="template-title">
        <h4 id="template-title" className={styles.cardTitle}>
          先下载工作簿
        </h4>
        <Text size="sm">
          每部分一张工作表，带科目列表和填写说明。用 Excel 或 WPS
          填好后在下面选择；再次导入会更新原来的行，不会重复增加。
        </Text>
        <Group gap="xs" mt="xs">
          <Button component="a" href={address} variant="default" size="compact-md">
            下载工作簿（含草稿现有内容）
          </Button>
          <Button component="a" href={`${address}?blank=true`} variant="default" size="compact-md">
            下载空白模板
          </Button>
        </Group>
      </section>
      <DropZone busy={progress !== null} onFile={importing.choose} />
      <div aria-live="polite">
        {progress !== null && <ReadingProgress progress={progress} name={file?.name ?? ''} />}
      </div>
      {error !== null && <ErrorNote>{error}</ErrorNote>}
    </>
  );
}

function DropZone({ busy, onFile }: { busy: boolean; onFile: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped && !busy) onFile(dropped);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a further way; the button inside does the same
    <div
      className={styles.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Text fw={600}>把填好的工作簿拖到这里</Text>
      <Text size="sm">或 .xlsx、.xls，不超过 {MAX_WORKBOOK_BYTES / 1_048_576} 兆字节，每张工作表不超过 1 万行</Text>
      <Button mt="xs" loading={busy} onClick={() => input.current?.click()}>
        选择文件
      </Button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label="要导入的工作簿"
        accept=".xlsx,.xls,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,application/vnd.ms-excel"
        onChange={(event) => {
          const chosen = event.currentTarget.files?.[0];
          // The same file can be chosen again after it was mended.
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </div>
  );
}

/** How far the file is on its way. */
export function ReadingProgress({ progress, name }: { progress: number; name: string }) {
  const sent = progress >= 1;
  const text = sent ? `正在读取和校验“${name}”…` : `正在上传“${name}”… ${Math.floor(progress * 100)}%`;
  return (
    <div className={styles.progress}>
      <Text size="sm">{text}</Text>
      <Progress value={sent ? 100 : progress * 100} animated={sent} aria-label={text} size="sm" />
    </div>
  );
}
