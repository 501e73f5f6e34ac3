'use client';

import { Group, Progress, Stack, Text } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { annexNumberIn } from '@/lib/domain/annexes/annex-sets.ts';
import { rowLabel } from '@/lib/domain/versions/row-label.ts';
import { explainedKeysOf } from '@/lib/domain/workflow/refused-explanations.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { SaveExplanation } from './explanation-editor.tsx';
import { FindingList } from './finding-list.tsx';
import { obstacles } from './obstacles.ts';
import { RoundingPlaces } from './rounding-places.tsx';

interface DraftChecksProps {
  explainFinding: (input: {
    budgetId: string;
    versionId: string;
    findingKey: string;
    text: string;
  }) => Promise<Answer<unknown>>;
}

/** The checks of the open draft, live: what still stands before submission, each finding with the way to its cell. */
export function DraftChecks({ explainFinding }: DraftChecksProps) {
  const { checks, findings, annexes, workspace, budget, readOnly, goTo } = useDraft();
  const explained = explainedKeysOf(workspace);
  const demanding = findings.filter(({ severity }) => severity !== 'note').length;
  const missing = obstacles(findings, explained).length;
  const { budgetId, version } = workspace;
  const explain: SaveExplanation = (findingKey, text) =>
    explainFinding({ budgetId, versionId: version.id, findingKey, text });
  return (
    <Stack gap="md" maw={960}>
      <section aria-label="送审准备情况">
        <Group justify="space-between" mb={4}>
          <Text fw={700}>{missing === 0 ? '可以送审' : `距送审还有 ${missing} 条须处理`}</Text>
          <Text size="sm" c="dimmed">
            {demanding === 0 ? '没有错误和提醒' : `错误和提醒共 ${demanding} 条，已处理 ${demanding - missing} 条`}
          </Text>
        </Group>
        <Progress
          value={demanding === 0 ? 100 : ((demanding - missing) / demanding) * 100}
          color={missing === 0 ? 'green' : 'orange'}
          size="lg"
          aria-label="送审准备进度"
        />
      </section>
      <FindingList
        results={checks}
        explanations={workspace.explanations}
        verdicts={workspace.verdicts}
        refusals={workspace.refusals}
        annexNumberOf={annexNumberIn(workspace.annexSetRef)}
        onGo={goTo}
        labelOf={(collection, key) => rowLabel(budget, workspace.edition, collection, key)}
        onExplain={readOnly ? undefined : explain}
      />
      <RoundingPlaces annexes={annexes} onGo={goTo} />
    </Stack>
  );
}
