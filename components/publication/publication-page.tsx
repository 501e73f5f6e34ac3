'use client';

import type { EditionPreparation } from '@/lib/domain/editions/edition-preparation.ts';
import type { EditionActions, ListedEdition } from './edition-actions.ts';
import { PublicationBody } from './publication-body.tsx';

interface PublicationPageProps extends EditionActions {
  preparation: EditionPreparation<ListedEdition>;
}

/** 公开 of a version of a unit's budget. */
export function PublicationPage({ preparation, publishEdition, withdrawEdition }: PublicationPageProps) {
  const { budgetId, versionId, versionNumber, editions } = preparation;
  const [newest] = editions;
  return (
    <PublicationBody
      preparation={preparation}
      isOut={newest?.state === 'PUBLISHED' && newest.versionNumber === versionNumber}
      whoMay="公开由财政局预算科或单位经办办理，您可以在此查看公开情况。"
      publish={(answers) => publishEdition({ ...answers, budgetId, versionId })}
      withdraw={(withdrawal) => withdrawEdition({ ...withdrawal, budgetId })}
    />
  );
}
