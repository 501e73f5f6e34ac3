'use client';

import { NumberInput, Radio, RadioGroup, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog } from '@/components/admin/record-dialog.tsx';
import type { SubmissionScheme } from '@/lib/schemas/rounds.ts';
import type { RoundActions } from './round-actions.ts';
import type { YearView } from './round-view.ts';

interface YearDialogProps {
  /** The year to change; null for a new one. */
  shown: YearView | null;
  /** Offered for a new year. */
  nextYear: number;
  actions: RoundActions;
  onDone: (year: number) => void;
  onClose: () => void;
}

const FIELDS = ['year', 'changeThresholdPercent', 'projectWeightTotal', 'overallWeightTotal', 'scheme'] as const;

/** A fiscal year's settings, and how its budgets are submitted. */
export function YearDialog({ shown, nextYear, actions, onDone, onClose }: YearDialogProps) {
  const [year, setYear] = useState(shown?.year ?? nextYear);
  const [threshold, setThreshold] = useState(shown?.changeThresholdPercent ?? 30);
  const [projectWeight, setProjectWeight] = useState(shown?.projectWeightTotal ?? 90);
  const [overallWeight, setOverallWeight] = useState(shown?.overallWeightTotal ?? 100);
  const [scheme, setScheme] = useState<SubmissionScheme>(shown?.rounds.length === 1 ? 'SINGLE' : 'TWO_ROUNDS');
  const wasOpened = shown?.rounds.some(({ state }) => state !== 'PLANNED') ?? false;
  const fields = {
    ...{ year, scheme, changeThresholdPercent: threshold },
    ...{ projectWeightTotal: projectWeight, overallWeightTotal: overallWeight },
  };
  return (
    <RecordDialog<unknown>
      title={shown ? `${shown.year} 年度设置` : '开设预算年度'}
      submitLabel={shown ? '保存' : '开设'}
      fieldNames={FIELDS}
      submit={() => (shown ? actions.updateYear({ ...fields, revision: shown.revision }) : actions.createYear(fields))}
      onDone={() => onDone(year)}
      onClose={onClose}
    >
      {(errors) => (
        <Stack gap="sm">
          {!shown && (
            <NumberInput
              label="预算年度"
              value={year}
              onChange={(value) => setYear(Number(value))}
              allowDecimal={false}
              error={errors.year}
              data-autofocus
            />
          )}
          <RadioGroup
            label="申报方式"
            description={wasOpened ? '本年度已有轮次开放过，不能再更改。' : undefined}
            value={scheme}
            onChange={(value) => setScheme(value === 'SINGLE' ? 'SINGLE' : 'TWO_ROUNDS')}
            error={errors.scheme}
          >
            <Stack gap={6} mt={6}>
              <Radio
                value="TWO_ROUNDS"
                label="两上两下：一上 → 一下（控制数）→ 二上 → 二下（批复）"
                disabled={wasOpened}
              />
              <Radio value="SINGLE" label="一次申报：单位申报一次，审核通过即为批复" disabled={wasOpened} />
            </Stack>
          </RadioGroup>
          <NumberInput
            label="须说明原因的增减幅度（%）"
            description="较上年增减达到这一幅度的科目，单位须逐项说明原因"
            value={threshold}
            onChange={(value) => setThreshold(Number(value))}
            allowDecimal={false}
            error={errors.changeThresholdPercent}
          />
          <NumberInput
            label="项目绩效指标权重合计"
            description="余下的分值按惯例为预算执行率，例如 90"
            value={projectWeight}
            onChange={(value) => setProjectWeight(Number(value))}
            allowDecimal={false}
            error={errors.projectWeightTotal}
          />
          <NumberInput
            label="整体绩效指标权重合计"
            value={overallWeight}
            onChange={(value) => setOverallWeight(Number(value))}
            allowDecimal={false}
            error={errors.overallWeightTotal}
          />
          {!shown && (
            <Text size="sm" c="dimmed">
              开设后各轮次均未开放；开放第一轮后，单位才能开始编制。
            </Text>
          )}
        </Stack>
      )}
    </RecordDialog>
  );
}
