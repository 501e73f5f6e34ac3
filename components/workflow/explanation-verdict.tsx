'use client';

import { Badge, Button, Group, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import type { ExplanationVerdict, RefusedExplanation, Verdict } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import styles from './finding-card.module.css';

export type Judge = (subject: string, verdict: Verdict, text: string) => Promise<Answer<unknown>>;

interface VerdictBoxProps {
  subject: string;
  verdict?: ExplanationVerdict;
  /** Absent for those who may not judge, and where the version is not up for it. */
  judge?: Judge;
}

/** What the reviewer thinks of an explanation, or of the reasons for a change: 认可, or 不认可 with a reason; it can be changed until the decision. */
export function VerdictBox({ subject, verdict, judge }: VerdictBoxProps) {
  const [refusing, setRefusing] = useState(false);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const give = async (given: Verdict, text: string) => {
    if (!judge) return;
    setState({ busy: true, error: null });
    const answer = await judge(subject, given, text).catch(() => null);
    setState({ busy: false, error: answer?.ok ? null : (answer?.message ?? '网络中断，尚未保存，请重试。') });
    if (answer?.ok) setRefusing(false);
  };
  return (
    <Stack gap={6} mt={6}>
      {verdict && <GivenVerdict verdict={verdict} />}
      {judge && !refusing && (
        <Group gap="xs">
          {verdict?.verdict !== 'ACCEPTED' && (
            <Button size="compact-xs" variant="default" loading={state.busy} onClick={() => give('ACCEPTED', '')}>
              {verdict ? '改为认可' : '认可'}
            </Button>
          )}
          <Button size="compact-xs" variant="default" onClick={() => setRefusing(true)}>
            {refusalLabel(verdict)}
          </Button>
          {state.error && (
            <Text size="xs" c="red.9" role="alert">
              {state.error}
            </Text>
          )}
        </Group>
      )}
      {judge && refusing && (
        <RefusalForm
          written={verdict?.text ?? ''}
          state={state}
          refuse={(text) => give('REFUSED', text)}
          cancel={() => {
            setRefusing(false);
            setState({ busy: false, error: null });
          }}
        />
      )}
    </Stack>
  );
}

function refusalLabel(verdict: ExplanationVerdict | undefined): string {
  if (!verdict) return '不认可';
  return verdict.verdict === 'REFUSED' ? '修改理由' : '改为不认可';
}

function GivenVerdict({ verdict: { verdict, text, byName, at } }: { verdict: ExplanationVerdict }) {
  const accepted = verdict === 'ACCEPTED';
  return (
    <Text size="sm" component="div">
      <Badge color={accepted ? 'green.9' : 'red.9'} variant="outline" radius="sm" mr={6}>
        {accepted ? '已认可' : '不认可'}
      </Badge>
      {text}
      <Text span size="xs" c="dimmed">
        （{byName}，{formatTime(at)}）
      </Text>
    </Text>
  );
}

interface RefusalFormProps {
  written: string;
  state: { busy: boolean; error: string | null };
  refuse: (text: string) => void;
  cancel: () => void;
}

function RefusalForm({ written, state, refuse, cancel }: RefusalFormProps) {
  const [text, setText] = useState(written);
  const [missing, setMissing] = useState(false);
  const send = () => {
    if (text.trim() === '') setMissing(true);
    else refuse(text.trim());
  };
  return (
    <Stack gap={6}>
      <Textarea
        size="xs"
        rows={2}
        label="不认可的理由"
        placeholder="写明缺什么、要补充什么，单位退回后会看到"
        maxLength={2000}
        withAsterisk
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setMissing(false);
        }}
        error={missing ? '请写明不认可的理由，单位才知道要补充什么。' : state.error}
      />
      <Group gap="xs">
        <Button size="compact-xs" color="red.9" loading={state.busy} onClick={send}>
          确认不认可
        </Button>
        <Button size="compact-xs" variant="default" onClick={cancel}>
          取消
        </Button>
      </Group>
    </Stack>
  );
}

interface RefusalNoteProps {
  refusal: RefusedExplanation;
  /** Whether it still says what was refused. */
  unchanged: boolean;
  /** What was refused. */
  what?: '说明' | '增减原因';
}

/** Where an explanation or reasons were refused in the version before: by whom, why, and whether they were written anew. */
export function RefusalNote({ refusal, unchanged, what = '说明' }: RefusalNoteProps) {
  return (
    <Text size="sm" mt={6} component="div" className={styles.refusal} role="note">
      上一版的{what}未获{refusal.byName}认可：{refusal.reason}
      <Text size="xs" mt={2}>
        {unchanged ? `${what}还没有改动，须按意见改写后才能送审。` : `${what}已改写；原${what}：${refusal.explanation}`}
      </Text>
    </Text>
  );
}
