import { expect, it } from 'vitest';
import { problemListCsv } from './problem-list.ts';

it('lists faults and questions, and no text of the file runs as a formula', async () => {
  const csv = await problemListCsv({
    faults: [{ address: '收入!C3', heading: '金额', found: '=HYPERLINK("http://x")', message: '不是金额，请改正。' }],
    questions: [
      {
        id: 'q',
        addresses: ['收入!A3', '收入!A4'],
        heading: '资金来源',
        found: '拨款',
        message: '请选择',
        choices: [],
      },
    ],
  });
  expect(csv).toBe(
    '\uFEFF' +
      [
        '类别,位置,列,填写的内容,问题',
        `有误,收入!C3,金额,"'=HYPERLINK(""http://x"")",不是金额，请改正。`,
        '待确认,收入!A3,资金来源,拨款,请选择',
        '待确认,收入!A4,资金来源,拨款,请选择',
        '',
      ].join('\r\n'),
  );
});
