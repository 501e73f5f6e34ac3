/**
 * Functional and economic codes that belong together in basic expenditure (《政府收支分类科目》, notes on both sides).
 * Where a functional code is listed, its lines bear one of these economic codes.
 */
export const ECONOMIC_OF_FUNCTION: Readonly<Record<string, readonly string[]>> = {
  '2080501': ['30301', '30302', '30305', '30399'],
  '2080502': ['30301', '30302', '30305', '30399'],
  '2080505': ['30108'],
  '2080506': ['30109'],
  '2101101': ['30110', '30111', '30112'],
  '2101102': ['30110', '30111', '30112'],
  '2101103': ['30111', '30307'],
  '2210201': ['30113'],
  '2210202': ['30102', '30399'],
  '2210203': ['30102', '30399'],
};

/** Where an economic code is listed, it stands under one of these functional codes (by their beginning). */
export const FUNCTION_OF_ECONOMIC: Readonly<Record<string, readonly string[]>> = {
  '30108': ['2080505'],
  '30109': ['2080506'],
  '30110': ['21011'],
  '30111': ['21011'],
  '30113': ['2210201'],
};

/** A part of basic pay in the general public budget that has a customary ceiling against another part. */
export interface RatioCeiling {
  readonly part: string;
  readonly base: readonly string[];
  readonly baseName: string;
  /** In percent of the base. */
  readonly ceilingPercent: bigint;
  readonly standard: string;
}

const WAGES = ['30101', '30102', '30103', '30107'];

/** Ceilings, with some air above the statutory rate because the base is an approximation of the contribution base. */
export const RATIO_CEILINGS: readonly RatioCeiling[] = [
  { part: '30108', base: WAGES, baseName: '工资津补贴', ceilingPercent: 20n, standard: '单位缴费比例一般为16%' },
  {
    part: '30109',
    base: ['30108'],
    baseName: '养老保险缴费',
    ceilingPercent: 55n,
    standard: '职业年金8%与养老保险16%之比一般为50%',
  },
  {
    part: '30113',
    base: WAGES,
    baseName: '工资津补贴',
    ceilingPercent: 13n,
    standard: '住房公积金单位缴存比例不超过12%',
  },
  { part: '30228', base: WAGES, baseName: '工资津补贴', ceilingPercent: 3n, standard: '工会经费一般为工资总额的2%' },
];
