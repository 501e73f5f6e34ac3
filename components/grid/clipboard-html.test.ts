import { describe, expect, test } from 'vitest';
import { type CopiedBlock, toClipboardHtml, typedPart } from './clipboard-html.ts';

const block = (fields: Partial<CopiedBlock>): CopiedBlock => ({
  cells: [],
  computedRows: [],
  asideColumns: [],
  numberColumns: [],
  ...fields,
});

describe('the table of a copy', () => {
  test('keeps codes as texts and figures as figures', () => {
    const html = toClipboardHtml(block({ cells: [['02', '1,234.50', 'N/A']], numberColumns: [1, 2] }));
    expect(html).toContain(`<td style="mso-number-format:'\\@'">02</td>`);
    expect(html).toContain('<td style="text-align:right">1,234.50</td>');
    expect(html).toContain(`<td style="mso-number-format:'\\@'">N/A</td>`);
  });

  test('holds texts as texts: no markup, no formula', () => {
    const html = toClipboardHtml(block({ cells: [['<b>&"', '=HYPERLINK("x")', '两\n行']] }));
    expect(html).toContain('&lt;b&gt;&amp;&quot;');
    expect(html).toContain(`'=HYPERLINK(&quot;x&quot;)`);
    expect(html).toContain('两<br>行');
  });
});

describe('typedPart', () => {
  const cells = [
    ['201', '100', '90'],
    ['2010301', '100', '90'],
  ];

  test('leaves out the parents and last year’s figures of a copied grid', () => {
    const html = toClipboardHtml(block({ cells, computedRows: [0], asideColumns: [2] }));
    expect(typedPart(cells, html)).toEqual([['2010301', '100']]);
  });

  test('is all of a block that another program copied, or that has nothing computed', () => {
    expect(typedPart(cells, '<table><tr><td>201</td></tr></table>')).toBe(cells);
    expect(typedPart(cells, '')).toBe(cells);
    expect(typedPart(cells, toClipboardHtml(block({ cells })))).toEqual(cells);
  });
});
