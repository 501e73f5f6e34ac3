'use client';

import { Alert, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog } from '@/components/admin/record-dialog.tsx';
import { ROUND_KIND_LABELS } from '@/lib/domain/workflow/round.ts';
import { fromBeijing, toBeijing } from './beijing-time.ts';
import type { RoundActions } from './round-actions.ts';
import type { RoundView, UnitInRound } from './round-view.ts';

interface RoundDialogProps {
  round: RoundView;
  actions: RoundActions;
  onDone: (message: string) => void;
  onClose: () => void;
}

const noDeadline = '不设截止时间时留空';

/** Opens a round, or (where it is open or planned) sets its deadline. */
export function DeadlineDialog({
  round,
  act,
  ending,
  actions,
  onDone,
  onClose,
}: RoundDialogProps & {
  act: 'open' | 'deadline';
  /** The round that ends when this one opens. */
  ending: RoundView | null;
}) {
  const [local, setLocal] = useState(round.deadlineAt ? toBeijing(round.deadlineAt) : '');
  const label = ROUND_KIND_LABELS[round.kind];
  const opening = act === 'open';
  const input = { roundId: round.id, revision: round.revision, deadlineAt: local === '' ? null : fromBeijing(local) };
  return (
    <RecordDialog<unknown>
      title={opening ? `开放${label}` : `${label}截止时间`}
      submitLabel={opening ? '开放' : '保存'}
      fieldNames={['deadlineAt']}
      submit={() => (opening ? actions.openRound(input) : actions.setDeadline(input))}
      onDone={() => onDone(opening ? `${label}已开放。` : '截止时间已保存。')}
      onClose={onClose}
    >
      {(errors, clear) => (
        <>
          {opening && ending && (
            <Alert color="orange">
              同时结束{ROUND_KIND_LABELS[ending.kind]}。尚未送审的草稿转入{label}；已送审的仍由审核人办理。
            </Alert>
          )}
          {opening && <Text size="sm">开放后，单位可以编制并送审。</Text>}
          <TextInput
            type="datetime-local"
            label="送审截止时间（北京时间）"
            description={noDeadline}
            value={local}
            onChange={(event) => {
              setLocal(event.currentTarget.value);
              clear('deadlineAt');
            }}
            error={errors.deadlineAt}
            data-autofocus
          />
        </>
      )}
    </RecordDialog>
  );
}

export function CloseRoundDialog({ round, actions, onDone, onClose }: RoundDialogProps) {
  const label = ROUND_KIND_LABELS[round.kind];
  return (
    <RecordDialog<unknown>
      title={`结束${label}`}
      submitLabel="结束"
      fieldNames={[]}
      submit={() => actions.closeRound({ roundId: round.id, revision: round.revision })}
      onDone={() => onDone(`${label}已结束。`)}
      onClose={onClose}
      danger
    >
      {() => <Text size="sm">结束后，除已批准延期的单位外，任何单位不能再送审；草稿都会保留，可以重新开放。</Text>}
    </RecordDialog>
  );
}

const NAMED = 5;

/** 批准延期 for some units: until when, and why. */
export function ExtensionDialog({
  round,
  units,
  actions,
  onDone,
  onClose,
}: RoundDialogProps & { units: readonly UnitInRound[] }) {
  const [local, setLocal] = useState('');
  const [reason, setReason] = useState('');
  const names = units.slice(0, NAMED).map(({ unitName }) => unitName);
  const unitIds = units.map(({ unitId }) => unitId);
  return (
    <RecordDialog<{ readonly count: number }>
      title={`批准延期：${units.length} 个单位`}
      submitLabel="批准延期"
      fieldNames={['until', 'reason', 'unitIds']}
      submit={() => actions.extendRound({ roundId: round.id, unitIds, until: fromBeijing(local) ?? '', reason })}
      onDone={({ count }) => onDone(`已批准 ${count} 个单位延期。`)}
      onClose={onClose}
    >
      {(errors, clear) => (
        <>
          <Text size="sm">
            {names.join('、')}
            {units.length > NAMED && `等 ${units.length} 个单位`}
          </Text>
          <TextInput
            type="datetime-local"
            label="延期至（北京时间）"
            withAsterisk
            value={local}
            onChange={(event) => {
              setLocal(event.currentTarget.value);
              clear('until');
            }}
            error={errors.until}
            data-autofocus
          />
          <Textarea
            label="延期原因"
            withAsterisk
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => {
              setReason(event.currentTarget.value);
              clear('reason');
            }}
            error={errors.reason}
          />
        </>
      )}
    </RecordDialog>
  );
}
