import { expect, test } from 'vitest';
import { GRID, SAMPLE } from '@/tests/sample-publication.ts';
import { AnnexError, eachAnnex } from './annex-error.ts';
import { renderDataPackage } from './datapackage/render-data-package.ts';
import { renderDocx } from './docx/render-docx.ts';
import { renderHtml } from './html/render-html.ts';
import { renderPdf } from './pdf/render-pdf.ts';
import { renderXlsx } from './xlsx/render-xlsx.ts';

const broken = {
  ...GRID,
  annex: '7',
  get rows(): never {
    throw new RangeError('no rows');
  },
};
const publication = { ...SAMPLE, tables: [GRID, broken] };

test('draws every table in order', () => {
  expect(eachAnnex(SAMPLE.tables, ({ annex }, index) => [annex, index])).toEqual([
    ['3', 0],
    ['12-3', 1],
  ]);
});

test.each([
  ['pdf', async () => renderPdf(publication)],
  ['docx', () => renderDocx(publication)],
  ['xlsx', async () => renderXlsx(publication)],
  ['html', async () => renderHtml(publication)],
  ['datapackage', async () => renderDataPackage(publication, { name: 'x', lines: null })],
])('%s: a fault names the annex and keeps its cause', async (_format, draw) => {
  const error = await draw().catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AnnexError);
  expect(error).toMatchObject({ annex: '7', cause: expect.any(RangeError) });
});
