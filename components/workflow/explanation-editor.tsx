'use client';

import { Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { Finding } from '@/lib/domain/checks/finding.ts';
import type { FindingExplanation } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';

export type SaveExplanation = (findingKey: string, text: string) => Promise<Answer<unknown>>;

interface ExplanationEditorProps {
  finding: Finding;
  explanation?: FindingExplanation;
  onExplain: SaveExplanation;
  /** Whether it was opened to be written in now. */
  takesFocus?: boolean;
}

/** How a warning is answered: in words, or by reasons whose amounts add up. */
export function ExplanationEditor(props: ExplanationEditorProps) {
  if (props.finding.answeredBy !== 'reasons') return <WordsEditor {...props} />;
  return (
    <Text size="xs" mt={6}>
      此项不能只写说明：请转到“上年数”逐项填写增减原因，金额合计等于增减额后，本条提醒自动消失。
    </Text>
  );
}

/** The words that explain a warning, saved when one leaves them. */
function WordsEditor({ finding, explanation, onExplain, takesFocus = false }: ExplanationEditorProps) {
  const [saved, setSaved] = useState(explanation?.text ?? '');
  const [text, setText] = useState(saved);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const save = async () => {
    if (text.trim() === saved) return;
    setState({ busy: true, error: null });
    const answer = await onExplain(finding.key, text.trim()).catch(() => null);
    if (answer?.ok) setSaved(text.trim());
    setState({ busy: false, error: answer?.ok ? null : (answer?.message ?? '网络中断，说明尚未保存，请稍后再试。') });
  };
  return (
    <Textarea
      mt={6}
      size="xs"
      rows={2}
      label="说明（审核人可见）"
      placeholder="写明原因；改正后本条提醒自动消失"
      value={text}
      maxLength={500}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={save}
      autoFocus={takesFocus}
      error={state.error}
      description={describeState(state.busy, saved, text.trim())}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}

function describeState(busy: boolean, saved: string, text: string): string {
  if (busy) return '正在保存…';
  if (text !== saved) return '离开输入框后自动保存';
  return saved === '' ? '尚未填写说明' : '说明已保存';
}
