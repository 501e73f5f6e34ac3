import type { EditionChange } from './edition.ts';
import type { EditionCheckResult } from './edition-checks.ts';
import type { PublicationDeadline } from './publication-deadline.ts';

/** Everything that the page 公开 of a version shows; editions as the reader of it has them. */
export interface EditionPreparation<Edition> {
  readonly budgetId: string;
  readonly versionId: string;
  readonly versionNumber: number;
  readonly year: number;
  readonly unitCode: string;
  readonly checks: readonly EditionCheckResult[];
  /** Null: not approved. */
  readonly deadline: PublicationDeadline | null;
  /** The office that the narrative names, as a proposal. */
  readonly contact: string;
  /** Newest first. */
  readonly editions: readonly Edition[];
  /** What a new edition would say otherwise than the newest one; null: there is none. */
  readonly changes: readonly EditionChange[] | null;
  readonly mayPublish: boolean;
}
