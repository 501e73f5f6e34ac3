import { type Figures, signOf } from './figure.ts';
import type { NarrativeRun } from './narrative-document.ts';

/** A number that words say of a known figure, e.g. 退休3人 or 公务接待费16万元. */
export interface Claim {
  readonly ref: string;
  /** What the words speak of, as a message names it. */
  readonly subject: string;
  /** The number as written, and where it stands in the text. */
  readonly text: string;
  readonly start: number;
  /** 增加 (1) or 减少 (−1) where the words say so. */
  readonly direction: 1 | -1 | null;
}

interface ClaimPattern {
  readonly ref: string;
  readonly subject: string;
  /** Group `n` is the number, group `sign` the word of direction where there is one. */
  readonly pattern: RegExp;
}

const NUMBER = String.raw`(?<n>\d[\d,，]*(?:\.\d+)?)`;
const SIGN = '(?<sign>增加|减少|增长|下降)';
const SINCE = String.raw`(?:，?(?:比|较|与)(?:上年|去年|\d{4}年)(?:预算)?(?:相比)?，?)?`;
const IS = '(?:预算|支出|费用|经费)?(?:数|总额|合计|共计)?(?:为|是|共|计|安排)?';

function amount(ref: string, subject: string, name: string): ClaimPattern {
  return { ref, subject, pattern: new RegExp(`${name}${IS}${NUMBER}万元`, 'dg') };
}

function change(ref: string, subject: string, name: string): ClaimPattern {
  return { ref, subject, pattern: new RegExp(`${name}${SINCE}${SIGN}了?${NUMBER}万元`, 'dg') };
}

function count(ref: string, subject: string, name: string, measure: string): ClaimPattern {
  return { ref, subject, pattern: new RegExp(`${name}(?:共|为)?${NUMBER}${measure}`, 'dg') };
}

/** What free text is known to speak of; more are a line each. */
const CLAIM_PATTERNS: readonly ClaimPattern[] = [
  amount('operating', '机关运行经费', '(?:机关)?运行经费'),
  change('change.operating', '机关运行经费比上年的变化', String.raw`运行经费${IS}[\d.,]+万元，(?=比|较|与)`),
  amount('basic.general', '基本支出', '基本支出'),
  change('change.basic', '基本支出比上年的变化', '基本支出'),
  amount('project.general', '项目支出', '项目支出'),
  change('change.project', '项目支出比上年的变化', '项目支出'),
  amount('threePublic.total', '“三公”经费', '三公”?经费'),
  amount('threePublic.overseasTrips', '因公出国（境）费用', '因公出国（境）费'),
  amount('threePublic.vehiclePurchase', '公务用车购置费', '公务用车购置费'),
  amount('threePublic.vehicleRunning', '公务用车运行维护费', '公务用车运行维护费'),
  amount('threePublic.receptions', '公务接待费', '公务接待费'),
  amount('procurement.total', '政府采购预算', '政府采购'),
  count('staff.onPost', '在编在岗人员', '(?:在编在岗|在职)(?:人员)?', '[人名]'),
  count('staff.retired', '退休人员', '退休人员', '[人名]'),
  count('staff.retiredSincePriorBudget', '较上年新增退休人数', '退休', '[人名]'),
  {
    ref: 'staff.retiredSincePriorBudget',
    subject: '较上年新增退休人数',
    pattern: new RegExp(`${NUMBER}[名位](?:同志|职工|干部|人员)?(?:正式|到龄)?退休`, 'dg'),
  },
  count('vehicles.total', '车辆', '(?:公务用车|车辆)', '辆'),
];

/** Full-width digits, point and percent sign as plain ones, each in its place. */
export function plainDigits(text: string): string {
  return text.replace(/[０-９．％]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0));
}

/** The claims of a text in their order. */
export function claimsIn(text: string): readonly Claim[] {
  const plain = plainDigits(text);
  const claims = CLAIM_PATTERNS.flatMap(({ ref, subject, pattern }) =>
    [...plain.matchAll(pattern)].flatMap((match): Claim[] => {
      const number = match.groups?.n;
      const start = match.indices?.groups?.n?.[0];
      if (number === undefined || start === undefined || isOfOtherBudget(ref, plain, start)) return [];
      const sign = match.groups?.sign;
      const direction = sign === undefined ? null : sign === '增加' || sign === '增长' ? 1 : -1;
      return [{ ref, subject, text: number, start, direction }];
    }),
  );
  return claims.sort((a, b) => a.start - b.start);
}

/** 基本支出 and 项目支出 in a sentence on the government funds or the state capital are those of that budget. */
function isOfOtherBudget(ref: string, text: string, at: number): boolean {
  if (!/^(?:basic\.general|project\.general|change\.basic|change\.project)$/.test(ref)) return false;
  return /政府性基金|国有资本/.test(text.slice(text.lastIndexOf('。', at) + 1, at));
}

/** Whether a claim says what the figure says; null where the figure is not known. */
export function claimHolds(claim: Claim, figures: Figures): boolean | null {
  const figure = figures.get(claim.ref);
  if (!figure) return null;
  const isSameNumber = trimNumber(claim.text) === trimNumber(figure.text);
  const sign = signOf(figure);
  return isSameNumber && (claim.direction === null || sign === null || sign === 0 || sign === claim.direction);
}

function trimNumber(text: string): string {
  const plain = text.replace(/[,，]/g, '');
  return plain.includes('.') ? plain.replace(/\.?0+$/, '') : plain;
}

/**
 * Free words as runs: a number that agrees with the figure it speaks of is bound to it, any other stays as typed and is
 * left to the checks.
 */
export function bindClaims(text: string, figures: Figures): readonly NarrativeRun[] {
  const runs: NarrativeRun[] = [];
  let end = 0;
  for (const claim of claimsIn(text)) {
    if (claim.start < end || claimHolds(claim, figures) !== true) continue;
    if (claim.start > end) runs.push({ kind: 'text', text: text.slice(end, claim.start) });
    end = claim.start + claim.text.length;
    runs.push({ kind: 'figure', text: text.slice(claim.start, end), ref: claim.ref });
  }
  if (end < text.length) runs.push({ kind: 'text', text: text.slice(end) });
  return runs;
}
