'use client';

import { Stack, Text } from '@mantine/core';
import { useRouter } from 'next/navigation';
import { FindingList } from '@/components/workflow/finding-list.tsx';
import { RoundingPlaces } from '@/components/workflow/rounding-places.tsx';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { Finding, Place } from '@/lib/domain/checks/finding.ts';
import { wordsOfReasons } from '@/lib/domain/reasons/judged-reasons.ts';
import { type JudgingProgress, judgingProgress } from '@/lib/domain/workflow/refused-explanations.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { useReview } from './review-context.tsx';
import { ReviewReasons } from './review-reasons.tsx';

/** What the checks find in the version under review, with the clerk's explanations. */
export function ReviewChecks({ basePath }: { basePath: string }) {
  const router = useRouter();
  const { results, annexes, workspace, labelOf, judge } = useReview();
  const go = (place: Place) => router.push(`${basePath}/${pathOf(place)}`);
  return (
    <Stack gap="md">
      <Judged progress={judgedOf(allFindings(results), workspace)} />
      <ReviewReasons />
      <FindingList
        results={results}
        explanations={workspace.explanations}
        verdicts={workspace.verdicts}
        refusals={workspace.refusals}
        labelOf={labelOf}
        annexNumberOf={annexNumberIn(workspace.annexSetRef)}
        judge={judge}
        onGo={go}
      />
      <RoundingPlaces annexes={annexes} onGo={go} />
    </Stack>
  );
}

/** How far the explanations of the warnings that there are, and the reasons for changes, have been judged. */
export function judgedOf(
  findings: readonly Finding[],
  { budget, explanations, verdicts }: Pick<BudgetWorkspace, 'budget' | 'explanations' | 'verdicts'>,
): JudgingProgress {
  const explained = new Set(explanations.map(({ findingKey }) => findingKey));
  const keys = findings.flatMap(({ severity, key }) => (severity === 'warning' && explained.has(key) ? [key] : []));
  return judgingProgress([...keys, ...wordsOfReasons(budget.reasons).keys()], verdicts);
}

function Judged({ progress: { total, accepted, refused } }: { progress: JudgingProgress }) {
  if (total === 0) return null;
  return (
    <Text size="sm" role="status" aria-label="说明审核进度">
      单位的说明和增减原因：已认可 {accepted} / 共 {total}，不认可 {refused}
      {refused > 0 && '（有不认可的，只能退回修改）'}
    </Text>
  );
}

function pathOf(place: Place): string {
  switch (place.kind) {
    case 'annex':
      return `annexes?annex=${encodeURIComponent(place.annex)}`;
    case 'profile':
      return 'lines/profile';
    case 'row':
    case 'section':
      return `lines/${place.section}`;
  }
}
