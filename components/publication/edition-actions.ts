import type { KeptEdition } from '@/lib/domain/editions/edition.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type {
  DepartmentEditionToPublish,
  DepartmentEditionWithdrawal,
  EditionToPublish,
  EditionWithdrawal,
  TransferToAnswer,
} from '@/lib/schemas/editions.ts';

export type ListedEdition = KeptEdition;

type Published = Promise<Answer<{ readonly number: number }>>;

export interface EditionActions {
  readonly publishEdition: (input: EditionToPublish) => Published;
  readonly withdrawEdition: (input: EditionWithdrawal) => Promise<Answer<null>>;
}

export interface DepartmentEditionActions {
  readonly publishDepartmentEdition: (input: DepartmentEditionToPublish) => Published;
  readonly withdrawDepartmentEdition: (input: DepartmentEditionWithdrawal) => Promise<Answer<null>>;
  readonly answerTransfer: (input: TransferToAnswer) => Promise<Answer<null>>;
}

/** What only people can answer before a publication, whatever is published. */
type PublishAnswers = Omit<EditionToPublish, 'budgetId' | 'versionId'>;

/** The acts on the editions of one budget or department, which is known where they are made. */
export interface OwnEditionActions {
  readonly publish: (answers: PublishAnswers) => Published;
  readonly withdraw: (input: Pick<EditionWithdrawal, 'editionId' | 'reason'>) => Promise<Answer<null>>;
}
