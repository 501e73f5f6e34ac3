'use client';

import { Anchor, Box, Group, Text } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { type Finding, type Place, SECTION_LABELS } from '@/lib/domain/checks/finding.ts';
import type { ExplanationVerdict, RefusedExplanation } from '@/lib/domain/workflow/refused-explanations.ts';
import type { FindingExplanation } from '@/lib/domain/workflow/workspace.ts';
import { fieldLabel } from '@/lib/messages/field-labels.ts';
import { ExplanationEditor, type SaveExplanation } from './explanation-editor.tsx';
import { type Judge, RefusalNote, VerdictBox } from './explanation-verdict.tsx';
import styles from './finding-card.module.css';

interface FindingCardProps {
  finding: Finding;
  explanation?: FindingExplanation;
  onGo?: (place: Place) => void;
  labelOf: (collection: Collection, rowKey: string) => string | null;
  /** What the document calls an annex. */
  annexNumberOf: (annex: string) => string;
  onExplain?: SaveExplanation;
  verdict?: ExplanationVerdict;
  /** Its explanation was refused in the version before. */
  refusal?: RefusedExplanation;
  judge?: Judge;
}

/** One finding: its sentence, the rule behind it, the way to its places, and for a warning its explanation. */
export function FindingCard({
  finding,
  explanation,
  onGo,
  labelOf,
  annexNumberOf,
  onExplain,
  ...review
}: FindingCardProps) {
  const { verdict, refusal, judge } = review;
  return (
    <Box component="article" className={styles.card} data-severity={finding.severity} data-check={finding.checkId}>
      <Text size="sm">{finding.message}</Text>
      <Text size="xs" c="dimmed" mt={4}>
        依据：{finding.rule}
      </Text>
      {onGo && <Places places={finding.places} labelOf={labelOf} annexNumberOf={annexNumberOf} onGo={onGo} />}
      {finding.severity === 'warning' &&
        (onExplain ? (
          <ExplanationEditor key={finding.key} finding={finding} explanation={explanation} onExplain={onExplain} />
        ) : (
          <ExplanationText explanation={explanation} />
        ))}
      {refusal && finding.severity === 'warning' && (
        <RefusalNote refusal={refusal} unchanged={!explanation || explanation.text.trim() === refusal.explanation} />
      )}
      {explanation && finding.severity === 'warning' && (
        <VerdictBox subject={finding.key} verdict={verdict} judge={judge} />
      )}
    </Box>
  );
}

const SHOWN_PLACES = 3;

interface PlacesProps {
  places: readonly Place[];
  labelOf: FindingCardProps['labelOf'];
  annexNumberOf: FindingCardProps['annexNumberOf'];
  onGo: (place: Place) => void;
}

function Places({ places, labelOf, annexNumberOf, onGo }: PlacesProps) {
  const named = new Map(places.map((place) => [placeLabel(place, labelOf, annexNumberOf), place]));
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

function placeLabel(
  place: Place,
  labelOf: FindingCardProps['labelOf'],
  annexNumberOf: FindingCardProps['annexNumberOf'],
): string {
  switch (place.kind) {
    case 'row':
      return labelOf(place.collection, place.key) ?? SECTION_LABELS[place.section];
    case 'section':
      return SECTION_LABELS[place.section];
    case 'profile':
      return fieldLabel(place.field);
    case 'annex':
      return annexNumberOf(place.annex);
  }
}
