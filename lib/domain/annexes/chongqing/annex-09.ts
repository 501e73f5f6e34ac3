import { PROCUREMENT_CATEGORIES, PROCUREMENT_CATEGORY_LABELS } from '../../budget/budget.ts';
import type { AnnexDefinition, LineDefinition } from '../definition.ts';
import { sourceColumns } from './source-columns.ts';

const KIND_LINES = PROCUREMENT_CATEGORIES.map((procurement): LineDefinition => {
  return { id: procurement, label: PROCUREMENT_CATEGORY_LABELS[procurement], selects: { procurement } };
});

/** 政府采购预算明细表: goods, works and services by the money that pays for them. */
export const ANNEX_9: AnnexDefinition = {
  id: '9',
  role: 'procurement',
  rule: 'lines',
  title: '{organisation}政府采购预算明细表',
  style: 'fixed',
  orientation: 'landscape',
  sides: [
    {
      columns: [{ key: 'item', label: '项目', width: 30, prints: 'label' }, ...sourceColumns('PROCUREMENT')],
      body: [
        { id: 'total', label: '合计', role: 'total', selects: {}, totalOf: KIND_LINES.map(({ id }) => id) },
        ...KIND_LINES,
      ],
    },
  ],
};
