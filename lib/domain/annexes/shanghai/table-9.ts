import type { AmountColumn, AnnexDefinition } from '../definition.ts';
import { THREE_PUBLIC_CODES } from '../ledger.ts';
import { GENERAL_APPROPRIATION } from '../selections.ts';

const { overseasTrips, vehiclePurchase, vehicleRunning, receptions } = THREE_PUBLIC_CODES;

function column(key: string, label: string, economicCodes: readonly string[], totalOf?: readonly string[]) {
  const sums = { ...GENERAL_APPROPRIATION, economicCodes };
  const made: AmountColumn = { key: `y{year}${key}`, label, width: 20, sums };
  return totalOf ? { ...made, totalOf: totalOf.map((part) => `y{year}${part}`) } : made;
}

/**
 * “三公”经费和机关运行经费预算表: out of this year's appropriation of the general public budget. 机关运行经费 is the 公用经费
 * of 行政 and 参公 units.
 */
export const TABLE_9: AnnexDefinition = {
  id: '9',
  role: 'threePublic',
  rule: 'lines',
  title: '{organisation}{year}年“三公”经费和机关运行经费预算表',
  style: 'grouped',
  orientation: 'landscape',
  sides: [
    {
      columns: [
        { key: 'deptName', label: '部门名称', width: 28, prints: 'label' },
        {
          key: 'threePublic',
          label: '“三公”经费预算数',
          children: [
            column(
              'Total',
              '合计',
              [overseasTrips, vehiclePurchase, vehicleRunning, receptions],
              ['Abroad', 'Reception', 'VehicleSubtotal'],
            ),
            column('Abroad', '因公出国（境）费', [overseasTrips]),
            column('Reception', '公务接待费', [receptions]),
            {
              key: 'vehicles',
              label: '公务用车购置及运行费',
              children: [
                column('VehicleSubtotal', '小计', [vehiclePurchase, vehicleRunning], ['VehiclePurchase', 'VehicleRun']),
                column('VehiclePurchase', '购置费', [vehiclePurchase]),
                column('VehicleRun', '运行费', [vehicleRunning]),
              ],
            },
          ],
        },
        {
          key: 'operating',
          label: '机关运行经费预算数',
          width: 24,
          sums: { ...GENERAL_APPROPRIATION, kind: 'BASIC', basicColumn: 'ROUTINE', ofOffice: true },
        },
      ],
      body: [{ id: 'total', label: '{departmentName}', role: 'total', selects: {} }],
    },
  ],
  notes: [{ when: 'empty', text: '注：{year}年没有安排“三公”经费和机关运行经费，本表为空表。' }],
};
