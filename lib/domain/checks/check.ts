import { fillAnnexNames } from '../annexes/annex-sets.ts';
import type { CheckContext } from './check-context.ts';
import type { CheckOutcome, Finding, Place, Severity } from './finding.ts';

/** What a check found, before it bears the check's name. */
export interface Issue {
  /** The rows and figures it is about. An explanation is kept under them, so it lapses when one of them changes. */
  readonly about: readonly (string | number | bigint | null)[];
  /** One sentence in Chinese: where, both numbers, what to do. */
  readonly message: string;
  readonly places: readonly Place[];
  /** Where it differs from the check's own. */
  readonly severity?: Severity;
  readonly rule?: string;
  /** Where an explanation in free words does not do. */
  readonly answeredBy?: Finding['answeredBy'];
}

/** Why a check could not run. */
export type NotRun = Exclude<CheckOutcome, { status: 'ran' }>;

export interface CheckDefinition {
  /** Stable, in kebab case; explanations are kept under it. */
  readonly id: string;
  /** Annexes stand in it and in `rule` by what they say, e.g. `{basicByEconomic}`: each set numbers them its own way. */
  readonly title: string;
  /** Of its findings, unless one says otherwise. */
  readonly severity: Severity;
  /** 勾稽关系 or 文号 behind it, as shown beside a finding. */
  readonly rule: string;
  readonly find: (context: CheckContext) => readonly Issue[] | NotRun;
}

export interface Check extends Omit<CheckDefinition, 'find'> {
  readonly run: (context: CheckContext) => CheckOutcome;
}

export function defineCheck({ find, ...about }: CheckDefinition): Check {
  return {
    ...about,
    run: (context) => {
      const found = find(context);
      if ('status' in found) return found;
      return { status: 'ran', findings: found.map((issue) => toFinding(about, issue, context)) };
    },
  };
}

export function notApplicable(reason: string): NotRun {
  return { status: 'not-applicable', reason };
}

export function insufficientData(reason: string): NotRun {
  return { status: 'insufficient-data', reason };
}

function toFinding(
  { id, severity, rule }: Omit<CheckDefinition, 'find'>,
  issue: Issue,
  { annexSet }: CheckContext,
): Finding {
  return {
    key: findingKey(id, issue.about),
    checkId: id,
    severity: issue.severity ?? severity,
    message: issue.message,
    rule: fillAnnexNames(issue.rule ?? rule, annexSet),
    places: issue.places,
    ...(issue.answeredBy && { answeredBy: issue.answeredBy }),
  };
}

const MAX_KEY_LENGTH = 120;

/** `check:what:it:is:about`, or a digest of that where it is long: equal causes have equal keys. */
function findingKey(checkId: string, about: Issue['about']): string {
  const full = [checkId, ...about.map((part) => `${part ?? ''}`)].join(':');
  return full.length <= MAX_KEY_LENGTH ? full : `${checkId}:${digest(full)}`;
}

const FNV_OFFSET = 0xcbf29ce484222325n;
const FNV_PRIME = 0x100000001b3n;

/** The check that a finding's key is of. */
export function checkIdOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/** FNV-1a, 64 bit: identity within one budget, not security. */
function digest(text: string): string {
  let hash = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(index))) * FNV_PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}
