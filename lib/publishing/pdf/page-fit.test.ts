import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import { openPdf, readPages } from '@/tests/pdf-reader.ts';
import { amount, FORM, GRID, SAMPLE, words } from '@/tests/sample-publication.ts';
import { type AnnexPlan, annexPlan } from './annex-plan.ts';
import { documentPlan } from './document-plan.ts';
import { titleFit } from './page-fit.ts';
import { compileToPdf } from './typst-compiler.ts';

const rowsOf = (texts: readonly string[]): AnnexTable['rows'] =>
  texts.map((text, index) => ({
    id: `row-${index}`,
    role: 'body',
    level: 1 + (index % 3),
    cells: { code: words(`${2_010_000 + index}`), name: words(text), exact: amount(937_60n), rounded: amount(1n) },
  }));
const PORTRAIT: AnnexTable = { ...GRID, print: { ...GRID.print, orientation: 'portrait' } };
const fitOf = (table: AnnexTable) => annexPlan(table).fit;

describe('pageFit', () => {
  it('sets a short table in the preferred type, with room', () => {
    expect(fitOf({ ...GRID, rows: rowsOf(['基本工资', '津贴补贴']) })).toMatchObject({ inset: 6.4, breaks: false });
    expect(fitOf(FORM)).toMatchObject({ size: 10.5, inset: 8.5, breaks: false });
  });

  it('moves the rows closer, then takes smaller type, then several pages', () => {
    const [few, more, many] = [30, 40, 60].map((count) =>
      fitOf({ ...PORTRAIT, rows: rowsOf(Array(count).fill('津贴')) }),
    );
    expect(few).toMatchObject({ size: 10.5, breaks: false });
    expect(few?.inset).toBeLessThan(6.4);
    expect(more?.breaks).toBe(false);
    expect(more?.size).toBeLessThan(10.5);
    expect(many).toMatchObject({ size: 10.5, inset: 3.6, breaks: true });
  });

  it('leaves open the heights of those rows alone whose texts may be broken', () => {
    const { body } = fitOf({ ...GRID, rows: rowsOf(['津贴', '机关事业单位基本养老保险缴费支出'.repeat(4)]) }).heights;
    expect(body).toEqual([1, null]);
  });
});

test('titles get smaller, and then take lines of equal length', () => {
  expect(titleFit('收支总表', 'portrait')).toEqual({ size: 18, width: 482, height: 18 });
  expect(titleFit('表'.repeat(28), 'portrait').size).toBe(17);
  const two = titleFit('表'.repeat(40), 'portrait');
  expect(two).toMatchObject({ size: 18, height: 18 + 26 });
  expect(two.width).toBeLessThan(482);
});

/** What stands where, to a tenth of a point. */
async function placesIn(annexes: readonly AnnexPlan[]): Promise<readonly (readonly string[])[]> {
  const plan = { ...documentPlan({ ...SAMPLE, narrative: null, tables: [] }), annexes };
  const made = await compileToPdf(JSON.stringify(plan), true);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  const pdf = await openPdf(made.value);
  const pages = await readPages(pdf);
  await pdf.destroy();
  return pages.map(({ pieces }) => pieces.map(({ text, x, y }) => `${text} ${x.toFixed(1)} ${y.toFixed(1)}`));
}

/** Prose of budgets: characters, signs, figures, letters, breaks. */
const prose = fc
  .array(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...'机关事业单位基本养老保险缴费支出，、（）“”；％'.split('')) },
      { weight: 2, arbitrary: fc.constantFrom('2023年', '1,937.60', '≥95%', 'GB/T 9704', '12345678', 'WWW', '\n') },
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));
const table = fc
  .record({
    texts: fc.array(prose, { maxLength: 14 }),
    title: fc.integer({ min: 4, max: 45 }),
    landscape: fc.boolean(),
  })
  .map(
    ({ texts, title, landscape }): AnnexTable => ({
      ...GRID,
      title: '预'.repeat(title),
      rows: rowsOf(texts),
      print: { ...GRID.print, orientation: landscape ? 'landscape' : 'portrait' },
    }),
  );

test('what is reckoned agrees with what the compiler sets', async () => {
  const plans = fc
    .sample(table, { seed: 20_230_110, numRuns: 60 })
    .map((drawn, index) => annexPlan({ ...drawn, annex: `${index + 1}` }));
  const single = [...plans, annexPlan(FORM)].filter(({ fit }) => !fit.breaks);
  expect(single.length).toBeGreaterThan(30);
  const places = await placesIn(single);
  // No table that was said to fit on a page takes two
  expect(places).toHaveLength(single.length);
  const unknown = (heights: readonly unknown[]) => heights.map(() => null);
  const measured = single.map((plan): AnnexPlan => {
    const { head, form, body } = plan.fit.heights;
    return {
      ...plan,
      fit: { ...plan.fit, heights: { head: unknown(head), form: unknown(form), body: unknown(body) } },
    };
  });
  expect(await placesIn(measured)).toEqual(places);
});
