'use client';

import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog } from '@/components/admin/record-dialog.tsx';
import { ROUND_KIND_LABELS } from '@/lib/domain/workflow/round.ts';
import type { RoundUnit } from '@/lib/domain/workflow/round-board.ts';
import type { PlannedRound } from '@/lib/domain/workflow/round-plan.ts';
import { deadlineWords } from '@/lib/messages/deadline-words.ts';
import { fromBeijingField, toBeijingField } from './beijing-time.ts';
import { InstantField } from './instant-field.tsx';
import type { RoundActions } from './round-actions.ts';

interface RoundDialogProps {
  year: number;
  round: PlannedRound;
  actions: RoundActions;
  onDone: (message: string) => void;
  onClose: () => void;
}

/** The deadline of a round; left blank, it has none. */
export function DeadlineDialog({ year, round, actions, onDone, onClose }: RoundDialogProps) {
  const [value, setValue] = useState(toBeijingField(round.deadlineAt));
  const { ordinal, revision, kind } = round;
  const label = ROUND_KIND_LABELS[kind];
  return (
    <RecordDialog<unknown>
      title={`${label}截止时间`}
      submitLabel="保存"
      fieldNames={['deadlineAt']}
      submit={() => actions.changeDeadline({ year, ordinal, revision, deadlineAt: fromBeijingField(value) })}
      onDone={() => onDone(`${label}的截止时间已保存`)}
      onClose={onClose}
    >
      {({ errors, clear }) => (
        <InstantField
          label="截止时间"
          description="北京时间；留空表示不限。已批准延期的单位不受影响。"
          value={value}
          onChange={(changed) => {
            setValue(changed);
            clear('deadlineAt');
          }}
          error={errors.deadlineAt}
        />
      )}
    </RecordDialog>
  );
}

/** Asks once before a round is opened or closed, and says what goes with it. */
export function RoundActDialog(props: RoundDialogProps & { act: 'open' | 'close'; openRound: PlannedRound | null }) {
  const { year, round, actions, act, openRound, onDone, onClose } = props;
  const { ordinal, revision, kind, state } = round;
  const label = ROUND_KIND_LABELS[kind];
  const title = act === 'close' ? `结束${label}` : state === 'CLOSED' ? `重新开放${label}` : `开放${label}`;
  const seen = { year, ordinal, revision };
  const submit = async () => (act === 'close' ? actions.closeRound(seen) : actions.openRound(seen));
  return (
    <RecordDialog<unknown>
      title={title}
      submitLabel={title}
      fieldNames={[]}
      submit={submit}
      onDone={() => onDone(`${label}已${act === 'close' ? '结束' : '开放'}`)}
      onClose={onClose}
      danger={act === 'close'}
    >
      {() =>
        act === 'close' ? (
          <Text size="sm">结束后，除已批准延期的单位外，不能再送审；已送审的继续审核。需要时可以重新开放。</Text>
        ) : (
          <>
            {openRound && (
              <Text size="sm">
                {ROUND_KIND_LABELS[openRound.kind]}目前还在进行，将<strong>同时结束</strong>；尚未送审的草稿转入{label}
                ，已送审未审核的仍须审核。
              </Text>
            )}
            <Text size="sm">
              {round.deadlineAt
                ? `${label}${deadlineWords(round.deadlineAt)}。`
                : `${label}没有设置截止时间，开放后也可以设置。`}
              开放后，单位即可编制和送审。
            </Text>
          </>
        )
      }
    </RecordDialog>
  );
}

interface ExtensionDialogProps extends RoundDialogProps {
  units: readonly RoundUnit[];
}

/** 批准延期 for the chosen units, with the reason. */
export function ExtensionDialog({ year, round, units, actions, onDone, onClose }: ExtensionDialogProps) {
  const [until, setUntil] = useState('');
  const [reason, setReason] = useState('');
  const label = ROUND_KIND_LABELS[round.kind];
  const names = units.map(({ unitName }) => unitName);
  const submit = () =>
    actions.extendRound({
      ...{ year, ordinal: round.ordinal, reason, until: fromBeijingField(until) ?? '' },
      unitIds: units.map(({ unitId }) => unitId),
    });
  return (
    <RecordDialog<unknown>
      title={`批准延期：${label}，${units.length} 个单位`}
      submitLabel="批准延期"
      fieldNames={['until', 'reason']}
      submit={submit}
      onDone={() => onDone(`已为 ${units.length} 个单位批准延期`)}
      onClose={onClose}
    >
      {({ errors, clear, textField }) => (
        <>
          <Text size="sm" lineClamp={3}>
            {names.slice(0, 10).join('、')}
            {names.length > 10 && ` 等 ${names.length} 个单位`}
          </Text>
          <InstantField
            label="延期至"
            description={`北京时间${round.deadlineAt ? `；本轮${deadlineWords(round.deadlineAt)}` : ''}。本轮结束后，延期的单位仍可送审。`}
            value={until}
            onChange={(changed) => {
              setUntil(changed);
              clear('until');
            }}
            error={errors.until}
          />
          <Textarea
            label="延期原因"
            description="单位和审计可以看到，批准后不能撤回"
            withAsterisk
            rows={3}
            maxLength={500}
            {...textField('reason', reason, setReason)}
          />
        </>
      )}
    </RecordDialog>
  );
}
