import { allFindings } from '../checks/all-findings.ts';
import type { CheckResult } from '../checks/finding.ts';
import { allParagraphs, type NarrativeDocument } from '../narrative/narrative-document.ts';
import type { VersionState } from '../workflow/transitions.ts';

/** What must hold of a version before it may be published; secrecy and contact are answered by who publishes. */
export const EDITION_CHECKS = ['approved', 'newest', 'checks', 'narrative'] as const;

export type EditionCheck = (typeof EDITION_CHECKS)[number];

export interface EditionCheckResult {
  readonly check: EditionCheck;
  readonly isMet: boolean;
  /** How many things stand against it; 0 where it is met. */
  readonly open: number;
}

interface VersionToPublish {
  readonly state: VersionState;
  /** Whether no later version of the budget is approved. */
  readonly isNewestApproved: boolean;
  readonly results: readonly CheckResult[];
  /** Keys of the findings that are explained. */
  readonly explained: ReadonlySet<string>;
  readonly narrative: NarrativeDocument;
}

/** Asks everything that can be asked of a version itself. */
export function checkForEdition(version: VersionToPublish): readonly EditionCheckResult[] {
  const { state, isNewestApproved, results, explained, narrative } = version;
  const unsettled = allFindings(results).filter(
    ({ severity, key }) => severity === 'error' || (severity === 'warning' && !explained.has(key)),
  );
  const missing = allParagraphs(narrative).flatMap(({ runs }) => runs.filter(({ kind }) => kind === 'missing'));
  const result = (check: EditionCheck, open: number) => ({ check, isMet: open === 0, open });
  return [
    result('approved', state === 'APPROVED' ? 0 : 1),
    result('newest', isNewestApproved ? 0 : 1),
    result('checks', unsettled.length),
    result('narrative', missing.length + (narrative.sections.length === 0 ? 1 : 0)),
  ];
}
