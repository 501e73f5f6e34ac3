import { expect, test } from 'vitest';
import { headingLines } from './heading-lines.ts';

test.each([
  ['科目编码', 12, ['科目编码']],
  ['科目编码', 8, ['科目', '编码']],
  ['2022年预算数', 10, ['2022年', '预算数']],
  ['一般公共预算拨款收入', 14, ['一般公共预', '算拨款收入']],
  ['因公出国（境）费用', 12, ['因公出国', '（境）费用']],
  ['项目起始时间', 8, ['项目起', '始时间']],
  ['指标值', 6, ['指标值']],
  ['', 10, ['']],
])('%s in a column of %d', (label, width, lines) => {
  expect(headingLines(label, width)).toEqual(lines);
  expect(headingLines(label, width).join('')).toBe(label);
});
