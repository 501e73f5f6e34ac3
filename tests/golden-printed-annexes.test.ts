import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { applyChanges } from '@/lib/domain/budget/changes.ts';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { basicEconomics, basicFunctions, proposeAllocation } from '@/lib/domain/start/allocation.ts';
import { bringIn } from '@/lib/domain/start/bring-in.ts';
import { printedAnnexesContent } from '@/lib/domain/start/printed-annexes-content.ts';
import { settleAllocation } from '@/lib/domain/start/settle-allocation.ts';
import { type PastedAnnexes, parsePrintedAnnexes } from '@/lib/importing/printed-annex/parse-printed-annexes.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';

interface PublishedAnnex {
  readonly title: string;
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

const FIXTURES = path.join(import.meta.dirname, 'fixtures/golden');
const DEPARTMENT = { code: '309', name: '甲局', fullName: '某某区甲局' };
const UNIT = { ...DEPARTMENT, code: '309001', kind: 'ADMINISTRATIVE' } as const;

const published = (file: string): PublishedAnnex => JSON.parse(readFileSync(path.join(FIXTURES, file), 'utf8'));
const ANNEX_2 = published('02.json');
const ANNEX_3 = published('03.json');

const HEAD_2 = [
  '附件2',
  ANNEX_2.title,
  '单位：万元',
  '功能分类科目\t2022年预算数\t2023年预算数',
  '科目编码\t科目名称\t\t总计\t基本支出\t项目支出',
];
const HEAD_3 = [
  '附件3',
  ANNEX_3.title,
  '单位：万元',
  '经济分类科目\t2023年基本支出',
  '科目编码\t科目名称\t总计\t人员经费\t日常公用经费',
];

function lines(annex: PublishedAnnex, join: (cells: readonly string[]) => string): readonly string[] {
  return annex.rows.map((row) => join(Object.values(row).map((cell) => cell ?? '')));
}

/** As Excel and browsers put a table on the clipboard. */
const tabs = (cells: readonly string[]) => cells.join('\t');
/** As a page of a PDF is copied: blank cells are gone. */
const blanks = (cells: readonly string[]) => cells.filter((cell) => cell !== '').join(' ');
/** As some viewers copy it: each cell on a line of its own. */
const apart = (cells: readonly string[]) => cells.filter((cell) => cell !== '').join('\n');

function pasted(join: (cells: readonly string[]) => string): PastedAnnexes {
  const rows = lines(ANNEX_2, join);
  const page = ['备注：本表反映当年一般公共预算财政拨款支出情况。', '- 3 -'];
  return {
    annex2: [...HEAD_2, ...rows.slice(0, 7), '3', ...HEAD_2, ...rows.slice(7), ...page].join('\r\n'),
    annex3: [...HEAD_3, ...lines(ANNEX_3, join), '第 4 页 共 12 页'].join('\n'),
  };
}

async function startFrom(text: PastedAnnexes) {
  const edition = await loadEdition(2023);
  const { printed, remarks } = parsePrintedAnnexes(text, edition, 2023);
  expect(remarks.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { cells } = proposeAllocation(basicFunctions(printed), basicEconomics(printed));
  const settled = settleAllocation(printed, cells);
  if (!settled) throw new Error('the annexes do not foot');
  let keys = 0;
  const newKey = () => `row-${++keys}`;
  const content = printedAnnexesContent({ printed, settled, edition, year: 2023, newKey });
  const draft = emptyBudget(DEPARTMENT, UNIT, 2023);
  const placements = { revenue: 'append', basic: 'append', projects: 'append', 'prior-year': 'append' } as const;
  const budget = applyChanges(draft, bringIn(draft, content, placements));
  const annexSet = annexSetById('chongqing');
  const tables = buildAnnexes({ department: DEPARTMENT, units: [budget], year: 2023, edition, annexSet });
  const cellsOf = (annex: string, { rows }: PublishedAnnex) => {
    const keys = Object.keys(rows[0] ?? {});
    const table = tables.find((candidate) => candidate.annex === annex);
    return table?.rows.map(({ cells: row }) => Object.fromEntries(keys.map((key) => [key, cellText(row[key])])));
  };
  return { budget, settled, remarks, annex2: cellsOf('2', ANNEX_2), annex3: cellsOf('3', ANNEX_3) };
}

/** The source prints two figures of annex 2 without both decimals. */
const expected2 = ANNEX_2.rows.map((row) => ({ ...row, y2022: row.y2022 && Number(row.y2022).toFixed(2) }));

describe('the published annexes 2 and 3, pasted', () => {
  it.each([
    ['with tabs', tabs],
    ['with blanks', blanks],
    ['cell by cell', apart],
    [
      'in full-width figures',
      (cells: readonly string[]) =>
        tabs(cells).replace(/[\d.]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)),
    ],
    [
      'without a blank between name and figure',
      (cells: readonly string[]) => blanks(cells).replace(/(\p{Script=Han}) (?=\d)/gu, '$1'),
    ],
  ])('%s, print again as they are', async (_name, join) => {
    const { annex2, annex3, budget } = await startFrom(pasted(join));
    expect(annex2).toEqual(expected2);
    expect(annex3).toEqual(ANNEX_3.rows);
    expect(sumFen(budget.revenue.map(({ amountFen }) => amountFen))).toBe(
      sumFen(budget.expenditure.map(({ amountFen }) => amountFen)),
    );
  });

  it('come out although 301 does not foot, by some yuan in the largest lines', async () => {
    const { settled, remarks } = await startFrom(pasted(tabs));
    expect(remarks.map(({ message }) => message)).toContain(
      '301 工资福利支出与下级合计的差：总计 0.01 万元、人员经费 0.01 万元，属四舍五入的尾差。',
    );
    expect([...settled.adjustments]).toEqual([
      ['2010308 30101', 100n],
      ['2010308 30107', 4_900n],
    ]);
  });

  it('stand in one box as well as in two', async () => {
    const { annex2, annex3 } = pasted(tabs);
    const both = await startFrom({ annex2: `${annex2}\n${annex3}`, annex3: '' });
    expect(both.annex3).toEqual(ANNEX_3.rows);
  });
});
