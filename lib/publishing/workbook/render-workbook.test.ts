import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { soundBudget } from '@/lib/domain/fixtures/sound-budget.ts';
import { SHEETS } from '@/lib/domain/workbook/workbook-sheets.ts';
import { renderWorkbook } from './render-workbook.ts';

const budget = soundBudget();
const edition = SAMPLE_EDITION;
const bytes = await renderWorkbook({ budget, edition });
const { sheets } = await readXlsx(bytes, { readStyles: true });

function sheet(name: string) {
  const found = sheets.find((candidate) => candidate.name === name);
  if (!found) throw new Error(`no sheet ${name}`);
  return found;
}

describe('the workbook to fill in', () => {
  it('is the same file for the same draft', async () => {
    expect(Buffer.compare(bytes, await renderWorkbook({ budget, edition }))).toBe(0);
  });

  it('has a sheet a section, the unit’s facts, a guide and the codes', () => {
    expect(sheets.map(({ name }) => name)).toEqual([...SHEETS.map(({ name }) => name), '单位情况', '填表说明', '科目']);
  });

  it('writes codes as text, amounts as numbers with two decimals, names and totals as formulas', () => {
    const { rows, cells } = sheet('基本支出');
    expect(rows[2]?.slice(0, 7)).toEqual(['2010308', '信访事务', '30101', '基本工资', '一般公共预算', '否', 600_000]);
    expect(cells?.get('2,0')?.style?.numFmt).toBe('@');
    expect(cells?.get('2,6')?.style?.numFmt).toBe('#,##0.00');
    expect(cells?.get('2,1')?.formula).toContain('VLOOKUP(A3,');
    expect(cells?.get('0,6')).toMatchObject({ formula: 'SUM(G3:G10000)', formulaResult: 920_000 });
  });

  it('keeps the key of each row, and of its project, in hidden columns', () => {
    const { rows, columns } = sheet('项目支出明细');
    expect(rows[1]?.slice(7)).toEqual(['行标识', '项目标识']);
    expect(rows[2]?.slice(7)).toEqual(['309001:project-1-line-1', '309001:project-1']);
    expect([columns?.[6]?.hidden, columns?.[7]?.hidden, columns?.[8]?.hidden]).toEqual([undefined, true, true]);
  });

  it('offers lists, explains headings and freezes them', () => {
    const { dataValidations, cells, freezePane, pageSetup } = sheet('基本支出');
    expect(dataValidations?.map(({ range }) => range)).toEqual(['A3:A5000', 'C3:C5000', 'E3:E5000', 'F3:F5000']);
    expect(dataValidations?.[1]?.formula1).toBe('科目!$D$3:$D$12');
    expect(dataValidations?.[2]?.values).toContain('事业收入');
    expect(cells?.get('1,0')?.comment?.text).toContain('7 位项级编码');
    expect(freezePane).toMatchObject({ rows: 2 });
    expect(pageSetup).toMatchObject({ printTitlesRow: '$2:$2', orientation: 'landscape' });
    for (const { dataValidations: lists } of sheets) {
      // Excel refuses a longer list.
      for (const { values } of lists ?? []) expect((values ?? []).join().length).toBeLessThan(255);
    }
  });

  it('is empty but for headings, lists and codes where it is handed out blank', async () => {
    const blank = await readXlsx(
      await renderWorkbook({ budget: emptyBudget(budget.department, budget.unit, budget.year), edition }),
    );
    const basic = blank.sheets.find(({ name }) => name === '基本支出');
    expect(basic?.rows.slice(2).every((row) => row.every((cell) => cell === null || cell === ''))).toBe(true);
    expect(blank.sheets.find(({ name }) => name === '科目')?.rows.length).toBeGreaterThan(8);
  });
});
