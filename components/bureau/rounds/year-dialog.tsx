'use client';

import { NumberInput, Radio, RadioGroup, Stack } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog } from '@/components/admin/record-dialog.tsx';
import type { RoundBoard } from '@/lib/domain/workflow/round-board.ts';
import { SCHEME_LABELS, SCHEMES, type Scheme, schemeOf, schemeRefusal } from '@/lib/domain/workflow/round-plan.ts';
import { AnnexFields } from './annex-fields.tsx';
import type { RoundActions } from './round-actions.ts';

interface YearDialogProps {
  board: RoundBoard;
  /** The year to change; null for a new one. */
  year: number | null;
  actions: RoundActions;
  onDone: (year: number) => void;
  onClose: () => void;
}

const SETTINGS = [
  ['changeThresholdPercent', '须说明原因的增减幅度（%）', '比上年增减达到这一幅度的科目，须逐项说明原因'],
  ['projectWeightTotal', '项目绩效指标权重合计', '预算执行率另占 10 分的，填 90'],
  ['overallWeightTotal', '整体绩效指标权重合计', '通常为 100'],
] as const;

const SCHEME_NOTES: Readonly<Record<Scheme, string>> = {
  TWO_SUBMISSIONS: '一上审核后下达控制数，二上审核后批复',
  SINGLE_SUBMISSION: '单位申报一次，审核后批复',
};

/** 开设年度, or the settings of a year that is there. What is blank is sent as it is: the server says what is missing. */
export function YearDialog({ board, year, actions, onDone, onClose }: YearDialogProps) {
  const [newYear, setNewYear] = useState((board.years[0] ?? new Date().getFullYear()) + 1);
  const [settings, setSettings] = useState(board.settings);
  const [scheme, setScheme] = useState<Scheme>((year === null ? null : schemeOf(board.rounds)) ?? 'TWO_SUBMISSIONS');
  const isFixed = year !== null && schemeRefusal(board.rounds) !== null;
  const submit = () =>
    year === null
      ? actions.createYear({ year: newYear, scheme, ...settings })
      : actions.changeYear({ year, revision: board.revision, scheme, ...settings });
  return (
    <RecordDialog<unknown>
      title={year === null ? '开设年度' : `${year} 年度设置`}
      submitLabel={year === null ? '开设' : '保存'}
      fieldNames={['year', 'scheme', 'annexSet', 'rounding', ...SETTINGS.map(([name]) => name)]}
      submit={submit}
      onDone={() => onDone(year ?? newYear)}
      onClose={onClose}
    >
      {({ errors, clear }) => (
        <>
          {year === null && (
            <NumberInput
              label="预算年度"
              value={newYear}
              onChange={(value) => {
                setNewYear(Number(value));
                clear('year');
              }}
              error={errors.year}
              allowDecimal={false}
              hideControls
              data-autofocus
            />
          )}
          <RadioGroup
            label="申报方式"
            description={isFixed ? '本年度已有申报开放过，不能再更改' : undefined}
            value={scheme}
            onChange={(value) => setScheme(SCHEMES.find((each) => each === value) ?? scheme)}
            error={errors.scheme}
          >
            <Stack gap={6} mt={6}>
              {SCHEMES.map((value) => (
                <Radio
                  key={value}
                  value={value}
                  label={SCHEME_LABELS[value]}
                  description={SCHEME_NOTES[value]}
                  disabled={isFixed}
                />
              ))}
            </Stack>
          </RadioGroup>
          <AnnexFields
            annexSets={board.annexSets}
            settings={settings}
            onChange={(changed) => {
              setSettings({ ...settings, ...changed });
              clear('annexSet');
              clear('rounding');
            }}
            isFixed={isFixed}
            errors={errors}
          />
          {SETTINGS.map(([name, label, description]) => (
            <NumberInput
              key={name}
              label={label}
              description={description}
              value={settings[name]}
              onChange={(value) => {
                setSettings({ ...settings, [name]: value === '' ? Number.NaN : Number(value) });
                clear(name);
              }}
              error={errors[name]}
              allowDecimal={false}
              hideControls
            />
          ))}
        </>
      )}
    </RecordDialog>
  );
}
