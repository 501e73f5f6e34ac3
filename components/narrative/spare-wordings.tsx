'use client';

import { Alert, Button } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { NarrativePassage } from '@/lib/domain/narrative/narrative-passage.ts';
import { paragraphName } from '@/lib/domain/narrative/paragraphs.ts';

/** Wordings that are stored and not printed, so that none of them is lost unseen. */
export function SpareWordings({ passages, reason }: { passages: readonly NarrativePassage[]; reason: string }) {
  const { edit, readOnly } = useDraft();
  return passages.map(({ key, paragraphId, text }) => (
    <Alert key={key} color="orange" variant="light" p="xs" title={`${paragraphName(paragraphId)}：${reason}`}>
      <p style={{ margin: '0 0 6px' }}>{text}</p>
      {!readOnly && (
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => {
            edit([{ op: 'delete', collection: 'passages', key }], `删去“${paragraphName(paragraphId)}”的多余文字`);
          }}
        >
          删去这份文字
        </Button>
      )}
    </Alert>
  ));
}
