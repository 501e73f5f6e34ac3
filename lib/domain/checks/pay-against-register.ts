import { type Fen, sumFen } from '../money/fen.ts';
import type { ComparedProposal } from '../staffing/compare-proposals.ts';
import { defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { ANNUITY_RATIO, type PayRatio, WAGE_RATIOS } from './pay-ratios.ts';
import { differenceText, economicText, factPlaces, functionText, linePlace, yuanText } from './wording.ts';

/** Proposals that follow from a rate of a base, each with its line or lines, and nothing missing in the register. */
function ratedProposals({ calculated }: CheckContext): readonly ComparedProposal[] {
  return calculated.compared.filter(
    ({ proposal }) =>
      proposal !== null &&
      proposal.missing.length === 0 &&
      proposal.standards.every(({ rule }) => rule.kind === 'RATE'),
  );
}

const payRatio = defineCheck({
  id: 'pay-ratio',
  title: '社会保险、公积金等与工资的比例',
  severity: 'warning',
  rule: '机关事业单位养老保险、职业年金、住房公积金、工会经费的缴费（提取）比例',
  find: (context) => {
    const { facts, edition } = context;
    const basic = facts.filter(({ kind, source }) => kind === 'BASIC' && source === 'GENERAL_PUBLIC');
    const amounts = new Map<string, Fen>();
    for (const { economicCode, amountFen } of basic) {
      amounts.set(economicCode, (amounts.get(economicCode) ?? 0n) + amountFen);
    }
    const sum = (codes: readonly string[]) => sumFen(codes.map((code) => amounts.get(code) ?? 0n));
    const calculated = new Set(ratedProposals(context).map(({ economicCode }) => economicCode));
    const ratios = [...WAGE_RATIOS.filter(({ part }) => !calculated.has(part)), ANNUITY_RATIO];
    const comparable = ratios.filter(({ part, base }) => sum([part]) !== 0n && sum(base) !== 0n);
    if (comparable.length === 0) {
      return basic.length === 0 ? notApplicable('没有基本支出。') : insufficientData('没有可比的工资和缴费支出。');
    }
    return comparable.flatMap((ratio): readonly Issue[] => {
      const partFen = sum([ratio.part]);
      const baseFen = sum(ratio.base);
      const reason = beyond(ratio, partFen, baseFen);
      if (reason === null) return [];
      const message = `${economicText(edition, ratio.part)}${yuanText(partFen)}，为${ratio.baseName}${yuanText(baseFen)}的${percentOf(partFen, baseFen)}，${reason}（${ratio.standard}），请核对缴费基数或说明理由。`;
      const places = factPlaces(basic, ({ economicCode }) => economicCode === ratio.part);
      return [{ about: [ratio.part, partFen, baseFen], message, places }];
    });
  },
});

function beyond({ floorPerMille, ceilingPerMille }: PayRatio, partFen: Fen, baseFen: Fen): string | null {
  if (partFen * 1000n > baseFen * ceilingPerMille) return '偏高';
  return partFen * 1000n < baseFen * floorPerMille ? '偏低' : null;
}

/** To a whole percent, half up; small ones with a decimal, which decides them. */
function percentOf(partFen: Fen, baseFen: Fen): string {
  const perMille = (partFen * 1000n + baseFen / 2n) / baseFen;
  if (perMille >= 100n) return `${(partFen * 100n + baseFen / 2n) / baseFen}%`;
  return `${perMille / 10n}.${perMille % 10n}%`;
}

/** A contribution can hardly be more than its rate of all pay; less is usual, for the base leaves out some of it. */
const MOST_PERCENT = 110n;
const LEAST_PERCENT = 70n;

const contributions = defineCheck({
  id: 'contribution-calculated',
  title: '缴费和计提与按人员登记测算的数相符',
  severity: 'warning',
  rule: '定员定额：缴费（计提）＝基数×比例；高于测算数10%以上或低于30%以上的说明理由',
  find: (context) => {
    const { budget, edition } = context;
    if (budget.staff.length === 0) return notApplicable('没有登记人员编制。');
    const compared = ratedProposals(context).filter(({ existing }) => existing.length > 0);
    if (compared.length === 0) return insufficientData('人员登记不完整，或者没有可比的缴费支出。');
    return compared.flatMap(
      ({ functionCode, economicCode, existing, existingFen, computedFen, proposal }): readonly Issue[] => {
        const isMore = existingFen * 100n > computedFen * MOST_PERCENT;
        if (!proposal || (!isMore && existingFen * 100n >= computedFen * LEAST_PERCENT)) return [];
        const line = `${functionText(edition, functionCode)} / ${economicText(edition, economicCode)}`;
        const message = `“${line}”列${yuanText(existingFen)}，${isMore ? '高于' : '低于'}按人员登记测算的${yuanText(computedFen)}，${differenceText(existingFen, computedFen)}，请核对缴费基数或说明理由。`;
        const places = existing.map((row) => linePlace(row, 'amountFen'));
        return [{ about: [functionCode, economicCode, existingFen, computedFen], message, places }];
      },
    );
  },
});

export const PAY_CHECKS = [payRatio, contributions];
