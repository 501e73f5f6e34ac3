import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../../budget/budget.ts';
import { hasOperatingExpenditure } from '../../budget/operating-expenditure.ts';
import { anyUnits } from '../../fixtures/arbitrary-budget.ts';
import { printed, sampleAnnexes, tableOf } from '../../fixtures/sample-annexes.ts';
import { soundBudget } from '../../fixtures/sound-budget.ts';
import { type Fen, sumFen } from '../../money/fen.ts';
import { annexSetById } from '../annex-sets.ts';
import type { AnnexTable } from '../annex-table.ts';

type Tables = ReadonlyMap<string, AnnexTable>;

const annexSet = annexSetById('shanghai');

function forAnyDepartment(check: (tables: Tables, units: readonly Budget[]) => void): void {
  fc.assert(
    fc.property(anyUnits, (units) => check(sampleAnnexes(units, { annexSet }), units)),
    { numRuns: 30 },
  );
}

function fenAt(tables: Tables, table: string, rowId: string, columnKey: string): Fen {
  const cell = tableOf(tables, table).rows.find(({ id }) => id === rowId)?.cells[columnKey];
  if (cell?.kind !== 'amount') throw new RangeError(`table ${table} has no amount at ${rowId} ${columnKey}`);
  return cell.amountFen;
}

describe('the nine tables', () => {
  const tables = sampleAnnexes([soundBudget()], { annexSet });

  it('bear the names and numbers that Shanghai gives them, in 元', () => {
    expect([...tables.values()].map(({ number, title }) => `${number} ${title.replace(/^.*2023年/, '')}`)).toEqual([
      '表1 财务收支预算总表',
      '表2 收入预算总表',
      '表3 支出预算总表',
      '表4 财政拨款收支预算总表',
      '表5 一般公共预算支出功能分类预算表',
      '表6 政府性基金预算支出功能分类预算表',
      '表7 国有资本经营预算支出功能分类预算表',
      '表8 一般公共预算基本支出部门预算经济分类预算表',
      '表9 “三公”经费和机关运行经费预算表',
    ]);
    expect(new Set([...tables.values()].map(({ unit }) => unit))).toEqual(new Set(['元']));
  });

  it('print codes in 类, 款 and 项, and exact yuan', () => {
    expect(printed(tables, '5', ['class', 'group', 'item', 'name', 'y2023Total']).slice(0, 4)).toEqual([
      [null, null, null, '合计', '1,130,000.00'],
      ['201', null, null, '一般公共服务支出', '1,040,000.00'],
      ['201', '03', null, '政府办公厅（室）及相关机构事务', '1,040,000.00'],
      ['201', '03', '08', '信访事务', '1,040,000.00'],
    ]);
  });

  it('say of an empty table that it is empty', () => {
    expect(tableOf(tables, '6').notes).toEqual(['注：2023年没有政府性基金预算财政拨款安排的支出，本表为空表。']);
    expect(tableOf(tables, '5').notes).toEqual([]);
  });
});

describe('of any department', () => {
  it('every whole is the exact sum of its parts, and nothing is rounded', () => {
    forAnyDepartment((tables) => {
      for (const table of tables.values()) {
        expect(table.roundingDifferences).toEqual([]);
        for (const { cells } of table.rows) {
          for (const cell of Object.values(cells)) {
            if (cell.kind !== 'amount' || !cell.sumOf) continue;
            const parts = cell.sumOf.map(({ rowId, columnKey }) => fenAt(tables, table.annex, rowId, columnKey));
            if (sumFen(parts) !== cell.amountFen) expect(parts).toEqual(cell.amountFen);
          }
        }
      }
    });
  }, 30_000);

  it('tables agree: 收入, 支出, 财政拨款 and 基本支出', () => {
    forAnyDepartment((tables, units) => {
      const carried = (source: string) =>
        sumFen(
          units.flatMap(({ expenditure }) =>
            expenditure.filter((line) => line.carriedOver && line.source === source).map((line) => line.amountFen),
          ),
        );
      expect(fenAt(tables, '1', 'total', 'incomeAmount')).toBe(fenAt(tables, '2', 'total', 'total'));
      expect(fenAt(tables, '1', 'year', 'expAmount')).toBe(fenAt(tables, '3', 'total', 'total'));
      for (const [column, table, source] of [
        ['expGeneral', '5', 'GENERAL_PUBLIC'],
        ['expFund', '6', 'GOVERNMENT_FUND'],
        ['expCapital', '7', 'STATE_CAPITAL'],
      ] as const) {
        const appropriation = fenAt(tables, table, 'total', 'y2023Total');
        expect(fenAt(tables, '4', 'expenditure', column)).toBe(appropriation + carried(source));
      }
      expect(fenAt(tables, '5', 'total', 'y2023Basic')).toBe(fenAt(tables, '8', 'total', 'total'));
    });
  }, 30_000);

  it('机关运行经费 is the 公用经费 of 行政 and 参公 units', () => {
    forAnyDepartment((tables, units) => {
      const offices = sampleAnnexes(units.filter(hasOperatingExpenditure), { annexSet });
      expect(fenAt(tables, '9', 'total', 'operating')).toBe(fenAt(offices, '8', 'total', 'publicUse'));
    });
  }, 30_000);
});
