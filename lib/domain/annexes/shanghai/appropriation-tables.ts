import type { AnnexDefinition, AnnexRole } from '../definition.ts';
import type { Selection } from '../selection.ts';
import { CAPITAL_APPROPRIATION, FUND_APPROPRIATION, GENERAL_APPROPRIATION } from '../selections.ts';
import { BY_FUNCTION, FUNCTION_COLUMNS } from './code-columns.ts';

interface Appropriation {
  readonly id: string;
  readonly role: AnnexRole;
  /** As the title and the note name it, e.g. 政府性基金预算. */
  readonly name: string;
  readonly selection: Selection;
}

/** This year's appropriation of one of the three budgets by functional code (tables 5, 6 and 7). */
function appropriationTable({ id, role, name, selection }: Appropriation): AnnexDefinition {
  return {
    ...BY_FUNCTION,
    ...{ id, role },
    title: `{organisation}{year}年${name}支出功能分类预算表`,
    columns: [
      FUNCTION_COLUMNS,
      {
        key: 'y{year}',
        label: `${name}支出`,
        children: [
          {
            key: 'y{year}Total',
            label: '合计',
            width: 28,
            sums: selection,
            totalOf: ['y{year}Basic', 'y{year}Project'],
          },
          { key: 'y{year}Basic', label: '基本支出', width: 28, sums: { ...selection, kind: 'BASIC' } },
          { key: 'y{year}Project', label: '项目支出', width: 28, sums: { ...selection, kind: 'PROJECT' } },
        ],
      },
    ],
    notes: [{ when: 'empty', text: `注：{year}年没有${name}财政拨款安排的支出，本表为空表。` }],
  };
}

export const TABLE_5 = appropriationTable({
  ...{ id: '5', role: 'generalByFunction', name: '一般公共预算', selection: GENERAL_APPROPRIATION },
});

export const TABLE_6 = appropriationTable({
  ...{ id: '6', role: 'fundByFunction', name: '政府性基金预算', selection: FUND_APPROPRIATION },
});

export const TABLE_7 = appropriationTable({
  ...{ id: '7', role: 'capitalByFunction', name: '国有资本经营预算', selection: CAPITAL_APPROPRIATION },
});
