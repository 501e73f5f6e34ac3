'use client';

import { Anchor, Box, Group, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { formatTime } from '@/components/ui/format-time.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { type Finding, type Place, SECTION_LABELS } from '@/lib/domain/checks/finding.ts';
import type { FindingExplanation } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { fieldLabel } from '@/lib/messages/field-labels.ts';
import styles from './finding-card.module.css';

export type SaveExplanation = (findingKey: string, text: string) => Promise<Answer<unknown>>;

interface FindingCardProps {
  finding: Finding;
  explanation?: FindingExplanation;
  onGo?: (place: Place) => void;
  labelOf: (collection: Collection, rowKey: string) => string | null;
  onExplain?: SaveExplanation;
}

/** One finding: its sentence, the rule behind it, the way to its places, and for a warning its explanation. */
export function FindingCard({ finding, explanation, onGo, labelOf, onExplain }: FindingCardProps) {
  return (
    <Box component="article" className={styles.card} data-severity={finding.severity} data-check={finding.checkId}>
      <Text size="sm">{finding.message}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        依据：{finding.rule}
      </Text>
      {onGo && <Places places={finding.places} labelOf={labelOf} onGo={onGo} />}
      {finding.severity === 'warning' &&
        (onExplain ? (
          <ExplanationEditor key={finding.key} finding={finding} explanation={explanation} onExplain={onExplain} />
        ) : (
          <ExplanationText explanation={explanation} />
        ))}
    </Box>
  );
}

const SHOWN_PLACES = 3;

interface PlacesProps {
  places: readonly Place[];
  labelOf: FindingCardProps['labelOf'];
  onGo: (place: Place) => void;
}

function Places({ places, labelOf, onGo }: PlacesProps) {
  const named = new Map(places.map((place) => [placeLabel(place, labelOf), place]));
  const shown = [...named].slice(0, SHOWN_PLACES);
  return (
    <Group gap="md" mt={4}>
      {shown.map(([label, place]) => (
        <Anchor
          key={label}
          component="button"
          type="button"
          size="sm"
          maw={300}
          truncate
          title={label}
          aria-label={`转到${label}`}
          onClick={() => onGo(place)}
        >
          {label}
        </Anchor>
      ))}
      {named.size > SHOWN_PLACES && (
        <Text size="xs" c="dimmed">
          等 {named.size} 处
        </Text>
      )}
    </Group>
  );
}

function ExplanationText({ explanation }: { explanation?: FindingExplanation }) {
  return explanation ? (
    <Text size="sm" mt={4} className={styles.explanation}>
      说明：{explanation.text}
      <Text span size="xs" c="dimmed">
        （{explanation.authorName}，{formatTime(explanation.updatedAt)}）
      </Text>
    </Text>
  ) : (
    <Text size="sm" c="dimmed" mt={4}>
      尚未填写说明
    </Text>
  );
}

interface ExplanationEditorProps {
  finding: Finding;
  explanation?: FindingExplanation;
  onExplain: SaveExplanation;
}

function ExplanationEditor({ finding, explanation, onExplain }: ExplanationEditorProps) {
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

function placeLabel(place: Place, labelOf: FindingCardProps['labelOf']): string {
  switch (place.kind) {
    case 'row':
      return labelOf(place.collection, place.key) ?? SECTION_LABELS[place.section];
    case 'section':
      return SECTION_LABELS[place.section];
    case 'profile':
      return fieldLabel(place.field);
    case 'annex':
      return `附件${place.annex}`;
  }
}
