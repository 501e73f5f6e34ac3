import type { Row } from '../budget/row.ts';

/**
 * The unit's own wording of one paragraph of the narrative, in place of the template's. A figure stands in it as
 * `{id}` of a bound figure, so that it cannot be mistyped and follows the tables.
 */
export interface NarrativePassage extends Row {
  /** The paragraph of the template that it replaces. */
  readonly paragraphId: string;
  readonly text: string;
}
