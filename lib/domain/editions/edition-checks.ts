import { allFindings } from '../checks/all-findings.ts';
import type { CheckResult } from '../checks/finding.ts';
import type { TransferFault } from '../merging/internal-transfer.ts';
import { allParagraphs, type NarrativeDocument } from '../narrative/narrative-document.ts';
import type { VersionState } from '../workflow/transitions.ts';

/**
 * What must hold before something may be published; secrecy and contact are answered by who publishes. A version is
 * asked for the first two, a department for the next two, both for the last two.
 */
export const EDITION_CHECKS = ['approved', 'newest', 'units', 'transfers', 'checks', 'narrative'] as const;

export type EditionCheck = (typeof EDITION_CHECKS)[number];

export interface EditionCheckResult {
  readonly check: EditionCheck;
  readonly isMet: boolean;
  /** How many things stand against it; 0 where it is met. */
  readonly open: number;
  /** Of a department: the units that it is about. */
  readonly unitNames?: readonly string[];
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
  const { state, isNewestApproved, narrative } = version;
  return [
    result('approved', state === 'APPROVED' ? 0 : 1),
    result('newest', isNewestApproved ? 0 : 1),
    result('checks', countUnsettled(version)),
    result('narrative', countMissing(narrative)),
  ];
}

interface DepartmentToPublish {
  /** The department's units in order; null: nothing of the unit is approved. */
  readonly units: readonly {
    readonly name: string;
    readonly version: Pick<VersionToPublish, 'results' | 'explained'> | null;
  }[];
  readonly faults: readonly TransferFault[];
  /** Over all units. */
  readonly narrative: NarrativeDocument;
}

/** Asks everything that can be asked of a department: of each unit, and of what they are together. */
export function checkDepartmentForEdition(department: DepartmentToPublish): readonly EditionCheckResult[] {
  const { units, faults, narrative } = department;
  const waiting = units.filter(({ version }) => version === null);
  const unsettled = units.map(({ name, version }) => ({ name, open: version ? countUnsettled(version) : 0 }));
  const disputed = new Set(faults.map(({ receipt }) => receipt.unit.name));
  return [
    result('units', waiting.length, namesOf(waiting)),
    result('transfers', faults.length, [...disputed]),
    result(
      'checks',
      unsettled.reduce((sum, { open }) => sum + open, 0),
      namesOf(unsettled.filter(({ open }) => open > 0)),
    ),
    result('narrative', countMissing(narrative)),
  ];
}

const namesOf = (units: readonly { readonly name: string }[]) => units.map(({ name }) => name);

function result(check: EditionCheck, open: number, unitNames: readonly string[] = []): EditionCheckResult {
  return { check, isMet: open === 0, open, ...(unitNames.length > 0 && { unitNames }) };
}

function countUnsettled({ results, explained }: Pick<VersionToPublish, 'results' | 'explained'>): number {
  return allFindings(results).filter(
    ({ severity, key }) => severity === 'error' || (severity === 'warning' && !explained.has(key)),
  ).length;
}

function countMissing(narrative: NarrativeDocument): number {
  const missing = allParagraphs(narrative).flatMap(({ runs }) => runs.filter(({ kind }) => kind === 'missing'));
  return missing.length + (narrative.sections.length === 0 ? 1 : 0);
}
