/** The unit of measure that a sentence puts behind a figure, and the words that may stand in its place. */
interface FigureUnit {
  readonly unit: string;
  /** What may follow the bare figure; null: nothing but the unit. */
  readonly instead: RegExp | null;
}

const NONE: FigureUnit = { unit: '', instead: null };

/** By the beginning of a figure's name; the first that fits holds, any other figure is an amount. */
const UNITS: readonly (readonly [RegExp, FigureUnit])[] = [
  [/^(?:year|priorYear)$|\.asOfYear$/, { unit: '年', instead: null }],
  [/\.asOfMonth$/, { unit: '月', instead: null }],
  [/^percent\./, { unit: '%', instead: /^(?:[%％]|个百分点)/ }],
  [/^staff\./, { unit: '人', instead: /^(?:名|位(?!于))/ }],
  [/^vehicles\./, { unit: '辆', instead: /^(?:台|部(?![分门署]))/ }],
  [/^org\./, { unit: '个', instead: /^家/ }],
  [/^(?:performance\.(?:projects|unmanaged)|project\.count)$/, { unit: '个', instead: /^项(?!目)/ }],
  [/^contact\.|^(?:versus|versusLastYear|versusInPercent|moved|reason)\./, NONE],
];

const AMOUNT: FigureUnit = { unit: '万元', instead: /^万元/ };

function measureOf(ref: string): FigureUnit {
  return UNITS.find(([pattern]) => pattern.test(ref))?.[1] ?? AMOUNT;
}

/** 万元, 人, 辆, % … of a figure by its name; blank for a phrase or a telephone number. */
export function unitOfFigure(ref: string): string {
  return measureOf(ref).unit;
}

/**
 * The unit that has to be added to a figure before `following` words: none where they begin with one. So a figure in a
 * unit's wording never stands without 万元, and never has it twice. A year always has its 年: 2023年年初.
 */
export function unitBefore(ref: string, following: string): string {
  const { unit, instead } = measureOf(ref);
  return instead?.test(following) ? '' : unit;
}
