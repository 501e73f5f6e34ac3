import type { AnnexDefinition, ColumnDefinition } from '../definition.ts';
import { THREE_PUBLIC_CODES } from '../ledger.ts';
import type { Selection } from '../selection.ts';
import { GENERAL_APPROPRIATION } from '../selections.ts';

const { overseasTrips, vehiclePurchase, vehicleRunning, receptions } = THREE_PUBLIC_CODES;

/** The six columns of one year; `year` is `{year}` or `{priorYear}`. */
function yearColumns(year: string, selection: Selection): ColumnDefinition<'code' | 'label'> {
  const of = (...economicCodes: readonly string[]): Selection => ({ ...selection, economicCodes });
  return {
    key: `y${year}`,
    label: `${year}年预算数`,
    children: [
      {
        key: `y${year}Total`,
        label: '总计',
        width: 18,
        sums: of(overseasTrips, vehiclePurchase, vehicleRunning, receptions),
        totalOf: [`y${year}Abroad`, `y${year}VehicleSubtotal`, `y${year}Reception`],
      },
      { key: `y${year}Abroad`, label: '因公出国（境）费用', width: 18, sums: of(overseasTrips) },
      {
        key: `y${year}Vehicle`,
        label: '公务用车购置及运行费',
        children: [
          {
            key: `y${year}VehicleSubtotal`,
            label: '小计',
            width: 18,
            sums: of(vehiclePurchase, vehicleRunning),
            totalOf: [`y${year}VehiclePurchase`, `y${year}VehicleRun`],
          },
          { key: `y${year}VehiclePurchase`, label: '公务用车购置', width: 18, sums: of(vehiclePurchase) },
          { key: `y${year}VehicleRun`, label: '公务用车运行维护费', width: 18, sums: of(vehicleRunning) },
        ],
      },
      { key: `y${year}Reception`, label: '公务接待费', width: 18, sums: of(receptions) },
    ],
  };
}

/**
 * 一般公共预算支出“三公”经费预算表: overseas trips, vehicles and receptions out of this year's appropriation, basic and
 * project expenditure alike (财预〔2016〕143号), last year's budget beside it; a row for each unit of a department.
 */
export const ANNEX_4: AnnexDefinition = {
  id: '4',
  role: 'threePublic',
  rule: 'lines',
  title: '{organisation}一般公共预算支出“三公”经费预算表',
  style: 'fixed',
  orientation: 'landscape',
  sides: [
    {
      columns: [
        { key: 'deptCode', label: '{spender}编码', width: 16, prints: 'code', content: 'code' },
        { key: 'deptName', label: '{spender}名称', width: 34, prints: 'label' },
        yearColumns('{priorYear}', { books: ['PRIOR_THREE_PUBLIC'] }),
        yearColumns('{year}', GENERAL_APPROPRIATION),
      ],
      body: [
        { id: 'total', label: '合计', role: 'total', selects: {}, totalOf: 'units' },
        { units: true, selects: {} },
      ],
    },
  ],
};
