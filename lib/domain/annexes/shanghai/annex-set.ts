import type { AnnexSet } from '../definition.ts';
import { DIFFERENCE_NOTE } from '../rounding.ts';
import { TABLE_5, TABLE_6, TABLE_7 } from './appropriation-tables.ts';
import { TABLE_1 } from './table-1.ts';
import { TABLE_2 } from './table-2.ts';
import { TABLE_3 } from './table-3.ts';
import { TABLE_4 } from './table-4.ts';
import { TABLE_8 } from './table-8.ts';
import { TABLE_9 } from './table-9.ts';

/** The nine tables that departments of Shanghai publish, in 元: exact, so that nothing is rounded. */
export const SHANGHAI: AnnexSet = {
  id: 'shanghai',
  name: '上海市部门预算公开表',
  unit: 'yuan',
  number: '表{annex}',
  roundingNote: DIFFERENCE_NOTE,
  rounding: 'EACH_CELL',
  annexes: [TABLE_1, TABLE_2, TABLE_3, TABLE_4, TABLE_5, TABLE_6, TABLE_7, TABLE_8, TABLE_9],
};
