import type { TemplateText } from './template.ts';

/** What is compared with last year: the part of the names `change.…`, `percent.…`, `versus.…` after the point. */
export const COMPARED = ['total', 'basic', 'project', 'operating'] as const;

export const COMPARED_IN_PERCENT = [
  'threePublic.total',
  'threePublic.overseasTrips',
  'threePublic.receptions',
  'threePublic.vehicleRunning',
  'threePublic.vehiclePurchase',
] as const;

/** A text for a rise, a fall and no change; nothing where last year's figure is unknown. */
function byDirection(name: string, rise: TemplateText, fall: TemplateText, none: TemplateText): TemplateText {
  return [
    { when: { positive: `change.${name}` }, say: rise },
    { when: { negative: `change.${name}` }, say: fall },
    { when: { nought: `change.${name}` }, say: none },
  ];
}

/** `比2022年增加2万元` / `与2022年持平`. */
function versus(name: string): TemplateText {
  const moved = (word: string): TemplateText => `比{priorYear}年${word}{change.${name}}万元`;
  return byDirection(name, moved('增加'), moved('减少'), '与{priorYear}年持平');
}

/** `较上年增加2万元` / `与上年持平`. */
function versusLastYear(name: string): TemplateText {
  const moved = (word: string): TemplateText => `较上年${word}{change.${name}}万元`;
  return byDirection(name, moved('增加'), moved('减少'), '与上年持平');
}

/** `比2022年增加2万元，增长25%`; without the percentage on a base of nil. */
function versusInPercent(name: string): TemplateText {
  const percent = (word: string): TemplateText => ({
    when: { known: `percent.${name}` },
    say: `，${word}{percent.${name}}%`,
  });
  return [versus(name), byDirection(name, percent('增长'), percent('下降'), '')];
}

/** `增加2万元` / `持平`. */
function moved(name: string): TemplateText {
  return byDirection(name, `增加{change.${name}}万元`, `减少{change.${name}}万元`, '持平');
}

/**
 * Phrases in which the direction of a change, its amount and its preposition stand together: in a unit's own wording
 * each of them is one piece, so that 增加 never stays before a figure that has become a decrease.
 */
export const CHONGQING_PHRASES: Readonly<Record<string, TemplateText>> = Object.fromEntries([
  ...[...COMPARED, ...COMPARED_IN_PERCENT].flatMap((name) => [
    [`versus.${name}`, versus(name)],
    [`versusLastYear.${name}`, versusLastYear(name)],
    [`moved.${name}`, moved(name)],
  ]),
  ...COMPARED_IN_PERCENT.map((name) => [`versusInPercent.${name}`, versusInPercent(name)]),
  ['reason.total', '{=changeReason}'],
]);
