import type { KeptEdition } from '@/lib/domain/editions/edition.ts';
import type { Answer } from '@/lib/messages/answer.ts';
import type { EditionToPublish, EditionWithdrawal } from '@/lib/schemas/editions.ts';

export type ListedEdition = KeptEdition;

export interface EditionActions {
  readonly publishEdition: (input: EditionToPublish) => Promise<Answer<{ readonly number: number }>>;
  readonly withdrawEdition: (input: EditionWithdrawal) => Promise<Answer<null>>;
}
