import { expect, it } from 'vitest';
import { detailLines } from './audit-detail.ts';

it('says the changes of a save with their old and new values, amounts in yuan', () => {
  const change = {
    ...{ op: 'update', collection: 'revenue', key: 'k' },
    ...{ before: { amountFen: '123400', note: '' }, after: { amountFen: '66600', note: '' } },
  };
  expect(detailLines(JSON.stringify({ changes: [change] }))).toEqual(['修改收入：金额 1,234.00 元 → 666.00 元']);
});

it('says what an administrator changed, and plain facts', () => {
  const detail = { text: '请核对', from: { name: '旧名' }, to: { name: '新名' } };
  expect(detailLines(JSON.stringify(detail))).toEqual(['内容：请核对', '名称 旧名 → 新名']);
});
