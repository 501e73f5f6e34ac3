import type { AnnexSet } from '../definition.ts';
import { DIFFERENCE_NOTE } from '../rounding.ts';
import { ANNEX_1 } from './annex-01.ts';
import { ANNEX_2 } from './annex-02.ts';
import { ANNEX_3 } from './annex-03.ts';
import { ANNEX_4 } from './annex-04.ts';
import { ANNEX_5 } from './annex-05.ts';
import { ANNEX_6 } from './annex-06.ts';
import { ANNEX_7 } from './annex-07.ts';
import { ANNEX_8 } from './annex-08.ts';
import { ANNEX_9 } from './annex-09.ts';
import { ANNEX_10 } from './annex-10.ts';
import { ANNEX_11 } from './annex-11.ts';
import { ANNEX_12 } from './annex-12.ts';

/** The annexes that departments of Chongqing publish: eleven tables and a sheet for each project. */
export const CHONGQING: AnnexSet = {
  id: 'chongqing',
  name: '重庆市部门预算公开表',
  unit: 'wanYuan',
  number: '附件{annex}',
  roundingNote: DIFFERENCE_NOTE,
  rounding: 'EACH_CELL',
  annexes: [
    ANNEX_1,
    ANNEX_2,
    ANNEX_3,
    ANNEX_4,
    ANNEX_5,
    ANNEX_6,
    ANNEX_7,
    ANNEX_8,
    ANNEX_9,
    ANNEX_10,
    ANNEX_11,
    ANNEX_12,
  ],
};
