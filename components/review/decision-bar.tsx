'use client';

import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { RemarkTemplates } from '@/components/templates/template-actions.ts';
import { callAction } from '@/components/ui/call-action.ts';
import { anchorOf } from '@/components/workflow/comment-actions.ts';
import { RemarkField } from '@/components/workflow/remark-field.tsx';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Section } from '@/lib/domain/checks/finding.ts';
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
import { ReturnScope, scopeOf } from './return-scope.tsx';

const DECISIONS = ['confirm', 'decline', 'return', 'accept', 'approve'] as const satisfies readonly TransitionName[];

/** The transitions that somebody decides on who did not draft: the unit's head, then the bureau. */
export type Decision = (typeof DECISIONS)[number];

/** @param sections of a return: what is to be mended, the rest stays locked; empty: all of it */
export type Decide = (decision: Decision, comment: string, sections: readonly Section[]) => Promise<Answer<unknown>>;

const isDecision = (name: TransitionName): name is Decision => DECISIONS.some((decision) => decision === name);

/** The decisions that a situation offers to somebody with these rights, in the order of the workflow's table. */
export function decisionsOffered(situation: Situation, permittedActions: readonly Action[]): readonly Decision[] {
  return transitionsFrom(situation)
    .filter(({ action }) => permittedActions.includes(action))
    .map(({ name }) => name)
    .filter(isDecision);
}

interface DecisionWords {
  readonly colour: string;
  /** What it leads to. */
  readonly text: string;
  readonly commentLabel: string;
  /** Said where a comment is missing that is demanded. */
  readonly missingComment: string;
  readonly submitLabel: string;
}

const RETURN_WORDS = { colour: 'red.9', commentLabel: '退回原因' };
const APPROVE_WORDS = {
  colour: 'green',
  commentLabel: '审核意见（可不填）',
  missingComment: '',
  submitLabel: '确认通过',
};

const WORDS: Readonly<Record<Decision, DecisionWords>> = {
  confirm: {
    colour: 'green',
    text: '确认后，此版本即送达财政局审核，本单位不能再改动。',
    commentLabel: '确认意见（可不填）',
    missingComment: '',
    submitLabel: '确认并送审',
  },
  decline: {
    ...RETURN_WORDS,
    text: '退回后，经办在此版本的副本上修改，再送您确认；财政局不会看到此版本。',
    missingComment: '请写明退回的原因，经办才知道要改什么。',
    submitLabel: '确认退回',
  },
  return: {
    ...RETURN_WORDS,
    text: '退回后，单位将在此版本的副本上修改，已写的意见随之送达。',
    missingComment: '请写明退回的原因，单位才知道要改什么。',
    submitLabel: '确认退回',
  },
  accept: {
    ...APPROVE_WORDS,
    text: '通过后，此版本即为一上审核结果，任何人不能再改动；控制数下达、二上开放后，单位在其副本上编制。',
  },
  approve: { ...APPROVE_WORDS, text: '通过后，此版本即为批复的预算，任何人不能再改动。' },
};

interface DecisionBarProps {
  budget: Budget;
  openComments: readonly ReviewComment[];
  /** What a remark is on, null: the whole. */
  nameOf: (comment: ReviewComment) => string | null;
  judged: JudgingProgress;
  situation: Situation;
  permittedActions: readonly Action[];
  /** Absent for those who may not use 常用意见. */
  templates?: RemarkTemplates;
  decide: Decide;
  onDecided: (decision: Decision) => void;
}

/** 退回 asks for a reason and what is to be mended, and lists the open remarks that go with it; the others ask once more. */
export function DecisionBar({ situation, permittedActions, ...form }: DecisionBarProps) {
  const [dialog, setDialog] = useState<Decision | null>(null);
  return (
    <Group gap="sm">
      {decisionsOffered(situation, permittedActions).map((name) => (
        <Button key={name} color={WORDS[name].colour} onClick={() => setDialog(name)}>
          {TRANSITIONS[name].label}
        </Button>
      ))}
      <Modal
        opened={dialog !== null}
        onClose={() => setDialog(null)}
        title={dialog && TRANSITIONS[dialog].label}
        size="lg"
      >
        {dialog && <DecisionForm decision={dialog} {...form} onCancel={() => setDialog(null)} />}
      </Modal>
    </Group>
  );
}

interface DecisionFormProps extends Omit<DecisionBarProps, 'situation' | 'permittedActions'> {
  decision: Decision;
  onCancel: () => void;
}

/** What was typed stays as long as the decision did not go through. */
function DecisionForm(props: DecisionFormProps) {
  const { decision, budget, openComments, nameOf, judged, templates, decide, onCancel, onDecided } = props;
  const [comment, setComment] = useState('');
  const [scope, setScope] = useState(() => scopeOf(openComments, budget));
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const words = WORDS[decision];
  const { commentRequired, opensNextDraft } = TRANSITIONS[decision];
  const isPartial = decision === 'return' && scope.kind === 'some';
  const send = async () => {
    const missing =
      (commentRequired && comment.trim() === '' && words.missingComment) ||
      (isPartial && scope.sections.length === 0 && '请选择要修改的部分，或改为“全部退回”。');
    if (missing) return setState({ busy: false, error: missing });
    setState({ busy: true, error: null });
    const answer = await callAction(() => decide(decision, comment.trim(), isPartial ? scope.sections : []));
    if (answer.ok) onDecided(decision);
    else setState({ busy: false, error: answer.message });
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{words.text}</Text>
      {decision === 'return' && (
        <ReturnScope budget={budget} openComments={openComments} nameOf={nameOf} scope={scope} onChange={setScope} />
      )}
      {!opensNextDraft && openComments.length > 0 && (
        <OpenComments openComments={openComments} label={words.submitLabel} />
      )}
      <JudgedHint judged={judged} returning={opensNextDraft} />
      {decision === 'return' && openComments.length === 0 && <NoRemarks hasReason={comment.trim() !== ''} />}
      <RemarkField
        label={words.commentLabel}
        withAsterisk={commentRequired}
        rows={3}
        value={comment}
        onType={setComment}
        on={anchorOf(null)}
        templates={opensNextDraft ? templates : undefined}
        error={state.error}
        data-autofocus
      />
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onCancel}>
          取消
        </Button>
        <Button color={words.colour} loading={state.busy} onClick={send}>
          {words.submitLabel}
        </Button>
      </Group>
    </Stack>
  );
}

/** Remarks that would stay open after a decision for good. */
function OpenComments({ openComments, label }: { openComments: readonly ReviewComment[]; label: string }) {
  return (
    <Alert color="orange" title={`${openComments.length} 条意见尚未解决`}>
      {openComments.slice(0, 5).map((open) => (
        <Text key={open.id} size="sm" lineClamp={1}>
          {open.text}
        </Text>
      ))}
      <Text size="sm">确认这些意见不影响通过后，再选“{label}”。</Text>
    </Alert>
  );
}

/** A return that no remark goes with: the reason is all that the unit learns. */
function NoRemarks({ hasReason }: { hasReason: boolean }) {
  if (hasReason) return <Text size="sm">没有待处理的意见随退回送达，单位只会看到退回原因。</Text>;
  return (
    <Alert color="orange" title="没有意见，也没有原因">
      <Text size="sm">这样退回，单位不知道要改什么。请写明退回原因；或先取消，在明细或附件上写意见后再退回。</Text>
    </Alert>
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
  return open > 0 && !returning ? <Text size="sm">还有 {open} 条说明或增减原因没有表态，通过即表示接受。</Text> : null;
}
