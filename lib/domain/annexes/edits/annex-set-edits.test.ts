import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyUnits } from '../../fixtures/arbitrary-budget.ts';
import { sampleAnnexes, tableOf } from '../../fixtures/sample-annexes.ts';
import { sampleBudget, yuan } from '../../fixtures/sample-budget.ts';
import { ANNEX_SETS, annexNumberIn, annexSetById, annexSetOf, printsPriorYear } from '../annex-sets.ts';
import { type AnnexTable, type CellReference, leafColumns } from '../annex-table.ts';
import { cellText } from '../cell-text.ts';
import type { AnnexSet } from '../definition.ts';
import { ROUNDINGS, type Rounding } from '../rounding.ts';
import { type AnnexSetEdits, type ColumnEdits, type EditedAnnexSet, NO_EDITS } from './annex-set-edits.ts';
import { applyAnnexSetEdits, shownAnnexes } from './apply-edits.ts';
import { changeAnnex, changePart, moveAnnex, moveColumn, showAnnex, tidyEdits } from './change-edits.ts';
import { movableKeys } from './column-order.ts';
import { problemsOfEdits } from './edit-problems.ts';
import { editableColumns, editableFields } from './editable-parts.ts';

const CHONGQING = annexSetById('chongqing');

const tablesIn = (annexSet: AnnexSet, units: Parameters<typeof sampleAnnexes>[0]) => [
  ...sampleAnnexes(units, { annexSet }).values(),
];

/** Any edits that may be saved: what a set prints, and which columns in which order, at random. */
const anyEdits = (base: AnnexSet): fc.Arbitrary<AnnexSetEdits> =>
  fc
    .record({
      shown: fc.shuffledSubarray(
        base.annexes.map(({ id }) => id),
        { minLength: 1 },
      ),
      rounding: fc.constantFrom(...ROUNDINGS),
      seeds: fc.array(fc.nat(), { minLength: 200, maxLength: 200 }),
    })
    .map(({ shown, rounding, seeds }) => {
      let next = 0;
      const chance = () => (seeds[next++ % seeds.length] ?? 0) % 3 === 0;
      const annexes = base.annexes.map((annex) => {
        const columns = editableColumns(annex).map(({ key, label, alwaysShown }): [string, ColumnEdits] => [
          key,
          { ...(chance() && !alwaysShown && { hidden: true }), ...(chance() && { label: `${label}甲` }) },
        ]);
        const drawn = movableKeys(annex).map((key) => ({ key, place: seeds[next++ % seeds.length] ?? 0 }));
        const columnOrder = drawn.sort((a, b) => a.place - b.place).map(({ key }) => key);
        return [annex.id, { columns: Object.fromEntries(columns), columnOrder, title: `${annex.title}乙` }] as const;
      });
      return { version: 1 as const, shown, rounding, annexes: Object.fromEntries(annexes) };
    })
    .filter((edits) => problemsOfEdits(base, edits).length === 0);

/** Of each table by its id in the built-in set: its printed cells, as `row column text`. */
function printedCells(table: AnnexTable): ReadonlyMap<string, string> {
  const leaves = leafColumns(table.columns);
  return new Map(
    table.rows.flatMap(({ id, cells }) => leaves.map(({ key }) => [`${id} ${key}`, cellText(cells[key]) ?? ''])),
  );
}

function amountAt(table: AnnexTable, { rowId, columnKey }: CellReference): bigint | null {
  const cell = table.rows.find(({ id }) => id === rowId)?.cells[columnKey];
  return cell?.kind === 'amount' ? cell.amountFen : null;
}

/** Whether the cell of a title was a sum of other columns of its row before anything was hidden. */
function isSumAcross(whole: readonly AnnexTable[], { title }: AnnexTable, at: CellReference): boolean {
  const before = whole.find((table) => `${table.title}乙` === title);
  const cell = before?.rows.find(({ id }) => id === at.rowId)?.cells[at.columnKey];
  return cell?.kind === 'amount' && (cell.sumOf ?? []).some(({ rowId }) => rowId === at.rowId);
}

describe.each(ANNEX_SETS)('$name', (base) => {
  it('without edits is itself', () => {
    expect(applyAnnexSetEdits(base, NO_EDITS)).toEqual(base);
    expect(problemsOfEdits(base, NO_EDITS)).toEqual([]);
    fc.assert(
      fc.property(anyUnits, (units) => {
        expect(tablesIn(applyAnnexSetEdits(base, NO_EDITS), units)).toEqual(tablesIn(base, units));
      }),
      { numRuns: 20 },
    );
  });

  it('names each column and each labelled value of an annex once', () => {
    for (const annex of base.annexes) {
      for (const parts of [editableColumns(annex), editableFields(annex)]) {
        expect(new Set(parts.map(({ key }) => key)).size).toBe(parts.length);
      }
    }
  });

  it('prints in the cells that are left what it printed before', () => {
    fc.assert(
      fc.property(anyUnits, anyEdits(base), (units, edits) => {
        const before = tablesIn({ ...base, rounding: edits.rounding ?? base.rounding }, units);
        const after = tablesIn(applyAnnexSetEdits(base, edits), units);
        const ids = shownAnnexes(base, edits).map(({ id }) => id);
        for (const table of after) {
          const [place, sheet] = table.annex.split('-');
          const id = [ids[Number(place) - 1], ...(sheet === undefined ? [] : [sheet])].join('-');
          const old = printedCells(before.find(({ annex }) => annex === id) ?? table);
          for (const [cell, text] of printedCells(table)) expect([cell, text]).toEqual([cell, old.get(cell)]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('never leaves a printed total without its parts or a word', () => {
    fc.assert(
      fc.property(anyUnits, anyEdits(base), (units, edits) => {
        const whole = tablesIn(base, units);
        for (const table of tablesIn(applyAnnexSetEdits(base, edits), units)) {
          const keys = new Set(leafColumns(table.columns).map(({ key }) => key));
          expect(table.roundingDifferences.filter(({ at }) => !keys.has(at.columnKey))).toEqual([]);
          if (table.notes.some((note) => note.includes('未列示'))) continue;
          for (const { id, cells } of table.rows) {
            for (const [key, cell] of Object.entries(cells)) {
              if (cell.kind !== 'amount') continue;
              // A formula of a workbook points at printed cells alone, and adds up to what stands there
              const parts = (cell.sumOf ?? []).map((part) => amountAt(table, part));
              expect(parts).not.toContain(null);
              if (cell.sumOf) expect(parts.reduce<bigint>((sum, part) => sum + (part ?? 0n), 0n)).toBe(cell.amountFen);
              const wasAcross = isSumAcross(whole, table, { rowId: id, columnKey: key });
              if (wasAcross) expect([table.annex, id, key, cell.sumOf?.length ?? 0]).not.toContain(0);
            }
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it('is tidied without changing what it says', () => {
    fc.assert(
      fc.property(anyEdits(base), (edits) => {
        const tidy = tidyEdits(base, edits);
        expect(applyAnnexSetEdits(base, tidy)).toEqual(applyAnnexSetEdits(base, edits));
        expect(tidyEdits(base, tidy)).toEqual(tidy);
      }),
      { numRuns: 30 },
    );
  });
});

const LINE = { functionCode: '2010308', economicCode: '30201' };

describe('a hidden column', () => {
  const budget = sampleBudget({
    basic: [{ ...LINE, amountFen: yuan(12_345_678) }],
    projects: [{ functionCode: '2010308', lines: [{ economicCode: '30201', amountFen: yuan(500_000) }] }],
    priorYear: [{ functionCode: '2080505', amountFen: yuan(90_000) }],
  });
  const hiding = (id: string, ...keys: readonly string[]) =>
    keys.reduce((edits, key) => changePart(edits, id, 'columns', [key, { hidden: true }]), NO_EDITS);
  const table = (edits: AnnexSetEdits, annex: string) =>
    tableOf(sampleAnnexes([budget], { annexSet: applyAnnexSetEdits(CHONGQING, edits) }), annex);

  it('that a printed total counts is named below the table', () => {
    const notes = table(hiding('8', 'project'), '8').notes;
    expect(notes).toEqual(['备注：“总计”包含本表未列示的“项目支出”。']);
    expect(table(hiding('2', 'y{year}Project'), '2').notes).toContain(
      '备注：“2023年预算数”的“总计”包含本表未列示的“项目支出”。',
    );
  });

  it('without an amount, or with the total, is not', () => {
    expect(table(hiding('10', 'superiorCarry'), '10').notes).toEqual([]);
    expect(table(hiding('8', 'project', 'total'), '8').notes).toEqual([]);
  });

  it('that is a subtotal leaves its own parts to add up', () => {
    const { rows, notes } = table(hiding('10', 'initialSubtotal', 'superiorSubtotal'), '10');
    expect(notes).toEqual([]);
    const total = rows[1]?.cells.total;
    expect(total?.kind === 'amount' && total.sumOf?.map(({ columnKey }) => columnKey)).toEqual([
      ...['initialPersonnel', 'initialGeneral', 'initialLivelihood'],
      ...['superiorAdvance', 'superiorCarry', 'superiorCity'],
    ]);
  });

  it('takes the rows with it that have an amount there alone', () => {
    const ids = (edits: AnnexSetEdits) => table(edits, '2').rows.map(({ id }) => id);
    expect(ids(NO_EDITS)).toContain('2080505');
    expect(ids(hiding('2', 'y{priorYear}'))).toEqual(['total', '201', '20103', '2010308']);
    const without = applyAnnexSetEdits(CHONGQING, hiding('2', 'y{priorYear}'));
    expect(printsPriorYear(without, 'generalByFunction')).toBe(false);
  });

  it('takes its heading with it when it was the last', () => {
    const { columns } = table(hiding('2', 'y{year}Total', 'y{year}Basic', 'y{year}Project'), '2');
    expect(columns.map(({ label }) => label)).toEqual(['功能分类科目', '2022年预算数']);
  });
});

describe('the order of columns', () => {
  const annexOf = (id: string) => CHONGQING.annexes.find((annex) => annex.id === id) ?? CHONGQING.annexes[0];
  const move = (edits: AnnexSetEdits, id: string, key: string, step: -1 | 1) => {
    const annex = annexOf(id);
    return annex ? moveColumn(annex, edits, key, step) : edits;
  };
  const labels = (edits: AnnexSetEdits, id: string) => {
    const annexSet = applyAnnexSetEdits(CHONGQING, edits);
    return leafColumns(tableOf(sampleAnnexes([sampleBudget({})], { annexSet }), id).columns).map(({ label }) => label);
  };

  it('is changed by one place, and by the other changed back', () => {
    expect(labels(NO_EDITS, '8')).toEqual(['科目编码', '科目名称', '总计', '基本支出', '项目支出']);
    const moved = move(NO_EDITS, '8', 'project', -1);
    expect(labels(moved, '8')).toEqual(['科目编码', '科目名称', '总计', '项目支出', '基本支出']);
    expect(tidyEdits(CHONGQING, moved)).toEqual(moved);
    expect(tidyEdits(CHONGQING, move(moved, '8', 'project', 1))).toEqual(NO_EDITS);
  });

  it('moves a heading with all that stands below it', () => {
    const annex = annexOf('4');
    const heading =
      annex && editableColumns(annex).find(({ kind, movable, depth }) => kind === 'heading' && movable && depth === 0);
    expect(heading?.label).toBe('{priorYear}年预算数');
    const moved = move(NO_EDITS, '4', heading?.key ?? '', 1);
    const [code, name, ...amounts] = labels(NO_EDITS, '4');
    expect(labels(moved, '4')).toEqual([code, name, ...amounts.slice(6), ...amounts.slice(0, 6)]);
    const inside = move(moved, '4', 'y{year}Receptions', -1);
    expect(tidyEdits(CHONGQING, move(move(inside, '4', 'y{year}Receptions', 1), '4', heading?.key ?? '', -1))).toEqual(
      NO_EDITS,
    );
  });

  it('stays at the ends, and before the amounts what tells the rows apart', () => {
    expect(move(NO_EDITS, '8', 'total', -1)).toBe(NO_EDITS);
    expect(move(NO_EDITS, '8', 'project', 1)).toBe(NO_EDITS);
    expect(move(NO_EDITS, '8', 'name', 1)).toBe(NO_EDITS);
    expect(move(NO_EDITS, '12', 'value', 1)).toBe(NO_EDITS);
  });

  it('of a column that a later release brings is the last, and a stranger is refused', () => {
    const order = (columnOrder: readonly string[]) => changeAnnex(NO_EDITS, '8', { columnOrder });
    expect(labels(order(['project', 'total']), '8').slice(2)).toEqual(['项目支出', '总计', '基本支出']);
    expect(problemsOfEdits(CHONGQING, order(['project', 'total']))).toEqual([]);
    for (const wrong of [['project', 'project'], ['name'], ['nothing']]) {
      expect(problemsOfEdits(CHONGQING, order(wrong))).toMatchObject([{ annex: '8', field: 'columns' }]);
    }
  });
});

describe('the unit', () => {
  const exact = yuan(12_345_678);
  const budget = sampleBudget({ basic: [{ ...LINE, amountFen: exact }] });
  const printed = (edits: AnnexSetEdits, annex = '8') => {
    const table = tableOf(sampleAnnexes([budget], { annexSet: applyAnnexSetEdits(CHONGQING, edits) }), annex);
    return [table.unit, cellText(table.rows[0]?.cells.total)];
  };

  it('is the set’s, or the annex’s own', () => {
    expect(printed(NO_EDITS)).toEqual(['万元', '1234.57']);
    expect(printed({ ...NO_EDITS, unit: 'yuan' })).toEqual(['元', '12345678.00']);
    expect(printed(changeAnnex(NO_EDITS, '8', { unit: 'yuan', style: 'grouped' }))).toEqual(['元', '12,345,678.00']);
    expect(printed(changeAnnex({ ...NO_EDITS, unit: 'yuan' }, '8', { unit: 'wanYuan' }))).toEqual(['万元', '1234.57']);
  });

  it('stands in the labels that name it', () => {
    const budget2 = sampleBudget({ projects: [{ lines: [] }] });
    const label = (edits: AnnexSetEdits) =>
      tableOf(sampleAnnexes([budget2], { annexSet: applyAnnexSetEdits(CHONGQING, edits) }), '12-1').fields[3]?.label;
    expect(label(NO_EDITS)).toBe('资金总额（万元）');
    expect(label({ ...NO_EDITS, unit: 'yuan' })).toBe('资金总额（元）');
  });

  it('in 元 prints every amount exactly, whatever the custom of rounding', () => {
    fc.assert(
      fc.property(anyUnits, fc.constantFrom<Rounding>(...ROUNDINGS), (units, rounding) => {
        const inYuan = tablesIn(applyAnnexSetEdits(CHONGQING, { ...NO_EDITS, unit: 'yuan', rounding }), units);
        for (const { rows, roundingDifferences } of inYuan) {
          expect(roundingDifferences).toEqual([]);
          for (const { cells } of rows) {
            for (const cell of Object.values(cells)) {
              if (cell.kind !== 'amount' || cell.amountFen === 0n) continue;
              const [whole = '', decimals = ''] = (cellText(cell) ?? '').split('.');
              expect(BigInt(whole) * 100n + BigInt(decimals.padEnd(2, '0'))).toBe(cell.amountFen);
            }
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('order', () => {
  const numbers = (edits: AnnexSetEdits) =>
    applyAnnexSetEdits(CHONGQING, edits).annexes.map(({ id, role }) => `${id} ${role}`);

  it('numbers what is printed without gaps, and keeps what it says', () => {
    const without = showAnnex(CHONGQING, NO_EDITS, '2', false);
    expect(numbers(without).slice(0, 2)).toEqual(['1 fiscalBalance', '2 basicByEconomic']);
    expect(numbers(moveAnnex(CHONGQING, without, '3', -1)).slice(0, 2)).toEqual([
      '1 basicByEconomic',
      '2 fiscalBalance',
    ]);
  });

  it('has ends, and takes an annex back where it stood', () => {
    expect(moveAnnex(CHONGQING, NO_EDITS, '1', -1)).toBe(NO_EDITS);
    expect(moveAnnex(CHONGQING, NO_EDITS, '12', 1)).toBe(NO_EDITS);
    const back = showAnnex(CHONGQING, showAnnex(CHONGQING, NO_EDITS, '5', false), '5', true);
    expect(tidyEdits(CHONGQING, back)).toEqual(NO_EDITS);
  });

  it('is of the set that a year names', () => {
    const edits = { ...showAnnex(CHONGQING, NO_EDITS, '1', false), numberPrefix: '附表' };
    const annexSetRef: EditedAnnexSet = { id: 'own', name: '本市公开表', base: 'chongqing', edits };
    expect(annexNumberIn(annexSetRef)('3')).toBe('附表3');
    const set = annexSetOf({ annexSetRef, rounding: 'SUM_OF_PARTS' });
    expect(set).toMatchObject({ id: 'own', name: '本市公开表', rounding: 'SUM_OF_PARTS' });
    expect(set.annexes).toHaveLength(11);
  });
});

describe('what is wrong with edits', () => {
  const messages = (edits: AnnexSetEdits) =>
    problemsOfEdits(CHONGQING, edits).map(({ annex, field, message }) => `${annex} ${field} ${message}`);
  const columns = (id: string, edits: Readonly<Record<string, ColumnEdits>>) =>
    changeAnnex(NO_EDITS, id, { columns: edits });

  it.each<readonly [string, AnnexSetEdits, RegExp]>([
    ['no annex', { ...NO_EDITS, shown: [] }, /^null shown 至少要列示一张表/],
    ['an annex twice', { ...NO_EDITS, shown: ['12', '12'] }, /^null shown .*重复/],
    ['an annex of another set', { ...NO_EDITS, shown: ['99'] }, /^null shown/],
    ['edits of another set', changeAnnex(NO_EDITS, '99', {}), /^null shown/],
    ['no prefix', { ...NO_EDITS, numberPrefix: ' ' }, /^null numberPrefix 请填写/],
    ['braces in the prefix', { ...NO_EDITS, numberPrefix: '表{年度}' }, /^null numberPrefix .*请删除花括号/],
    ['no title', changeAnnex(NO_EDITS, '1', { title: ' ' }), /^1 title 请填写标题/],
    ['a long title', changeAnnex(NO_EDITS, '1', { title: '长'.repeat(81) }), /^1 title 标题最多 80 个字/],
    ['a title of two lines', changeAnnex(NO_EDITS, '1', { title: '甲\n乙' }), /^1 title .*换行/],
    ['half a character', changeAnnex(NO_EDITS, '1', { title: '\ud800' }), /^1 title .*特殊字符/],
    [
      'an unknown placeholder',
      changeAnnex(NO_EDITS, '1', { title: '{单位}总表' }),
      /“\{单位\}”无法替换，.*\{单位全称\}/,
    ],
    ['a name of the code', changeAnnex(NO_EDITS, '1', { title: '{annex}总表' }), /“\{annex\}”无法替换/],
    ['an open brace', changeAnnex(NO_EDITS, '1', { title: '总表{' }), /“\{”无法替换/],
    [
      'the title of another',
      changeAnnex(NO_EDITS, '2', { title: '{organisation}财政拨款收支总表' }),
      /^2 title 标题与第 1 张表相同/,
    ],
    ['sheets of one title', changeAnnex(NO_EDITS, '12', { title: '绩效目标表' }), /^12 title .*\{项目序号\}/],
    ['a blank note', changeAnnex(NO_EDITS, '2', { notes: [{ when: 'always', text: '' }] }), /^2 notes\.0 请填写/],
    [
      'many notes',
      changeAnnex(NO_EDITS, '2', { notes: Array.from({ length: 7 }, () => ({ when: 'always' as const, text: '注' })) }),
      /^2 notes 表下说明最多 6 条/,
    ],
    ['a blank heading', columns('8', { total: { label: '' } }), /^8 columns\.total 请填写栏目名称/],
    ['two columns of one name', columns('8', { total: { label: '基本支出' } }), /^8 columns\.basic 同一表头下已有/],
    ['no codes', columns('8', { code: { hidden: true } }), /^8 columns\.code 这一栏不能不列示/],
    ['an unknown column', columns('8', { other: { hidden: true } }), /^8 columns 有的栏目不属于这张表/],
    [
      'no amount',
      columns('8', { total: { hidden: true }, basic: { hidden: true }, project: { hidden: true } }),
      /^8 columns\.total 至少要列示一个金额栏/,
    ],
    ['no amount on one side', columns('6', { incomeAmount: { hidden: true } }), /^6 columns\.incomeAmount 至少/],
    [
      'no sum of a project',
      changeAnnex(NO_EDITS, '12', { fields: { amount: { hidden: true } } }),
      /^12 fields\.amount 这一栏不能不列示/,
    ],
  ])('%s', (_what, edits, message) => {
    const told = messages(edits);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(message);
  });

  it('is not looked for in what is left out', () => {
    const blank = changeAnnex(NO_EDITS, '1', { title: '' });
    expect(messages(showAnnex(CHONGQING, blank, '1', false))).toEqual([]);
  });
});
