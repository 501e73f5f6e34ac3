import { THREE_PUBLIC_CODES } from '../annexes/ledger.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import type { Standard } from '../staffing/standard.ts';
import { defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import type { Severity } from './finding.ts';
import { economicText, linePlace, yuanText } from './wording.ts';

/** A standard that nobody has compared with its document can only inform. */
function severityBy(standards: readonly Standard[]): Severity {
  return standards.some(({ unverified }) => unverified) ? 'note' : 'warning';
}

function sourceOf(standards: readonly Standard[]): string {
  const documents = [...new Set(standards.map(({ document }) => document))].join('、');
  return standards.some(({ unverified }) => unverified) ? `${documents}，标准数未经核对` : documents;
}

const perVehicle = defineCheck({
  id: 'vehicle-standard',
  title: '车均运行维护费不超过定额',
  severity: 'warning',
  rule: '公务用车运行维护费定额（元/辆·年）',
  find: ({ budget, edition, facts, standards }) => {
    const vehicles = budget.profile.vehiclesTotal;
    const quotas = standards.standards.filter(({ rule }) => rule.kind === 'PER_VEHICLE');
    if (quotas.length === 0) return notApplicable('支出标准中没有车均定额。');
    if (vehicles === null) return insufficientData('单位情况没有填车辆总数。');
    if (vehicles === 0) return notApplicable('没有车辆。');
    return quotas.flatMap((standard): readonly Issue[] => {
      const { rule, targets } = standard;
      const [target] = targets;
      if (rule.kind !== 'PER_VEHICLE' || targets.length !== 1 || !target) return [];
      const paid = facts.filter(
        ({ economicCode, carriedOver }) => economicCode === target.economicCode && !carriedOver,
      );
      const fen = sumFen(paid.map(({ amountFen }) => amountFen));
      if (fen <= BigInt(vehicles) * rule.amountFen) return [];
      const perFen = fen / BigInt(vehicles);
      const message = `${economicText(edition, target.economicCode)}${yuanText(fen)}，车辆${vehicles}辆，车均${yuanText(perFen)}，高于定额${yuanText(rule.amountFen)}（${sourceOf([standard])}），请核对或说明理由。`;
      const places = budget.expenditure
        .filter(({ economicCode, carriedOver }) => economicCode === target.economicCode && !carriedOver)
        .map((line) => linePlace(line, 'amountFen'));
      return [
        {
          about: [target.economicCode, fen, vehicles, rule.amountFen],
          message,
          places,
          severity: severityBy([standard]),
        },
      ];
    });
  },
});

const RESTRICTED: readonly string[] = [
  THREE_PUBLIC_CODES.overseasTrips,
  THREE_PUBLIC_CODES.receptions,
  THREE_PUBLIC_CODES.vehiclePurchase,
];

/** Spending differs from item to item and place to place; only a fifth more than the quota in all is worth a word. */
const QUOTA_SLACK_PERCENT = 120n;

/** Routine costs that quotas per head are meant for: neither 三公 nor what has a standard of its own. */
function quotaLines({ basicLines, edition, standards }: CheckContext) {
  const apart = new Set([
    ...RESTRICTED,
    ...standards.standards
      .filter(({ rule }) => rule.kind !== 'PER_HEAD')
      .flatMap(({ targets }) => targets.map(({ economicCode }) => economicCode)),
  ]);
  return basicLines.filter(
    ({ economicCode, source, carriedOver }) =>
      source === 'GENERAL_PUBLIC' &&
      !carriedOver &&
      edition.economic.get(economicCode)?.basicColumn === 'ROUTINE' &&
      !apart.has(economicCode),
  );
}

const operatingQuota = defineCheck({
  id: 'operating-quota',
  title: '人均公用经费与综合定额相当',
  severity: 'warning',
  rule: '公用经费综合定额（元/人·年）；超过定额总数20%的说明理由',
  find: (context) => {
    const { budget, edition, calculated } = context;
    if (budget.staff.length === 0) return notApplicable('没有登记人员编制。');
    const proposals = calculated.calculation.proposals.filter(
      ({ economicCode, standards }) =>
        standards.every(({ rule }) => rule.kind === 'PER_HEAD') &&
        edition.economic.get(economicCode)?.basicColumn === 'ROUTINE',
    );
    if (proposals.length === 0) return insufficientData('支出标准中没有公用经费的人均定额，或者没有登记人数。');
    if (proposals.some(({ missing }) => missing.length > 0)) return insufficientData('人员登记没有填全人数。');
    const quotaFen = sumFen(proposals.map(({ amountFen }) => amountFen));
    const lines = quotaLines(context);
    const fen: Fen = sumFen(lines.map(({ amountFen }) => amountFen));
    if (fen * 100n <= quotaFen * QUOTA_SLACK_PERCENT) return [];
    const standards = [...new Set(proposals.flatMap((proposal) => proposal.standards))];
    const message = `按定额管理的日常公用经费${yuanText(fen)}，高于按人数和综合定额测算的${yuanText(quotaFen)}（${sourceOf(standards)}），请核对或说明理由。`;
    return [
      {
        about: [fen, quotaFen],
        message,
        places: [{ kind: 'section', section: 'basic' }, ...lines.map((line) => linePlace(line, 'amountFen'))],
        severity: severityBy(standards),
      },
    ];
  },
});

export const OPERATING_STANDARD_CHECKS = [perVehicle, operatingQuota];
