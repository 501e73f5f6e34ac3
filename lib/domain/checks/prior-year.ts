import { annexNameOf, printsPriorYear } from '../annexes/annex-sets.ts';
import { sumFen } from '../money/fen.ts';
import { defineCheck, type Issue, insufficientData } from './check.ts';
import { codeFault } from './code-use.ts';
import type { Place } from './finding.ts';
import { functionText, yuanText } from './wording.ts';

const PRIOR_PLACE: Place = { kind: 'section', section: 'prior-year' };

const missing = defineCheck({
  id: 'prior-year-missing',
  title: '上年数已填',
  severity: 'warning',
  rule: '{generalByFunction}列示上年预算数',
  find: ({ budget: { priorYear, year }, annexSet }) => {
    if (priorYear.some(({ amountFen }) => amountFen !== null)) return [];
    const isPrinted = printsPriorYear(annexSet, 'generalByFunction');
    const consequence = isPrinted
      ? `${annexNameOf(annexSet, 'generalByFunction')}上年栏为空，也不能作增减比较`
      : '不能作增减比较';
    const message = `${year - 1}年预算数还没有填，${consequence}，请填列或说明理由（如新设单位）。`;
    const rule = isPrinted ? {} : { rule: '说明文字将本年预算数与上年预算数比较' };
    return [{ about: [year], message, places: [PRIOR_PLACE], ...rule }];
  },
});

const priorCodes = defineCheck({
  id: 'prior-year-code',
  title: '上年数按本年科目填列',
  severity: 'warning',
  rule: '上年数按新旧科目对照调整为本年科目',
  find: ({ budget: { priorYear }, edition }) =>
    priorYear.flatMap(({ key, functionCode }): readonly Issue[] => {
      const place = {
        kind: 'row',
        section: 'prior-year',
        collection: 'priorYear',
        key,
        field: 'functionCode',
      } as const;
      if (functionCode === '') {
        return [
          { about: [key], message: '上年数有一行没有功能科目，请补填或删除该行。', places: [place], severity: 'error' },
        ];
      }
      const fault = codeFault(edition, 'functional', functionCode);
      if (fault === null) return [];
      return [{ about: [key, functionCode], message: `上年数的科目${functionCode}${fault}。`, places: [place] }];
    }),
});

const projectTotal = defineCheck({
  id: 'prior-project-total',
  title: '上年项目支出不大于上年总数',
  severity: 'error',
  rule: '上年基本支出=上年总数−上年项目支出≥0',
  find: ({ budget: { priorYear, profile } }) => {
    const { priorProjectTotalFen: projectFen } = profile;
    const totalFen = sumFen(priorYear.map(({ amountFen }) => amountFen));
    const places: readonly Place[] = [{ kind: 'profile', field: 'priorProjectTotalFen' }, PRIOR_PLACE];
    if (projectFen === null) {
      if (totalFen === 0n) return insufficientData('上年数未填。');
      const message = '上年项目支出未填，说明文字不分基本支出和项目支出作比较，如有请补填（没有的填0）。';
      return [{ about: ['unknown'], message, places, severity: 'note' }];
    }
    if (projectFen <= totalFen) return [];
    const message = `上年项目支出${yuanText(projectFen)}，大于上年支出总数${yuanText(totalFen)}，请核对上年数。`;
    return [{ about: [projectFen, totalFen], message, places }];
  },
});

const duplicateCodes = defineCheck({
  id: 'prior-year-duplicate',
  title: '上年数每个科目一行',
  severity: 'warning',
  rule: '{generalByFunction}：上年数按功能科目列示',
  find: ({ budget: { priorYear }, edition }) => {
    const seen = new Map<string, number>();
    for (const { functionCode } of priorYear) seen.set(functionCode, (seen.get(functionCode) ?? 0) + 1);
    return [...seen].flatMap(([code, count]): readonly Issue[] => {
      if (count < 2 || code === '') return [];
      const rows = priorYear.filter(({ functionCode }) => functionCode === code);
      const totalFen = sumFen(rows.map(({ amountFen }) => amountFen));
      const message = `上年数中${functionText(edition, code)}列了${count}行，合计${yuanText(totalFen)}，请确认是否重复录入。`;
      const places = rows.map(
        ({ key }): Place => ({ kind: 'row', section: 'prior-year', collection: 'priorYear', key }),
      );
      return [{ about: [code, count, totalFen], message, places }];
    });
  },
});

export const PRIOR_YEAR_CHECKS = [missing, priorCodes, duplicateCodes, projectTotal];
