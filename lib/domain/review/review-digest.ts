import type { Budget } from '../budget/budget.ts';
import { balanceOf, type ControlBalance } from '../budget/control-balance.ts';
import { allFindings } from '../checks/all-findings.ts';
import type { CheckResult, CheckSettings, Finding, Severity } from '../checks/finding.ts';
import type { Surroundings } from '../checks/surroundings.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { isSameProject } from '../projects/past-project.ts';
import { type Reasoning, reasonsOf } from '../reasons/reasoning.ts';
import { type RiskFacts, type RiskPart, rankRisk } from './risk-rank.ts';
import { RULE_VERSION } from './rule-version.ts';

/** What became of a check: one that could not run has not passed. */
export type CheckStatus = 'pass' | 'fail' | 'not-applicable' | 'insufficient-data';

export interface CheckRecord {
  readonly id: string;
  readonly title: string;
  readonly status: CheckStatus;
  /** Why it could not run; blank where it ran. */
  readonly reason: string;
}

/** A finding as it was when the version was checked. */
export type FindingRecord = Pick<Finding, 'key' | 'checkId' | 'severity' | 'message' | 'rule'>;

export interface DigestTotals {
  readonly basicFen: Fen;
  readonly projectFen: Fen;
  readonly threePublicFen: Fen;
  /** What stands beside last year's total: all expenditure, or where last year was typed in, what it was typed in for. */
  readonly comparedFen: Fen;
}

/** What the checks found of a version, and how risky it looks: all that the queue shows of it. */
export interface ReviewDigest {
  readonly ruleVersion: number;
  readonly errors: number;
  readonly warnings: number;
  readonly unexplainedWarnings: number;
  readonly notes: number;
  /** Checks that could not run for want of data. */
  readonly notRun: number;
  /** 支出合计, of any source. */
  readonly totalFen: Fen;
  /** Last year's, null where it is not known. */
  readonly priorFen: Fen | null;
  readonly totals: DigestTotals;
  /** The sum of the sizes of the changes of all functional codes, and the part of it that wants reasons and has none. */
  readonly changedFen: Fen;
  readonly unexplainedFen: Fen;
  readonly risk: number;
  readonly parts: readonly RiskPart[];
  readonly checks: readonly CheckRecord[];
  readonly findings: readonly FindingRecord[];
}

export interface DigestInput extends Surroundings {
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
  readonly settings: CheckSettings;
  readonly results: readonly CheckResult[];
  /** Keys of the findings that have their written explanation. */
  readonly explainedKeys: ReadonlySet<string>;
  readonly isExtended: boolean;
  readonly timesReturned: number;
}

/** Sums an examination up. */
export function digestOf(input: DigestInput): ReviewDigest {
  const { budget, edition, settings, results, explainedKeys } = input;
  const findings = allFindings(results);
  const warnings = findings.filter(({ severity }) => severity === 'warning');
  const unexplainedWarnings = warnings.filter(({ key }) => !explainedKeys.has(key)).length;
  const { reasonings } = reasonsOf(budget, edition, settings.changeThresholdPercent);
  const changes = reasonings.filter(({ subject }) => subject.startsWith('function:'));
  const changedFen = sumFen(changes.map(sizeOf));
  const unexplainedFen = sumFen(changes.filter(isUnexplained).map(sizeOf));
  const checks = results.map(recordOf);
  const notRun = checks.filter(({ status }) => status === 'insufficient-data').length;
  const { totalFen, priorFen, totals } = totalsOf(input, reasonings);
  const facts: RiskFacts = {
    ...{ changedFen, unexplainedFen, priorFen, notRun },
    errors: countOf(findings, 'error'),
    warningsExplained: warnings.length - unexplainedWarnings,
    warningsUnexplained: unexplainedWarnings,
    totalChangeFen: priorFen === null ? null : magnitude(totals.comparedFen - priorFen),
    threePublicIncreaseFen: threePublicIncrease(reasonings),
    similarProjects: findings.filter(({ checkId }) => checkId === 'similar-projects').length,
    newProjects: newProjects(input),
    isExtended: input.isExtended,
    timesReturned: input.timesReturned,
    controlUsePercent: controlUse(balanceOf(budget, edition, input.controlFigures)),
  };
  return {
    ruleVersion: RULE_VERSION,
    ...{ unexplainedWarnings, notRun, totalFen, priorFen, totals, changedFen, unexplainedFen, checks },
    errors: facts.errors,
    warnings: warnings.length,
    notes: countOf(findings, 'note'),
    ...rankRisk(facts),
    findings: findings.map(({ key, checkId, severity, message, rule }) => ({ key, checkId, severity, message, rule })),
  };
}

function recordOf({ checkId: id, title, outcome }: CheckResult): CheckRecord {
  if (outcome.status !== 'ran') return { id, title, status: outcome.status, reason: outcome.reason };
  return { id, title, status: outcome.findings.length === 0 ? 'pass' : 'fail', reason: '' };
}

/**
 * Last year's approved budget holds all of its money; figures that were typed in are those of the general public budget
 * alone, and are compared with these.
 */
function totalsOf({ budget, lastYear }: DigestInput, reasonings: readonly Reasoning[]) {
  const sum = (rows: readonly { readonly amountFen: Fen | null }[]) => sumFen(rows.map(({ amountFen }) => amountFen));
  const totalFen = sum(budget.expenditure);
  const typed = lastYear ? undefined : reasonings.find(({ subject }) => subject === 'total');
  const projectFen = sum(budget.expenditure.filter(({ projectKey }) => projectKey !== null));
  const threePublic = reasonings.filter(({ subject }) => subject.startsWith('threePublic:'));
  return {
    totalFen,
    priorFen: lastYear ? sum(lastYear.expenditure) : (typed?.beforeFen ?? null),
    totals: {
      ...{ projectFen, basicFen: totalFen - projectFen, comparedFen: typed?.nowFen ?? totalFen },
      threePublicFen: sumFen(threePublic.map(({ nowFen }) => nowFen)),
    },
  };
}

function isUnexplained({ isDemanded, state }: Reasoning): boolean {
  return isDemanded && state !== 'done';
}

function threePublicIncrease(reasonings: readonly Reasoning[]): Fen {
  const grown = reasonings.filter(({ subject, changeFen }) => subject.startsWith('threePublic:') && changeFen > 0n);
  return sumFen(grown.map(({ changeFen }) => changeFen));
}

function newProjects({ budget, lastYear }: DigestInput): number {
  if (!lastYear) return 0;
  return budget.projects.filter((own) => !lastYear.projects.some((past) => isSameProject(own, past))).length;
}

function controlUse(balances: readonly ControlBalance[]): number | null {
  const uses = balances.map(({ controlFen, enteredFen }) => {
    if (enteredFen > controlFen) return 101;
    return controlFen === 0n ? 0 : Number((enteredFen * 100n) / controlFen);
  });
  return uses.length === 0 ? null : Math.max(...uses);
}

function countOf(findings: readonly Finding[], severity: Severity): number {
  return findings.filter((finding) => finding.severity === severity).length;
}

function sizeOf({ changeFen }: Reasoning): Fen {
  return magnitude(changeFen);
}

function magnitude(amountFen: Fen): Fen {
  return amountFen < 0n ? -amountFen : amountFen;
}
