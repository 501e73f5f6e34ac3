import { isLeaf } from '../classification/edition.ts';
import { claimHolds, claimsIn, plainDigits } from '../narrative/claims.ts';
import { type Figures, signOf } from '../narrative/figure.ts';
import { defineCheck, type Issue, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import { distinctIssues, freeTexts } from './free-texts.ts';
import { HAND_TYPED_CHECKS } from './hand-typed-numbers.ts';
import { PASSAGE_CHECKS } from './narrative-passages.ts';

const NO_TEXT = notApplicable('没有自拟的说明文字。');

const claims = defineCheck({
  id: 'narrative-figure',
  title: '说明文字中的数字与表内数一致',
  severity: 'error',
  rule: '说明文字所引金额、人数、车辆数=附件和单位情况中的数',
  find: (context) => {
    const texts = freeTexts(context);
    if (texts.length === 0) return NO_TEXT;
    const { figures } = context;
    const issues = texts.flatMap(({ about, label, text, place }) =>
      claimsIn(text).flatMap((claim): readonly Issue[] => {
        const holds = claimHolds(claim, figures);
        const figure = figures.get(claim.ref);
        if (holds === true) return [];
        const places = [place];
        if (holds === null || !figure) {
          const message = `${label}写有“${claim.subject}”${claim.text}，而核对所需的数没有填写，请补填上年数等资料，或说明依据。`;
          return [{ about: [about, claim.ref, claim.text], message, places, severity: 'warning' }];
        }
        const sign = claim.ref.startsWith('change.') ? signWord(figures, claim.ref) : '';
        const message = `${label}中“${claim.subject}”写作${claim.text}，按表内数应为${sign}${figure.text}，请改正${isOwnParagraph(about) ? '，或恢复标准文字' : ''}。`;
        return [{ about: [about, claim.ref, claim.text, figure.text], message, places }];
      }),
    );
    return distinctIssues(issues);
  },
});

/** Wording that stands in place of the standard one, which can be put back. */
function isOwnParagraph(about: string): boolean {
  return about === 'operatingText' || about.startsWith('passage.');
}

function signWord(figures: Figures, ref: string): string {
  const sign = signOf(figures.get(ref));
  return sign === 1 ? '增加' : sign === -1 ? '减少' : '持平，即';
}

/** What may stand before a year that is not the one the sentence is about: a comparison, a date, a document. */
const REFERRING = /(?:比|较|与|同|和|自|从|至|到|于|截至|截止|截止到|〔|【|﹝|\[|（|\(|“|《[^》]*)$/;
const REFERRED = /^(?:底|末|年底|年末|以来|起|度?决算|\d{1,2}月|－|—|-)/;

const yearWords = defineCheck({
  id: 'narrative-year',
  title: '说明文字的年份是预算年度',
  severity: 'error',
  rule: '说明文字除比较、截至日期和文号外，只写预算年度',
  find: (context) => {
    const texts = freeTexts(context);
    if (texts.length === 0) return NO_TEXT;
    const { year } = context.budget;
    const issues = texts.flatMap(({ about, label, text, place }) =>
      [...plainDigits(text).matchAll(/((?:19|20)\d{2})年/g)].flatMap((match): readonly Issue[] => {
        const stated = Number(match[1]);
        const before = text.slice(0, match.index);
        const after = text.slice(match.index + match[0].length);
        if (stated === year || REFERRING.test(before) || REFERRED.test(after)) return [];
        const message = `${label}写的是${stated}年，预算年度是${year}年，请核对并改正年份。`;
        const severity = stated === year - 1 || stated === year + 1 ? 'error' : 'warning';
        return [{ about: [about, stated, year], message, places: [place], severity }];
      }),
    );
    return distinctIssues(issues);
  },
});

/** Customary short names of economic codes, and the codes of which one at least should bear a line. */
const SHORT_NAMES: readonly (readonly [string, readonly string[]])[] = [
  ['水电费', ['30205', '30206']],
  ['物管费', ['30209']],
  ['物业费', ['30209']],
  ['维修费', ['30213']],
  ['车辆运行维护费', ['30231']],
  ['公车运行维护费', ['30231']],
  ['接待费', ['30217']],
  ['交通补贴', ['30239']],
  ['交通费', ['30239']],
];

function namedUses({ edition }: CheckContext): readonly (readonly [string, readonly string[]])[] {
  const official = [...edition.economic.values()]
    .filter(({ code }) => /^30[23]|^310/.test(code) && isLeaf(edition.economic, code))
    .map(({ code, name }) => [name, [code]] as const);
  return [...official, ...SHORT_NAMES].sort(([a], [b]) => b.length - a.length);
}

const unbackedUses = defineCheck({
  id: 'narrative-use-without-line',
  title: '说明文字列举的用途在表内有支出',
  severity: 'warning',
  rule: '用途列举与{basicByEconomic}的经济科目一致',
  find: (context) => {
    const texts = freeTexts(context).filter(({ tellsUses }) => tellsUses);
    if (texts.length === 0) return NO_TEXT;
    const borne = new Set(
      context.basicLines.filter(({ amountFen }) => amountFen).map(({ economicCode }) => economicCode),
    );
    const uses = namedUses(context);
    return texts.flatMap(({ about, label, text, place }): readonly Issue[] => {
      const unbacked: string[] = [];
      let rest = text;
      for (const [name, codes] of uses) {
        if (!rest.includes(name)) continue;
        rest = rest.replaceAll(name, '|');
        if (!codes.some((code) => borne.has(code))) unbacked.push(name);
      }
      if (unbacked.length === 0) return [];
      const names = unbacked.map((name) => `“${name}”`).join('、');
      const message = `${label}提到${names}，而基本支出中没有相应的支出，请删去或补列。`;
      return [{ about: [about, ...unbacked], message, places: [place] }];
    });
  },
});

interface Denial {
  readonly pattern: RegExp;
  readonly ref: string;
  readonly subject: string;
}

/** Sentences that say there is none of something. */
const DENIALS: readonly Denial[] = [
  {
    pattern: /(?:无|没有|未(?:安排|预算|编制|列支?))[^，。；]{0,6}政府采购/,
    ref: 'procurement.total',
    subject: '政府采购预算',
  },
  {
    pattern: /(?:无|没有|未(?:安排|计划)?)[^，。；]{0,4}购置(?:公务)?(?:车辆|用车)/,
    ref: 'threePublic.vehiclePurchase',
    subject: '公务用车购置',
  },
  {
    pattern: /(?:无|没有|未安排)[^，。；]{0,4}因公出国/,
    ref: 'threePublic.overseasTrips',
    subject: '因公出国（境）费用',
  },
  { pattern: /(?:无|没有|未安排)[^，。；]{0,4}政府性基金/, ref: 'fund.total', subject: '政府性基金支出' },
  { pattern: /(?:无|没有|未安排)[^，。；]{0,4}项目支出/, ref: 'project.total', subject: '项目支出' },
  { pattern: /(?:无|没有)(?:公务)?(?:车辆|用车)/, ref: 'vehicles.total', subject: '车辆' },
];

const denials = defineCheck({
  id: 'narrative-denial',
  title: '“没有”“未安排”与表内数一致',
  severity: 'error',
  rule: '“无……”“未安排……”的说法，当且仅当表内为空',
  find: (context) => {
    const texts = freeTexts(context);
    if (texts.length === 0) return NO_TEXT;
    return texts.flatMap(({ about, label, text, place }) =>
      DENIALS.flatMap(({ pattern, ref, subject }): readonly Issue[] => {
        const said = pattern.exec(text)?.[0];
        const figure = context.figures.get(ref);
        if (said === undefined || signOf(figure) !== 1) return [];
        const message = `${label}写有“${said}”，而表内${subject}为${figure?.text}${figure?.kind === 'count' ? '辆' : '万元'}，请改正。`;
        return [{ about: [about, said, figure?.text ?? ''], message, places: [place] }];
      }),
    );
  },
});

export const NARRATIVE_CHECKS = [claims, yearWords, denials, ...HAND_TYPED_CHECKS, unbackedUses, ...PASSAGE_CHECKS];
