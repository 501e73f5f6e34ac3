'use client';

import { Grid, GridCol, Text } from '@mantine/core';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import { HistoryList, type HistoryPageOfEntries, type RowNames } from './history-list.tsx';
import { VersionTimeline } from './version-timeline.tsx';

export interface VersionsAndHistoryProps {
  budgetId: string;
  versions: readonly VersionSummary[];
  currentId: string;
  history: HistoryPageOfEntries;
  labelOf: RowNames;
  readHistory: (input: { budgetId: string; before: string }) => Promise<Answer<HistoryPageOfEntries>>;
}

/** The versions of a budget beside everything that was done to it. */
export function VersionsAndHistory(props: VersionsAndHistoryProps) {
  const { budgetId, versions, currentId, history, labelOf, readHistory } = props;
  return (
    <Grid gap="xl">
      <GridCol span={{ base: 12, md: 4 }}>
        <Text fw={700} component="h2" mb="sm">
          版本
        </Text>
        <VersionTimeline
          versions={versions}
          currentId={currentId}
          hrefOf={(version) => `/reviews/${budgetId}/${version.number}/annexes`}
        />
      </GridCol>
      <GridCol span={{ base: 12, md: 8 }}>
        <Text fw={700} component="h2" mb="sm">
          操作记录
        </Text>
        <HistoryList
          key={history.entries[0]?.id ?? 'none'}
          first={history}
          labelOf={labelOf}
          loadMore={(before) => readHistory({ budgetId, before })}
        />
      </GridCol>
    </Grid>
  );
}
