'use client';

import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import type { EditionPreparation } from '@/lib/domain/editions/edition-preparation.ts';
import { ChangedPlaces } from './changed-places.tsx';
import type { EditionActions, ListedEdition } from './edition-actions.ts';
import { EditionCard } from './edition-card.tsx';
import { PublicationChecklist } from './publication-checklist.tsx';
import { PublishDialog } from './publish-dialog.tsx';

interface PublicationPageProps extends EditionActions {
  preparation: EditionPreparation<ListedEdition>;
}

/** What stands for and against the publication of a version, the act itself, and every edition there was. */
export function PublicationPage({ preparation, publishEdition, withdrawEdition }: PublicationPageProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { checks, deadline, editions, changes, mayPublish, versionNumber } = preparation;
  const [newest] = editions;
  const isReady = checks.every(({ isMet }) => isMet);
  const isOut = newest?.state === 'PUBLISHED' && newest.versionNumber === versionNumber;
  const published = ({ number }: { readonly number: number }) => {
    setAsking(false);
    notifications.show({ color: 'green.9', message: `第 ${number} 次公开已完成` });
    router.refresh();
  };
  return (
    <Stack gap="lg" maw={900}>
      <PublicationChecklist checks={checks} deadline={deadline} isOut={isOut} />
      {newest && changes && changes.length > 0 && (
        <section aria-labelledby="pending-changes">
          <Text component="h3" id="pending-changes" fw={700} mb={4}>
            与第 {newest.number} 次公开相比
          </Text>
          <ChangedPlaces changes={changes} />
        </section>
      )}
      {mayPublish && isReady && (
        <div>
          <Button onClick={() => setAsking(true)}>{newest ? '更正公开' : '公开'}</Button>
        </div>
      )}
      {!mayPublish && <Alert color="gray">公开由财政局预算科或单位经办办理，您可以在此查看公开情况。</Alert>}
      <section aria-labelledby="editions">
        <Text component="h3" id="editions" fw={700} mb="xs">
          公开记录
        </Text>
        {editions.length === 0 ? (
          <Text size="sm">尚未公开。</Text>
        ) : (
          <Stack gap="md">
            {editions.map((edition) => (
              <EditionCard
                key={edition.id}
                edition={edition}
                budgetId={preparation.budgetId}
                withdrawEdition={mayPublish ? withdrawEdition : undefined}
              />
            ))}
          </Stack>
        )}
      </section>
      {asking && (
        <PublishDialog
          {...{ budgetId: preparation.budgetId, versionId: preparation.versionId, contact: preparation.contact }}
          seenNumber={newest?.number ?? 0}
          publishEdition={publishEdition}
          onDone={published}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
