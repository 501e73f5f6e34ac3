import { figureName } from '../narrative/figure-names.ts';
import { type FreeNumber, freeNumbersIn, plainNumber } from '../narrative/free-numbers.ts';
import { defineCheck, type Issue, type NotRun, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import type { Severity } from './finding.ts';
import { detailedFigures, distinctIssues, type FreeText, knownNumbers, numberTexts } from './free-texts.ts';

type Judge = (text: FreeText, number: FreeNumber) => Issue | null;

/** Looks at every number that was typed by hand. */
function judgeNumbers(context: CheckContext, judge: Judge): readonly Issue[] | NotRun {
  const texts = numberTexts(context);
  if (texts.length === 0) return notApplicable('没有自拟的说明文字。');
  const known = knownNumbers(context);
  return distinctIssues(
    texts.flatMap((text) => freeNumbersIn(text.typed, known).flatMap((number) => judge(text, number) ?? [])),
  );
}

const isMoney = ({ measure }: FreeNumber): boolean => measure === 'wanYuan' || measure === 'yuan';

function isUnknown({ ownNumbers = [] }: FreeText, { state, text }: FreeNumber): boolean {
  return state === 'unknown' && !ownNumbers.includes(plainNumber(text));
}

const unmatchedAmounts = defineCheck({
  id: 'narrative-amount-unmatched',
  title: '说明文字中的金额在表内有出处',
  severity: 'warning',
  rule: '说明文字所引金额均应在附件中有出处，单位为万元',
  find: (context) => {
    const isInWanYuan = (value: string): boolean =>
      [...detailedFigures(context).values()].some((figure) => figure.kind === 'amount' && figure.text === value);
    return judgeNumbers(context, (source, number) => {
      const { about, label, place } = source;
      const whole = `${number.text}${number.unit}`;
      const value = plainNumber(number.text);
      if (number.unit === '元' && number.state === 'unknown' && value !== '0' && isInWanYuan(value)) {
        const message = `${label}写有“${whole}”，表内同一数字以万元计，请核对单位是否应为“万元”。`;
        return { about: [about, whole], message, places: [place], severity: 'error' };
      }
      // Amounts in 元 are mostly standards (每人每天100元), which no annex has.
      if (!isMoney(number) || number.unit === '元' || !isUnknown(source, number)) return null;
      const message = `${label}写有“${whole}”，在附件和上年数中都找不到这个数，请核对或说明出处。`;
      return { about: [about, whole], message, places: [place] };
    });
  },
});

const COUNTED: ReadonlySet<string> = new Set(['people', 'vehicles', 'percent']);

const unmatchedNumbers = defineCheck({
  id: 'narrative-number-unmatched',
  title: '说明文字中手写的数字在表内有出处',
  severity: 'warning',
  rule: '说明文字所引人数、车辆数、百分比等均应与附件和单位情况一致',
  find: (context) =>
    judgeNumbers(context, (source, number) => {
      if (isMoney(number) || !isUnknown(source, number)) return null;
      const { about, label, place, typed } = source;
      const whole = number.unit === '' ? typed.slice(number.start, number.end + 2) : `${number.text}${number.unit}`;
      const severity: Severity = COUNTED.has(number.measure) ? 'warning' : 'note';
      const message = `${label}写有“${whole}”，在附件和单位情况中都找不到这个数，请核对或说明出处。`;
      return { about: [about, whole], message, places: [place], severity };
    }),
});

const bindableNumbers = defineCheck({
  id: 'narrative-number-unbound',
  title: '自拟段落中的数字已绑定',
  severity: 'note',
  rule: '说明文字中的数取自表内，随明细自动更新',
  find: (context) => {
    const { edition, budget } = context;
    return judgeNumbers(context, ({ about, label, place }, { state, text, unit, refs: [ref = ''] }) => {
      if (state !== 'bindable' || !about.startsWith('passage.')) return null;
      const name = figureName(ref, { edition, projects: budget.projects }) ?? ref;
      const message = `${label}中的“${text}${unit}”是手写的，与“${name}”相同，建议绑定，以后随明细自动更新。`;
      return { about: [about, text, ref], message, places: [place] };
    });
  },
});

export const HAND_TYPED_CHECKS = [unmatchedAmounts, unmatchedNumbers, bindableNumbers];
