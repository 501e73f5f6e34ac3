'use client';

import { Alert, Button, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import type { EditionPreparation } from '@/lib/domain/editions/edition-preparation.ts';
import { ChangedPlaces } from './changed-places.tsx';
import type { ListedEdition, OwnEditionActions } from './edition-actions.ts';
import { EditionCard } from './edition-card.tsx';
import { PublicationChecklist } from './publication-checklist.tsx';
import { PublishDialog } from './publish-dialog.tsx';

type Prepared = Pick<
  EditionPreparation<ListedEdition>,
  'checks' | 'deadline' | 'contact' | 'editions' | 'changes' | 'mayPublish'
>;

interface PublicationBodyProps extends OwnEditionActions {
  preparation: Prepared;
  /** Whether what would be published is out already: then no day counts any more. */
  isOut: boolean;
  /** Who publishes, for those who may not. */
  whoMay: string;
  /** Stands between the checklist and the act. */
  children?: ReactNode;
}

/** What stands for and against a publication, the act itself, and every edition there was. */
export function PublicationBody({ preparation, isOut, whoMay, publish, withdraw, children }: PublicationBodyProps) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const { checks, deadline, contact, editions, changes, mayPublish } = preparation;
  const [newest] = editions;
  const isReady = checks.every(({ isMet }) => isMet);
  const published = ({ number }: { readonly number: number }) => {
    setAsking(false);
    notifications.show({ color: 'green.9', message: `第 ${number} 次公开已完成` });
    router.refresh();
  };
  return (
    <Stack gap="lg" maw={900}>
      <PublicationChecklist checks={checks} deadline={deadline} isOut={isOut} />
      {children}
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
      {!mayPublish && <Alert color="gray">{whoMay}</Alert>}
      <section aria-labelledby="editions">
        <Text component="h3" id="editions" fw={700} mb="xs">
          公开记录
        </Text>
        {editions.length === 0 ? (
          <Text size="sm">尚未公开。</Text>
        ) : (
          <Stack gap="md">
            {editions.map((edition) => (
              <EditionCard key={edition.id} edition={edition} withdraw={mayPublish ? withdraw : undefined} />
            ))}
          </Stack>
        )}
      </section>
      {asking && (
        <PublishDialog
          {...{ contact, publish }}
          seenNumber={newest?.number ?? 0}
          onDone={published}
          onClose={() => setAsking(false)}
        />
      )}
    </Stack>
  );
}
