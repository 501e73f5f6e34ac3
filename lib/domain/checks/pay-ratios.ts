/** A part of basic expenditure out of the general public budget that stands in a customary ratio to another part. */
export interface PayRatio {
  readonly part: string;
  readonly base: readonly string[];
  readonly baseName: string;
  readonly floorPerMille: bigint;
  readonly ceilingPerMille: bigint;
  readonly standard: string;
}

export const WAGE_CODES: readonly string[] = ['30101', '30102', '30103', '30107'];

/**
 * Both are paid on one base, at 16% and 8% (国办发〔2019〕13号, 国办发〔2015〕18号), so whatever the base is the one is half
 * of the other; people who join or leave in the course of the year explain a little.
 */
export const ANNUITY_RATIO: PayRatio = {
  part: '30109',
  base: ['30108'],
  baseName: '养老保险缴费',
  floorPerMille: 450n,
  ceilingPerMille: 550n,
  standard: '单位缴费比例为8%和16%，缴费基数相同，一般为50%',
};

/**
 * Ratios to the wages that are budgeted, wide because these are not the base itself: that is last year's pay, and leaves
 * out what is paid as a reward. Where the register of staff gives the base, it is compared instead.
 */
export const WAGE_RATIOS: readonly PayRatio[] = [
  {
    ...{ part: '30108', base: WAGE_CODES, baseName: '工资津补贴', standard: '单位缴费比例一般为16%' },
    ...{ floorPerMille: 100n, ceilingPerMille: 180n },
  },
  {
    ...{ part: '30113', base: WAGE_CODES, baseName: '工资津补贴', standard: '单位缴存比例为5%至12%' },
    ...{ floorPerMille: 50n, ceilingPerMille: 130n },
  },
  {
    ...{ part: '30228', base: WAGE_CODES, baseName: '工资津补贴', standard: '工会经费一般为工资总额的2%' },
    ...{ floorPerMille: 15n, ceilingPerMille: 25n },
  },
];
