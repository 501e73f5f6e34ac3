'use client';

import { Alert, Button, Group, Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Action } from '@/lib/domain/workflow/permissions.ts';
import type { JudgingProgress } from '@/lib/domain/workflow/refused-explanations.ts';
import {
  type Situation,
  TRANSITIONS,
  type TransitionName,
  transitionsFrom,
} from '@/lib/domain/workflow/transitions.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

/** The transitions that a reviewer decides on. */
export type Decision = 'return' | 'accept' | 'approve';

export type Decide = (decision: Decision, comment: string) => Promise<Answer<unknown>>;

const isDecision = (name: TransitionName): name is Decision =>
  name === 'approve' || name === 'accept' || name === 'return';

const COLOURS: Readonly<Record<Decision, string>> = { accept: 'green', approve: 'green', return: 'red.9' };

interface DecisionBarProps {
  openComments: readonly ReviewComment[];
  judged: JudgingProgress;
  situation: Situation;
  permittedActions: readonly Action[];
  decide: Decide;
  onDecided: (decision: Decision) => void;
}

/** 退回修改 asks for a reason and lists the open remarks that go with it; 审核通过 asks once more. */
export function DecisionBar({
  openComments,
  judged,
  situation,
  permittedActions,
  decide,
  onDecided,
}: DecisionBarProps) {
  const [dialog, setDialog] = useState<Decision | null>(null);
  const offered = transitionsFrom(situation).filter(({ action }) => permittedActions.includes(action));
  return (
    <Group gap="sm">
      {offered.map(({ name, label }) =>
        isDecision(name) ? (
          <Button key={name} color={COLOURS[name]} onClick={() => setDialog(name)}>
            {label}
          </Button>
        ) : null,
      )}
      <Modal
        opened={dialog !== null}
        onClose={() => setDialog(null)}
        title={dialog && TRANSITIONS[dialog].label}
        size="lg"
      >
        {dialog && (
          <DecisionForm
            decision={dialog}
            openComments={openComments}
            judged={judged}
            decide={decide}
            onCancel={() => setDialog(null)}
            onDecided={onDecided}
          />
        )}
      </Modal>
    </Group>
  );
}

interface DecisionFormProps {
  decision: Decision;
  openComments: readonly ReviewComment[];
  judged: JudgingProgress;
  decide: Decide;
  onCancel: () => void;
  onDecided: (decision: Decision) => void;
}

function DecisionForm({ decision, openComments, judged, decide, onCancel, onDecided }: DecisionFormProps) {
  const [comment, setComment] = useState('');
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const returning = decision === 'return';
  const { commentRequired } = TRANSITIONS[decision];
  const send = async () => {
    if (commentRequired && comment.trim() === '') {
      setState({ busy: false, error: '请写明退回的原因，单位才知道要改什么。' });
      return;
    }
    setState({ busy: true, error: null });
    const answer = await decide(decision, comment.trim()).catch(() => null);
    if (answer?.ok) onDecided(decision);
    else setState({ busy: false, error: answer?.message ?? '网络中断，没有提交成功，请重试。' });
  };
  return (
    <Stack gap="sm">
      {returning ? (
        <Text size="sm">退回后，单位将在此版本的副本上修改，已写的意见随之送达。</Text>
      ) : (
        <Text size="sm">
          {decision === 'accept'
            ? '通过后，此版本即为一上审核结果，任何人不能再改动；控制数下达、二上开放后，单位在其副本上编制。'
            : '通过后，此版本即为批复的预算，任何人不能再改动。'}
        </Text>
      )}
      {openComments.length > 0 && (
        <Alert color={returning ? 'blue' : 'orange'} title={`${openComments.length} 条意见尚未解决`}>
          {openComments.slice(0, 5).map((open) => (
            <Text key={open.id} size="sm" lineClamp={1}>
              {open.text}
            </Text>
          ))}
          {!returning && <Text size="sm">确认这些意见不影响通过后，再选“确认通过”。</Text>}
        </Alert>
      )}
      <JudgedHint judged={judged} returning={returning} />
      <Textarea
        label={returning ? '退回原因' : '审核意见（可不填）'}
        withAsterisk={commentRequired}
        rows={3}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
        error={state.error}
        data-autofocus
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          取消
        </Button>
        <Button color={COLOURS[decision]} loading={state.busy} onClick={send}>
          {returning ? '确认退回' : '确认通过'}
        </Button>
      </Group>
    </Stack>
  );
}

/** What stands about the unit's explanations at the moment of a decision. */
function JudgedHint({ judged: { open, refused }, returning }: { judged: JudgingProgress; returning: boolean }) {
  if (refused > 0) {
    return (
      <Text size="sm" c={returning ? undefined : 'red.9'}>
        {returning
          ? `不认可的 ${refused} 条说明及理由随退回送达，单位须改写后才能再送审。`
          : `有 ${refused} 条说明不认可：请退回修改，或在“校验”中改为认可后再通过。`}
      </Text>
    );
  }
  return open > 0 && !returning ? <Text size="sm">还有 {open} 条提醒的说明没有表态，通过即表示接受。</Text> : null;
}
