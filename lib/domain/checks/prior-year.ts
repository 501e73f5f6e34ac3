import type { ClassificationEdition } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { defineCheck, type Issue, insufficientData } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { codeFault } from './code-use.ts';
import type { Place } from './finding.ts';
import { narrativePlace } from './text-fields.ts';
import { factPlaces, functionText, yuanText } from './wording.ts';

const PRIOR_PLACE: Place = { kind: 'section', section: 'prior-year' };

const missing = defineCheck({
  id: 'prior-year-missing',
  title: '上年数已填',
  severity: 'warning',
  rule: '附件2列示上年预算数',
  find: ({ budget: { priorYear, year } }) => {
    if (priorYear.some(({ amountFen }) => amountFen !== null)) return [];
    const message = `${year - 1}年预算数还没有填，附件2上年栏为空，也不能作增减比较，请填列或说明理由（如新设单位）。`;
    return [{ about: [year], message, places: [PRIOR_PLACE] }];
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

/** A code's amounts of both years, last year's under the code that stands for it now. */
interface Comparison {
  readonly code: string;
  readonly beforeFen: Fen;
  readonly nowFen: Fen;
}

/** The codes that stand for one of last year's: itself, its successor, or several where its money went several ways. */
function presentCodes(edition: ClassificationEdition, code: string): readonly string[] {
  if (edition.functional.has(code)) return [code];
  return edition.successions.find(({ oldCode }) => oldCode === code)?.newCodes ?? [code];
}

function comparisons({ budget, facts, edition }: CheckContext): readonly Comparison[] {
  const before = new Map<string, Fen>();
  const now = new Map<string, Fen>();
  const add = (side: Map<string, Fen>, code: string, amountFen: Fen) =>
    side.set(code, (side.get(code) ?? 0n) + amountFen);
  const split = new Set<string>();
  for (const { functionCode, amountFen } of budget.priorYear) {
    const codes = presentCodes(edition, functionCode);
    const [code] = codes;
    if (code !== undefined && codes.length === 1) add(before, code, amountFen ?? 0n);
    else for (const one of codes) split.add(one);
  }
  for (const { functionCode, source, carriedOver, amountFen } of facts) {
    if (source === 'GENERAL_PUBLIC' && !carriedOver && functionCode !== '') add(now, functionCode, amountFen);
  }
  return [...new Set([...before.keys(), ...now.keys()])]
    .filter((code) => code !== '' && !split.has(code))
    .sort()
    .map((code) => ({ code, beforeFen: before.get(code) ?? 0n, nowFen: now.get(code) ?? 0n }));
}

const largeChange = defineCheck({
  id: 'change-needs-reason',
  title: '较上年变动较大的科目有原因',
  severity: 'warning',
  rule: '增减变化较大的，须说明原因（财预〔2016〕143号）；幅度由年度设置规定',
  find: (context) => {
    const { budget, edition, settings } = context;
    if (!budget.priorYear.some(({ amountFen }) => amountFen !== null))
      return insufficientData('上年数未填，无法比较。');
    return comparisons(context).flatMap(({ code, beforeFen, nowFen }): readonly Issue[] => {
      const change = nowFen - beforeFen;
      const magnitude = change < 0n ? -change : change;
      if (magnitude === 0n || magnitude * 100n < beforeFen * BigInt(settings.changeThresholdPercent)) return [];
      const message = `${functionText(edition, code)}${changeText(beforeFen, nowFen)}，请说明原因。`;
      return [{ about: [code, beforeFen, nowFen], message, places: placesOf(context, code) }];
    });
  },
});

function changeText(beforeFen: Fen, nowFen: Fen): string {
  if (beforeFen === 0n) return `上年没有安排，今年安排${yuanText(nowFen)}`;
  if (nowFen === 0n) return `上年${yuanText(beforeFen)}，今年没有安排`;
  const change = nowFen - beforeFen;
  const perMille = ((change < 0n ? -change : change) * 1000n + beforeFen / 2n) / beforeFen;
  const percent = `${perMille / 10n}.${perMille % 10n}%`;
  return `今年${yuanText(nowFen)}，上年${yuanText(beforeFen)}，${change > 0n ? '增长' : '下降'}${percent}`;
}

function placesOf({ budget, facts }: CheckContext, code: string): readonly Place[] {
  const prior = budget.priorYear
    .filter(({ functionCode }) => functionCode === code)
    .map(
      ({ key }): Place => ({ kind: 'row', section: 'prior-year', collection: 'priorYear', key, field: 'amountFen' }),
    );
  const lines = factPlaces(facts, (fact) => fact.functionCode === code);
  return [...lines, ...prior];
}

const reason = defineCheck({
  id: 'change-reason-missing',
  title: '总额增减有原因说明',
  severity: 'warning',
  rule: '收支增减须说明原因（财预〔2016〕143号）',
  find: ({ budget: { profile }, figures }) => {
    const change = figures.get('change.total');
    if (change?.kind !== 'amount') return insufficientData('上年数未填，无法比较。');
    if (change.amountFen === 0n || profile.narrative.changeReason.trim() !== '') return [];
    const direction = change.amountFen > 0n ? '增加' : '减少';
    const message = `一般公共预算支出比上年${direction}${change.text}万元，而“收支总额增减的原因”没有填写，请补填。`;
    return [{ about: [change.amountFen], message, places: [narrativePlace('changeReason')] }];
  },
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
  rule: '附件2：上年数按功能科目列示',
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

export const PRIOR_YEAR_CHECKS = [missing, priorCodes, duplicateCodes, largeChange, reason, projectTotal];
