import fc from 'fast-check';
import { type WriteSheet, writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { applyChanges } from '@/lib/domain/budget/changes.ts';
import { anyUnits } from '@/lib/domain/fixtures/arbitrary-budget.ts';
import { sampleBudget } from '@/lib/domain/fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import { soundBudget } from '@/lib/domain/fixtures/sound-budget.ts';
import { planImport } from '@/lib/domain/workbook/plan-import.ts';
import type { Corrections, WorkbookReading } from '@/lib/domain/workbook/workbook-reading.ts';
import { renderWorkbook } from '@/lib/publishing/workbook/render-workbook.ts';
import { changeSchema, encodeWire } from '@/lib/schemas/changes.ts';
import { workbookReadingSchema } from '@/lib/schemas/workbook.ts';
import { fullContent } from '@/tests/full-content.ts';
import { openWorkbook } from './open-workbook.ts';
import { readWorkbook } from './read-workbook.ts';

const edition = SAMPLE_EDITION;
const TIMEOUT = 60_000;

let keys = 0;
const newKey = () => {
  keys += 1;
  return `00000000-0000-4000-8000-${String(keys).padStart(12, '0')}`;
};

async function read(bytes: Uint8Array, budget: Budget, corrections: Corrections = {}): Promise<WorkbookReading> {
  const opened = await openWorkbook(bytes);
  if (!opened.ok) throw new Error(JSON.stringify(opened.error));
  const reading = readWorkbook(opened.value, { budget, edition, corrections });
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return workbookReadingSchema.parse(JSON.parse(encodeWire(reading.value)));
}

const book = (...sheets: readonly WriteSheet[]) => writeXlsx({ sheets: [...sheets] });
const sheet = (name: string, rows: WriteSheet['rows'], rest: Partial<WriteSheet> = {}): WriteSheet => ({
  ...{ name, rows: rows ?? [] },
  ...rest,
});

const EMPTY = sampleBudget();
const fieldsOf = ({ rows }: WorkbookReading) => rows.map(({ fields }) => fields);

/** All that a person typed, without the identity of the rows. */
function contentOf(budget: Budget): unknown {
  const names = new Map(budget.projects.map(({ key }, index) => [key, index]));
  const plain = (rows: readonly object[]) =>
    rows.map((row) => {
      const { key: _key, position: _position, ...fields } = row as Record<string, unknown>;
      return { ...fields, projectKey: names.get(String(fields.projectKey)) ?? null };
    });
  const { expenditure, revenue, carryForward, projects, indicators, goals, overallIndicators } = budget;
  const parted = [...expenditure].sort((a, b) => Number(a.projectKey !== null) - Number(b.projectKey !== null));
  const others = [budget.procurement, budget.priorYear, budget.staff];
  return [parted, revenue, carryForward, projects, indicators, goals, overallIndicators, ...others].map(plain);
}

describe('a workbook that comes back as it was exported', () => {
  it('changes nothing, whatever the draft holds', { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(anyUnits, async ([budget]) => {
        if (!budget) return;
        const reading = await read(await renderWorkbook({ budget, edition }), budget);
        expect(planImport(budget, reading, {}, newKey).changes).toEqual([]);
        const replacing = {
          basic: 'replace',
          projects: 'replace',
          projectLines: 'replace',
          revenue: 'replace',
        } as const;
        expect(planImport(budget, reading, replacing, newKey).changes).toEqual([]);
        expect(reading.questions).toEqual([]);
        expect(reading.faults).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });

  it('changes nothing of the largest amounts and the most awkward texts', async () => {
    const budget = { ...EMPTY, ...fullContent() };
    const text = '=1+1 _x0041_ \u0001 　首尾空格 \r\n第二行 ';
    const awkward: Budget = {
      ...budget,
      revenue: budget.revenue.map((row) => ({ ...row, note: text })),
      goals: [{ key: newKey(), position: 1, text: '合计' }],
      priorYear: [{ key: newKey(), position: 1, functionCode: '999', amountFen: 1n }],
      profile: { ...budget.profile, staffAsOf: '2022-12', narrative: { ...budget.profile.narrative, basicUse: text } },
    };
    const reading = await read(await renderWorkbook({ budget: awkward, edition }), awkward);
    expect(planImport(awkward, reading, {}, newKey).changes).toEqual([]);
    expect([reading.faults, reading.questions, reading.repairs]).toEqual([[], [], []]);
  });

  it('fills an empty draft with the same content', { timeout: TIMEOUT }, async () => {
    await fc.assert(
      fc.asyncProperty(anyUnits, async ([budget]) => {
        if (!budget) return;
        // Projects of one name are told apart by keys, which another draft does not know.
        const named = { ...budget, projects: budget.projects.map((row, index) => ({ ...row, name: `项目${index}` })) };
        const empty = sampleBudget({}, budget.unit);
        const reading = await read(await renderWorkbook({ budget: named, edition }), empty);
        const { changes } = planImport(empty, reading, {}, newKey);
        for (const change of changes) expect(changeSchema.safeParse(JSON.parse(encodeWire(change))).success).toBe(true);
        const filled = applyChanges(empty, changes);
        expect(contentOf(filled)).toEqual(contentOf(named));
        expect(filled.profile).toEqual(named.profile);
      }),
      { numRuns: 15 },
    );
  });

  it('adds nothing when it is taken a second time without keys', async () => {
    const { unit } = EMPTY;
    const budget = { ...soundBudget(), unit };
    const bytes = await renderWorkbook({ budget, edition });
    const first = planImport(EMPTY, await read(bytes, EMPTY), {}, newKey);
    const filled = applyChanges(EMPTY, first.changes);
    expect(planImport(filled, await read(bytes, filled), {}, newKey).changes).toEqual([]);
  });
});

describe('a workbook of the clerk’s own', () => {
  it('is read with columns in any order, synonyms, split codes and a unit of 万元', async () => {
    const bytes = await book(
      sheet('1.基本支出表', [
        ['2023年基本支出', null, null, null, null, null, null],
        [null, null, null, null, null, '单位：万元', null],
        ['金额', '科目名称', '类', '款', '项', '经济分类科目', '附注'],
        [1.5, '信访事务', 201, 3, 8, '办公费', '甲'],
        ['２．５', null, '201', '03', '08', 30101, '乙'],
        [4, '合计', null, null, null, null, null],
      ]),
    );
    const reading = await read(bytes, EMPTY);
    expect(fieldsOf(reading)).toEqual([
      { functionCode: '2010308', economicCode: '30201', amountFen: 1_500_000n },
      { functionCode: '2010308', economicCode: '30101', amountFen: 2_500_000n },
    ]);
    expect(reading.repairs.map(({ address, after }) => `${address} ${after}`)).toEqual([
      '1.基本支出表!C4 2010308',
      '1.基本支出表!F4 30201',
      '1.基本支出表!F5 30101',
      '1.基本支出表!A5 25,000.00',
    ]);
    expect(reading.notices).toEqual([
      '1.基本支出表中不认识的列已忽略：附注（G 列）。',
      '1.基本支出表的金额按万元读取。',
      '1.基本支出表没有这些列，已有行的内容不变：资金来源、备注。',
    ]);
  });

  it('is read under headings in two rows, with merged cells below them', async () => {
    const bytes = await book(
      sheet(
        '项目支出',
        [
          ['项目', '经济科目', null, '金额（元）'],
          [null, '编码', '名称', null],
          ['设备购置', '31002', '办公设备购置', 100],
          [null, '30201', '办公费', 50],
        ],
        {
          merges: [
            { startRow: 0, endRow: 0, startCol: 1, endCol: 2 },
            { startRow: 0, endRow: 1, startCol: 0, endCol: 0 },
            { startRow: 0, endRow: 1, startCol: 3, endCol: 3 },
            { startRow: 2, endRow: 3, startCol: 0, endCol: 0 },
          ],
        },
      ),
      sheet('项目', [
        ['项目名称', '功能科目编码', '项目类别', '项目属性'],
        ['设备购置', '2010308', '一般性项目', '一次性'],
      ]),
    );
    const reading = await read(bytes, EMPTY);
    expect(reading.rows.map(({ sheet: id, project, fields }) => [id, project, fields.economicCode])).toEqual([
      ['projects', null, undefined],
      ['projectLines', { row: 2 }, '31002'],
      ['projectLines', { row: 2 }, '30201'],
    ]);
    expect(reading.notices).toContain('项目支出有 1 处跨行合并的单元格，其内容已用于合并范围内的每一行。');
  });

  it('passes over hidden, blank, subtotal and repeated heading rows, and says so', async () => {
    const bytes = await book(
      sheet(
        '结转下年',
        [
          ['资金来源', '金额（元）'],
          ['事业收入', 1],
          ['小 计', 1],
          [null, null],
          ['资金来源', '金额（元）'],
          ['其他收入', 2],
          ['事业收入', 3],
        ],
        { rowDefs: new Map([[5, { hidden: true }]]) },
      ),
    );
    const reading = await read(bytes, EMPTY);
    expect(fieldsOf(reading)).toEqual([
      { source: 'BUSINESS', amountFen: 100n },
      { source: 'BUSINESS', amountFen: 300n },
    ]);
    expect(reading.skipped).toEqual([
      { sheetName: '结转下年', rows: [3], reason: '合计、小计等汇总行' },
      { sheetName: '结转下年', rows: [5], reason: '重复的表头' },
      { sheetName: '结转下年', rows: [6], reason: '隐藏的行' },
    ]);
  });

  it('is asked about once for all cells of a column with the same content, and takes the answer', async () => {
    const bytes = await book(
      sheet('政府采购', [
        ['采购类别', '采购内容', '金额（元）'],
        ['设备', '电脑', 100],
        ['设备', '桌椅', 200],
        ['货物', '纸张', 12.345],
      ]),
    );
    const first = await read(bytes, EMPTY);
    expect(first.questions.map(({ addresses }) => addresses)).toEqual([
      ['政府采购!A2', '政府采购!A3'],
      ['政府采购!C4'],
    ]);
    expect(first.rows.map(({ state }) => state)).toEqual(['open', 'open', 'open']);
    const answers = Object.fromEntries(
      first.questions.flatMap(({ addresses, choices }) =>
        addresses.map((address) => [address, choices[0]?.text ?? '']),
      ),
    );
    const second = await read(bytes, EMPTY, answers);
    expect(second.questions).toEqual([]);
    expect(fieldsOf(second)).toMatchObject([
      { category: 'GOODS', amountFen: 10_000n },
      { category: 'GOODS', amountFen: 20_000n },
      { category: 'GOODS', amountFen: 1_235n },
    ]);
  });

  it('names every fault by its cell and takes a correction of it', async () => {
    const bytes = await book(
      sheet('上年数', [
        ['功能科目编码', '上年数（元）'],
        ['2010308', '很多'],
        ['1234567', 5],
        ['2210201', 7],
      ]),
    );
    const first = await read(bytes, EMPTY);
    expect(first.faults.map(({ address, heading, found }) => [address, heading, found])).toEqual([
      ['上年数!B2', '上年数（元）', '很多'],
      ['上年数!A3', '功能科目编码', '1234567'],
    ]);
    expect(first.rows.map(({ state }) => state)).toEqual(['faulty', 'faulty', 'ready']);
    const second = await read(bytes, EMPTY, { '上年数!B2': '3万元', '上年数!A3': '2080505' });
    expect(second.faults).toEqual([]);
    expect(fieldsOf(second)).toEqual([
      { functionCode: '2010308', amountFen: 3_000_000n },
      { functionCode: '2080505', amountFen: 500n },
      { functionCode: '2210201', amountFen: 700n },
    ]);
  });

  it('asks which list a sheet of another name is', async () => {
    const rows = [
      ['功能科目编码', '经济科目编码', '金额'],
      ['2010308', '30201', 1],
    ];
    const bytes = await book(sheet('Sheet1', rows), sheet('说明', [['随便写的']]));
    const first = await read(bytes, EMPTY);
    expect(first.rows).toEqual([]);
    expect(first.questions[0]?.choices[0]).toEqual({ label: '按“基本支出”导入', text: '基本支出' });
    expect(first.notices).toContain('工作表“说明”无法识别，已忽略。');
    const second = await read(bytes, EMPTY, { 'Sheet1!A1': '基本支出' });
    expect(second.sheets).toEqual([{ sheetName: 'Sheet1', id: 'basic', rowCount: 1 }]);
    const third = await read(bytes, EMPTY, { 'Sheet1!A1': '' });
    expect([third.sheets, third.questions]).toEqual([[], []]);
  });

  it('reads the unit’s facts, several names in one cell among them', async () => {
    const bytes = await book(
      sheet('单位情况', [
        ['项目', '内容'],
        ['内设科室', '办公室\n综合科'],
        ['在编在岗人员', '24人'],
        ['人员统计截止', '2022年12月'],
        ['上年公务接待费', '2.25万元'],
        ['领导姓名', '某人'],
      ]),
    );
    const reading = await read(bytes, EMPTY);
    expect(reading.facts.map(({ path, value }) => [path, value])).toEqual([
      ['staffAsOf', '2022-12'],
      ['staffOnPost', 24],
      ['divisions', ['办公室', '综合科']],
      ['priorThreePublic.receptionsFen', 2_250_000n],
    ]);
    expect(reading.notices).toContain('单位情况中不认识的项目已忽略：领导姓名。');
  });

  it('asks which project is meant where several have the name', async () => {
    const projects = [
      ['项目名称', '项目类别', '项目属性'],
      ['维修', '一般性项目', '一次性'],
      ['维修', '一般性项目', '常年'],
    ];
    const lines = [
      ['项目名称', '经济科目编码', '金额'],
      ['维修', '30201', 1],
      ['没有的项目', '30201', 2],
    ];
    const bytes = await book(sheet('项目', projects), sheet('项目支出明细', lines));
    const reading = await read(bytes, EMPTY);
    expect(reading.questions[0]?.choices).toEqual([
      { label: '维修（“项目”表第 2 行）', text: '#第2行' },
      { label: '维修（“项目”表第 3 行）', text: '#第3行' },
    ]);
    expect(reading.faults.map(({ address }) => address)).toEqual(['项目支出明细!A3']);
    const answered = await read(bytes, EMPTY, { '项目支出明细!A2': '#第3行' });
    expect(answered.rows.find(({ sheet: id }) => id === 'projectLines')).toMatchObject({
      project: { row: 3 },
      state: 'ready',
    });
  });

  it('takes a copied row as a new one and warns of a file for another unit', async () => {
    const budget = sampleBudget({ carryForward: [{ amountFen: 100n }] });
    const key = budget.carryForward[0]?.key ?? '';
    const bytes = await book(
      sheet('结转下年', [
        ['资金来源', '金额（元）', '行标识'],
        ['一般公共预算', 1, key],
        ['一般公共预算', 2, key],
      ]),
      sheet('填表说明', [['单位编码：999001，年度：2022']]),
    );
    const reading = await read(bytes, budget);
    expect(reading.rows.map((row) => row.key)).toEqual([key, null]);
    expect(reading.notices).toEqual([
      expect.stringContaining('999001'),
      expect.stringContaining('2022 年'),
      '结转下年第 3 行是从另一行复制的，按新增行处理。',
    ]);
    const { changes } = planImport(budget, reading, {}, newKey);
    expect(changes).toMatchObject([{ op: 'insert', collection: 'carryForward', row: { amountFen: 200n } }]);
  });

  it('finds 5,000 rows within seconds', { timeout: TIMEOUT }, async () => {
    const rows = Array.from({ length: 5_000 }, (_, index) => [2_010_308, 30_201, `${index}.50`, '办公']);
    const bytes = await book(sheet('基本支出', [['功能科目编码', '经济科目编码', '金额（元）', '备注'], ...rows]));
    const began = performance.now();
    const reading = await read(bytes, EMPTY);
    const plan = planImport(EMPTY, reading, {}, newKey);
    expect(plan.changes).toHaveLength(5_000);
    expect(reading.repairs).toHaveLength(15_000);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
