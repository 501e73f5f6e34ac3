'use client';

import { Box, Stack, Text } from '@mantine/core';
import { useMemo } from 'react';
import { RefusalNote, VerdictBox } from '@/components/workflow/explanation-verdict.tsx';
import styles from '@/components/workflow/finding-card.module.css';
import { groupBy } from '@/lib/domain/group-by.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { REASON_KIND_LABELS } from '@/lib/domain/reasons/change-reason.ts';
import { reasonsVerdictSubject, unchangedReasons } from '@/lib/domain/reasons/judged-reasons.ts';
import { type Reasoning, reasonsOf } from '@/lib/domain/reasons/reasoning.ts';
import { changePercent } from './change-percent.ts';
import { useReview } from './review-context.tsx';

/** The reasons that the unit gives for its changes on last year, each figure's to be accepted or refused. */
export function ReviewReasons() {
  const { budget, edition, settings } = useReview().workspace;
  const known = useMemo(() => {
    const { reasonings } = reasonsOf(budget, edition, settings.changeThresholdPercent);
    return new Map(reasonings.map((reasoning) => [reasoning.subject, reasoning]));
  }, [budget, edition, settings]);
  const given = [...groupBy(budget.reasons, ({ subject }) => subject).keys()];
  if (given.length === 0) return null;
  return (
    <section aria-label="增减原因">
      <Text fw={700} component="h3" m={0} mb={6}>
        增减原因 {given.length}
      </Text>
      <Stack gap="xs">
        {given.map((subject) => (
          <ReasonCard key={subject} subject={subject} reasoning={known.get(subject)} />
        ))}
      </Stack>
    </section>
  );
}

function ReasonCard({ subject, reasoning }: { subject: string; reasoning?: Reasoning }) {
  const { workspace, judge } = useReview();
  const reasons = workspace.budget.reasons.filter((reason) => reason.subject === subject);
  const verdictSubject = reasonsVerdictSubject(subject);
  const refusal = workspace.refusals.find((refused) => refused.subject === verdictSubject);
  return (
    <Box component="article" className={styles.card}>
      <Text size="sm">{reasoning ? changeSentence(reasoning) : '两年都没有金额的项目'}</Text>
      {reasons.map(({ key, kind, amountFen, people, text }) => (
        <Text key={key} size="sm" className={styles.explanation}>
          {REASON_KIND_LABELS[kind]} {wanYuan(amountFen ?? 0n)}
          {people !== null && `，${people > 0 ? '+' : ''}${people} 人`}
          {text.trim() !== '' && `：${text.trim()}`}
        </Text>
      ))}
      {refusal && (
        <RefusalNote refusal={refusal} unchanged={unchangedReasons([refusal], reasons).length > 0} what="增减原因" />
      )}
      <VerdictBox
        subject={verdictSubject}
        verdict={workspace.verdicts.find((verdict) => verdict.subject === verdictSubject)}
        judge={judge}
      />
    </Box>
  );
}

function changeSentence({ label, beforeFen, nowFen, changeFen }: Reasoning): string {
  const figures = `上年 ${wanYuan(beforeFen)}，今年 ${wanYuan(nowFen)}`;
  return `${label}：${figures}，增减 ${wanYuan(changeFen)}（${changePercent(nowFen, beforeFen)}）`;
}

function wanYuan(amountFen: bigint): string {
  return `${formatWanYuan(amountFen, 'trimmed')} 万元`;
}
