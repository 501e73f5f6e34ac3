'use client';

import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ReasonDialog } from '@/components/admin/reason-dialog.tsx';
import type { Answer } from '@/lib/messages/answer.ts';

interface AdjustmentButtonProps {
  budgetId: string;
  versionId: string;
  unitName: string;
  /** Which adjustment it would be, from 1. */
  ordinal: number;
  openAdjustment: (input: {
    budgetId: string;
    versionId: string;
    reason: string;
  }) => Promise<Answer<{ readonly number: number }>>;
}

/** 预算调整 of an approved budget: asks for the reason and opens the draft that the unit adjusts. */
export function AdjustmentButton({ budgetId, versionId, unitName, ordinal, openAdjustment }: AdjustmentButtonProps) {
  const router = useRouter();
  const [opened, setOpened] = useState(false);
  const done = ({ number }: { readonly number: number }) => {
    setOpened(false);
    notifications.show({ color: 'green.9', message: `第${ordinal}次调整已发起，${unitName}可以编制第 ${number} 版` });
    router.push(`/reviews/${budgetId}/${number}/annexes`);
  };
  return (
    <>
      <Button size="compact-md" variant="default" onClick={() => setOpened(true)}>
        预算调整
      </Button>
      {opened && (
        <ReasonDialog
          title={`预算调整：第${ordinal}次`}
          submitLabel="发起调整"
          text={`将以批复的预算为底稿建立新的草稿，由${unitName}修改后送审、批复；原批复的版本保留不变。`}
          label="调整原因"
          submit={(reason) => openAdjustment({ budgetId, versionId, reason })}
          onDone={done}
          onClose={() => setOpened(false)}
        />
      )}
    </>
  );
}
