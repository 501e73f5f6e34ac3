import { THREE_PUBLIC_CODES } from '../annexes/ledger.ts';
import type { Fen } from '../money/fen.ts';
import { figureOfVerdict, unchangedReasons } from '../reasons/judged-reasons.ts';
import { type Reasoning, type Reasons, reasonsOf } from '../reasons/reasoning.ts';
import { functionSubject, THREE_PUBLIC_ITEMS, TOTAL_SUBJECT } from '../reasons/year-comparison.ts';
import { checkIdOf, defineCheck, type Issue, insufficientData, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import type { Place } from './finding.ts';
import { narrativePlace } from './text-fields.ts';
import { factPlaces, yuanText } from './wording.ts';

const PRIOR_PLACE: Place = { kind: 'section', section: 'prior-year' };

/** Asked for by several checks of one run. */
const gathered = new WeakMap<CheckContext, Reasons>();

function reasons(context: CheckContext): Reasons {
  const known = gathered.get(context);
  if (known) return known;
  const { budget, edition, settings } = context;
  const found = reasonsOf(budget, edition, settings.changeThresholdPercent);
  gathered.set(context, found);
  return found;
}

/** How a figure stands to last year's, e.g. `今年120元，上年100元，增长20.0%`. */
function changeText({ beforeFen, nowFen, changeFen }: Reasoning): string {
  if (beforeFen === 0n) return `上年没有安排，今年安排${yuanText(nowFen)}`;
  if (nowFen === 0n) return `上年${yuanText(beforeFen)}，今年没有安排`;
  const size = changeFen < 0n ? -changeFen : changeFen;
  const perMille = (size * 1000n + beforeFen / 2n) / beforeFen;
  const percent = `${perMille / 10n}.${perMille % 10n}%`;
  return `今年${yuanText(nowFen)}，上年${yuanText(beforeFen)}，${changeFen > 0n ? '增长' : '下降'}${percent}`;
}

/** Where reasons are given first, then the lines that the figure is made of. */
function placesOf({ budget, facts }: CheckContext, { subject }: Reasoning): readonly Place[] {
  const prior = budget.priorYear
    .filter(({ functionCode }) => functionSubject(functionCode) === subject)
    .map(
      ({ key }): Place => ({ kind: 'row', section: 'prior-year', collection: 'priorYear', key, field: 'amountFen' }),
    );
  const item = THREE_PUBLIC_ITEMS.find((candidate) => `threePublic:${candidate.item}` === subject);
  const lines = factPlaces(facts, ({ functionCode, economicCode }) =>
    item ? economicCode === THREE_PUBLIC_CODES[item.item] : functionSubject(functionCode) === subject,
  );
  return [...(prior.length > 0 ? prior : [PRIOR_PLACE]), ...lines];
}

/** The reasons of a figure. */
function reasonPlaces({ budget }: CheckContext, subject: string, field: 'amountFen' | 'text'): readonly Place[] {
  return budget.reasons
    .filter((reason) => reason.subject === subject)
    .map(({ key }) => ({ kind: 'row', section: 'prior-year', collection: 'reasons', key, field }));
}

const LARGE_CHANGE = 'change-needs-reason';

/** Whether a finding goes by reasons alone: an explanation in free words does not do. */
export function isAnsweredByReasons(findingKey: string): boolean {
  return checkIdOf(findingKey) === LARGE_CHANGE;
}

const largeChange = defineCheck({
  id: LARGE_CHANGE,
  title: '较上年变动较大的科目有原因',
  severity: 'warning',
  rule: '增减变化较大的，须说明原因（财预〔2016〕143号）；幅度由年度设置规定',
  find: (context) => {
    if (!context.budget.priorYear.some(({ amountFen }) => amountFen !== null)) {
      return insufficientData('上年数未填，无法比较。');
    }
    return reasons(context).reasonings.flatMap((reasoning): readonly Issue[] => {
      const { subject, label, isDemanded, state, beforeFen, nowFen } = reasoning;
      if (!subject.startsWith('function:') || !isDemanded || state !== 'none') return [];
      const message = `${label}${changeText(reasoning)}，请在“上年数”中填写增减原因，各项原因的金额合计应等于增减额。`;
      return [
        {
          about: [subject.slice('function:'.length), beforeFen, nowFen],
          answeredBy: 'reasons',
          message,
          places: placesOf(context, reasoning),
        },
      ];
    });
  },
});

const threePublicIncrease = defineCheck({
  id: 'three-public-increase',
  title: '“三公”经费不增长',
  severity: 'warning',
  rule: '严控“三公”经费，增减变化须说明原因（财预〔2016〕143号）',
  find: (context) => {
    const items = reasons(context).reasonings.filter(({ subject }) => subject.startsWith('threePublic:'));
    const prior = Object.values(context.budget.profile.priorThreePublic);
    if (prior.every((amountFen) => amountFen === null)) return insufficientData('上年“三公”经费未填，无法比较。');
    return items.flatMap((reasoning): readonly Issue[] => {
      const { subject, label, beforeFen, nowFen, changeFen, state } = reasoning;
      if (changeFen <= 0n || state !== 'none') return [];
      const message = `${label}${yuanText(nowFen)}，比上年${yuanText(beforeFen)}增加${yuanText(changeFen)}，请压减或填写增减原因。`;
      const item = THREE_PUBLIC_ITEMS.find((candidate) => `threePublic:${candidate.item}` === subject);
      const places: readonly Place[] = [
        ...placesOf(context, reasoning).filter(({ kind }) => kind === 'row'),
        ...(item ? [{ kind: 'profile', field: `priorThreePublic.${item.prior}` } as const] : []),
      ];
      return [{ about: [subject, nowFen, beforeFen], message, places }];
    });
  },
});

const sum = defineCheck({
  id: 'change-reason-sum',
  title: '各项原因的金额合计等于增减额',
  severity: 'error',
  rule: '增减原因须与增减额相符（财预〔2016〕143号）',
  find: (context) => {
    if (context.budget.reasons.length === 0) return notApplicable('没有填写增减原因。');
    return reasons(context).reasonings.flatMap((reasoning): readonly Issue[] => {
      const { subject, label, changeFen, restFen, state } = reasoning;
      if (state !== 'open') return [];
      const given = yuanSigned(changeFen - restFen);
      const message =
        restFen === 0n
          ? `${label}的增减原因有一项缺少金额或说明，请补填或删除。`
          : `${label}比上年${yuanSigned(changeFen)}，所填原因合计${given}，还差${yuanSigned(restFen)}，请补填或改正。`;
      return [{ about: [subject, changeFen, restFen], message, places: reasonPlaces(context, subject, 'amountFen') }];
    });
  },
});

const orphans = defineCheck({
  id: 'change-reason-orphan',
  title: '增减原因对应有增减的项目',
  severity: 'warning',
  rule: '增减原因须与增减额相符（财预〔2016〕143号）',
  find: (context) =>
    reasons(context).orphans.map(({ key, text, subject, amountFen }): Issue => {
      const message = `有一项增减原因（${text.trim() || '未填说明'}）所说的项目两年都没有金额，请删除或改填到对应项目。`;
      const place = { kind: 'row', section: 'prior-year', collection: 'reasons', key } as const;
      return { about: [key, subject, amountFen], message, places: [place] };
    }),
});

const refused = defineCheck({
  id: 'change-reason-refused',
  title: '未获认可的增减原因已修改',
  severity: 'error',
  rule: '上一版未获审核人认可的增减原因，须按意见修改后再送审',
  find: (context) => {
    const { budget, refusals } = context;
    const refusedReasons = refusals.filter(({ subject }) => figureOfVerdict(subject) !== null);
    if (refusedReasons.length === 0) return notApplicable('上一版的增减原因没有不获认可的。');
    return unchangedReasons(refusedReasons, budget.reasons).map(({ subject: verdictSubject, byName, at }): Issue => {
      const subject = figureOfVerdict(verdictSubject) ?? '';
      const known = reasons(context).reasonings.find((reasoning) => reasoning.subject === subject);
      const message = `${known?.label ?? '一个两年都没有金额的项目'}的增减原因上一版未获${byName}认可，还没有改动，请按所附理由修改。`;
      return { about: [subject, at], message, places: reasonPlaces(context, subject, 'text') };
    });
  },
});

const total = defineCheck({
  id: 'change-reason-missing',
  title: '总额增减有原因说明',
  severity: 'warning',
  rule: '收支增减须说明原因（财预〔2016〕143号）',
  find: (context) => {
    const { budget, figures } = context;
    const change = figures.get('change.total');
    if (change?.kind !== 'amount') return insufficientData('上年数未填，无法比较。');
    const given = reasons(context).reasonings.find(({ subject }) => subject === TOTAL_SUBJECT);
    const isSaid = budget.profile.narrative.changeReason.trim() !== '' || given?.state === 'done';
    if (change.amountFen === 0n || isSaid) return [];
    const direction = change.amountFen > 0n ? '增加' : '减少';
    const message = `一般公共预算支出比上年${direction}${change.text}万元，而“收支总额增减的原因”没有填写，请补填。`;
    return [{ about: [change.amountFen], message, places: [narrativePlace('changeReason')] }];
  },
});

function yuanSigned(amountFen: Fen): string {
  return amountFen < 0n ? `减少${yuanText(-amountFen)}` : `增加${yuanText(amountFen)}`;
}

export const CHANGE_REASON_CHECKS = [largeChange, sum, orphans, refused, total, threePublicIncrease];
