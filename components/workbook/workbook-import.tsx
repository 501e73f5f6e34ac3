'use client';

import { Button, Stepper } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { EmptyState } from '@/components/ui/empty-state.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { ChooseFile } from './choose-file.tsx';
import { ConfirmImport } from './confirm-import.tsx';
import { ImportDoneNote } from './import-done-note.tsx';
import { ImportPreview } from './import-preview.tsx';
import { type ImportStep, useWorkbookImport } from './use-workbook-import.ts';
import styles from './workbook.module.css';

const STEPS: readonly { readonly step: ImportStep; readonly label: string }[] = [
  { step: 'choose', label: '选择文件' },
  { step: 'preview', label: '预览与修正' },
  { step: 'confirm', label: '确认' },
];

/** The wizard: choose a file, see and mend what it would do, take it into the draft as one step. */
export function WorkbookImport() {
  const { readOnly, workspace } = useDraft();
  const importing = useWorkbookImport();
  const { step } = importing.state;
  const heading = useRef<HTMLHeadingElement>(null);
  const first = useRef(true);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the keyboard follows each step, and only that
  useEffect(() => {
    if (!first.current) heading.current?.focus();
    first.current = false;
  }, [step]);
  if (readOnly) {
    return (
      <EmptyState
        title="这个版本不能导入"
        text="只有草稿可以修改。导出的工作簿仍可用来查看。"
        action={
          <Button component="a" href={`/api/v1/budgets/${workspace.budgetId}/workbook`} variant="default">
            下载工作簿
          </Button>
        }
      />
    );
  }
  const active = step === 'done' ? STEPS.length : STEPS.findIndex((candidate) => candidate.step === step);
  return (
    <div className={styles.wizard}>
      <Stepper active={active} size="xs" iconSize={28} className={styles.steps}>
        {STEPS.map(({ label, step: target }, index) => (
          <Stepper.Step
            key={target}
            label={label}
            allowStepSelect={index < active && step !== 'done'}
            onClick={() => index < active && step !== 'done' && importing.go(target)}
          />
        ))}
      </Stepper>
      <h3 className={styles.stepTitle} tabIndex={-1} ref={heading}>
        {step === 'done' ? '导入完成' : `第 ${active + 1} 步：${STEPS[active]?.label ?? ''}`}
      </h3>
      {step === 'choose' && <ChooseFile importing={importing} />}
      {step === 'preview' && <ImportPreview importing={importing} />}
      {step === 'confirm' && <ConfirmImport importing={importing} />}
      {step === 'done' && <ImportDoneNote importing={importing} />}
    </div>
  );
}
