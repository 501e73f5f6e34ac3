'use client';

import { Alert, Button, Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import { anchorOf, type CommentActions, type CommentPlaces, type CommentTarget } from './comment-actions.ts';
import { CommentThread } from './comment-thread.tsx';
import { commentThreads } from './comment-threads.ts';
import { RemarkField } from './remark-field.tsx';

interface CommentPanelProps extends CommentPlaces {
  comments: readonly ReviewComment[];
  actions?: CommentActions;
  /** The row a new remark is being written on; null: on the whole. */
  target: CommentTarget | null;
  onTargetChange: (target: CommentTarget | null) => void;
}

type Shown = 'open' | 'resolved' | 'all';

const NONE: Readonly<Record<Shown, string>> = {
  open: '没有待处理的意见。',
  resolved: '没有已解决的意见。',
  all: '还没有审核意见。',
};

/** Remarks in threads, open ones first, and the form for a new one. */
export function CommentPanel({ comments, actions, target, onTargetChange, ...places }: CommentPanelProps) {
  const [shown, setShown] = useState<Shown>('open');
  const threads = commentThreads(comments);
  const open = threads.filter(({ root }) => root.resolvedAt === null);
  const resolved = threads.filter(({ root }) => root.resolvedAt !== null);
  const visible = { open, resolved, all: threads }[shown];
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text fw={700}>审核意见</Text>
        <SegmentedControl
          size="xs"
          aria-label="显示哪些意见"
          value={shown}
          onChange={setShown}
          data={[
            { value: 'open', label: `待处理 ${open.length}` },
            { value: 'resolved', label: `已解决 ${resolved.length}` },
            { value: 'all', label: `全部 ${threads.length}` },
          ]}
        />
      </Group>
      {actions && (
        <CommentForm
          key={JSON.stringify(anchorOf(target))}
          target={target}
          onTargetChange={onTargetChange}
          actions={actions}
        />
      )}
      {visible.length === 0 && <Text c="dimmed">{NONE[shown]}</Text>}
      {visible.map((thread) => (
        <CommentThread key={thread.root.id} thread={thread} {...places} actions={actions} />
      ))}
    </Stack>
  );
}

interface CommentFormProps {
  target: CommentTarget | null;
  onTargetChange: (target: CommentTarget | null) => void;
  actions: CommentActions;
}

function CommentForm({ target, onTargetChange, actions }: CommentFormProps) {
  const [text, setText] = useState('');
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const send = async () => {
    setState({ busy: true, error: null });
    const answer = await actions.add(target, null, text.trim()).catch(() => null);
    setState({ busy: false, error: answer?.ok ? null : (answer?.message ?? '网络中断，意见尚未保存，请重试。') });
    if (answer?.ok) {
      setText('');
      onTargetChange(null);
    }
  };
  return (
    <Stack gap={6}>
      <RemarkField
        label={target ? `对“${target.label}”的意见` : '对整份预算的意见'}
        description={target ? undefined : '在明细表中选“批注”，或在附件中选一格按 C，可对某一行、某一格写意见'}
        rows={3}
        value={text}
        onType={setText}
        on={anchorOf(target)}
        templates={actions.templates}
        autoFocus={target !== null}
      />
      {state.error && (
        <Alert color="red" role="alert">
          {state.error}
        </Alert>
      )}
      <Group gap="xs">
        <Button size="xs" onClick={send} loading={state.busy} disabled={text.trim() === ''}>
          保存意见
        </Button>
        {target && (
          <Button size="xs" variant="default" onClick={() => onTargetChange(null)}>
            改为对整份预算
          </Button>
        )}
      </Group>
    </Stack>
  );
}
