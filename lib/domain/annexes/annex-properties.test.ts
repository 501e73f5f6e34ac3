import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { isFiscalSource } from '../budget/fund-source.ts';
import { anyUnits } from '../fixtures/arbitrary-budget.ts';
import { sampleAnnexes, tableOf } from '../fixtures/sample-annexes.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { roundToCentiWanYuan } from '../money/format.ts';
import { type AmountCell, type AnnexTable, type CellReference, leafColumns } from './annex-table.ts';
import { cellText } from './cell-text.ts';

type Annexes = ReadonlyMap<string, AnnexTable>;

/** Checks something of the annexes of any department. */
function forAnyDepartment(check: (annexes: Annexes, units: readonly Budget[]) => void): void {
  fc.assert(fc.property(anyUnits, (units) => check(sampleAnnexes(units), units)));
}

function cellAt(table: AnnexTable, { rowId, columnKey }: CellReference): AmountCell {
  const cell = table.rows.find(({ id }) => id === rowId)?.cells[columnKey];
  if (cell?.kind !== 'amount') throw new RangeError(`annex ${table.annex} has no amount at ${rowId} ${columnKey}`);
  return cell;
}

function totalOf(annexes: Annexes, annex: string, columnKey: string): Fen {
  return cellAt(tableOf(annexes, annex), { rowId: 'total', columnKey }).amountFen;
}

function amountCells(table: AnnexTable) {
  return table.rows.flatMap((row) =>
    Object.entries(row.cells).flatMap(([columnKey, cell]) =>
      cell.kind === 'amount' ? [{ at: { rowId: row.id, columnKey }, cell }] : [],
    ),
  );
}

function spent(units: readonly Budget[], counts: (line: Budget['expenditure'][number]) => boolean): Fen {
  return sumFen(units.flatMap(({ expenditure }) => expenditure.filter(counts).map(({ amountFen }) => amountFen)));
}

function received(units: readonly Budget[], counts: (line: Budget['revenue'][number]) => boolean = () => true): Fen {
  return sumFen(units.flatMap(({ revenue }) => revenue.filter(counts).map(({ amountFen }) => amountFen)));
}

describe('the totals of any department, in exact fen', () => {
  it('annex 1: the fiscal sources, carried-over and carried forward', () => {
    forAnyDepartment((annexes, units) => {
      const forward = units.flatMap(({ carryForward }) => carryForward.filter(({ source }) => isFiscalSource(source)));
      const expenditure = spent(units, ({ source }) => isFiscalSource(source));
      expect(totalOf(annexes, '1', 'incomeAmount')).toBe(received(units, ({ source }) => isFiscalSource(source)));
      expect(totalOf(annexes, '1', 'expTotal')).toBe(expenditure + sumFen(forward.map(({ amountFen }) => amountFen)));
    });
  });

  it("annexes 2, 3 and 5: this year's appropriation; basic expenditure of 2 is the total of 3", () => {
    forAnyDepartment((annexes, units) => {
      const general = spent(units, (line) => line.source === 'GENERAL_PUBLIC' && !line.carriedOver);
      const fund = spent(units, (line) => line.source === 'GOVERNMENT_FUND' && !line.carriedOver);
      expect(totalOf(annexes, '2', 'y2023Total')).toBe(general);
      expect(totalOf(annexes, '2', 'y2023Basic')).toBe(totalOf(annexes, '3', 'total'));
      expect(totalOf(annexes, '5', 'total')).toBe(fund);
    });
  });

  it('annexes 6, 7 and 8 agree: 收入总计 is the total of 7, 本年支出合计 the total of 8', () => {
    forAnyDepartment((annexes, units) => {
      const expenditure = cellAt(tableOf(annexes, '6'), { rowId: 'year', columnKey: 'expAmount' }).amountFen;
      expect(totalOf(annexes, '7', 'total')).toBe(received(units));
      expect(totalOf(annexes, '6', 'incomeAmount')).toBe(received(units));
      expect(totalOf(annexes, '8', 'total')).toBe(expenditure);
      expect(expenditure).toBe(spent(units, () => true));
    });
  });

  it('annexes 9, 10, 11, 12: procurement, projects and the whole', () => {
    forAnyDepartment((annexes, units) => {
      const procurement = units.flatMap((budget) => budget.procurement.map(({ amountFen }) => amountFen));
      const projects = spent(units, ({ projectKey }) => projectKey !== null);
      const sheets = [...annexes.values()].filter(({ annex }) => annex.startsWith('12-'));
      const amounts = sheets.flatMap(({ fields }) => fields.map(({ value }) => value));
      expect(totalOf(annexes, '9', 'total')).toBe(sumFen(procurement));
      expect(totalOf(annexes, '10', 'total')).toBe(projects);
      expect(totalOf(annexes, '8', 'project')).toBe(projects);
      expect(sumFen(amounts.map((value) => ('kind' in value && value.kind === 'amount' ? value.amountFen : 0n)))).toBe(
        projects,
      );
      expect(tableOf(annexes, '11').fields[1]?.value).toMatchObject({ amountFen: totalOf(annexes, '8', 'total') });
    });
  });
});

describe('any annex', () => {
  it('adds up: every sumOf names cells of its table and is their exact sum', () => {
    forAnyDepartment((annexes) => {
      for (const table of annexes.values()) {
        for (const { cell } of amountCells(table)) {
          if (!cell.sumOf) continue;
          expect(cell.sumOf.length).toBeGreaterThan(0);
          expect(sumFen(cell.sumOf.map((part) => cellAt(table, part).amountFen))).toBe(cell.amountFen);
        }
      }
    });
  });

  it('has each parent code as the exact sum of its children (every line bears a leaf)', () => {
    forAnyDepartment((annexes) => {
      for (const annex of ['2', '3', '5', '8']) {
        const { rows, columns } = tableOf(annexes, annex);
        const amounts = leafColumns(columns).filter(({ content }) => content === 'amount');
        for (const parent of rows.filter(({ level, role }) => role === 'body' && level < (annex === '3' ? 2 : 3))) {
          const children = rows.filter(({ id, level }) => level === parent.level + 1 && id.startsWith(parent.id));
          for (const { key: columnKey } of amounts) {
            const parts = children.map(({ id }) => cellAt(tableOf(annexes, annex), { rowId: id, columnKey }).amountFen);
            expect(cellAt(tableOf(annexes, annex), { rowId: parent.id, columnKey }).amountFen).toBe(sumFen(parts));
          }
        }
      }
    });
  });

  it('rounds once: a printed figure is its exact sum, rounded', () => {
    forAnyDepartment((annexes) => {
      for (const table of annexes.values()) {
        for (const { cell } of amountCells(table)) {
          const text = cellText(cell);
          if (cell.amountFen === 0n) expect(text).toBeNull();
          else expect(Math.round(Number(text) * 100)).toBe(Number(roundToCentiWanYuan(cell.amountFen)));
        }
      }
    });
  });

  it('says so, and says where, exactly when printed parts do not add up to the printed whole', () => {
    forAnyDepartment((annexes) => {
      for (const table of annexes.values()) {
        const printedSum = (parts: readonly CellReference[]) =>
          sumFen(parts.map((part) => roundToCentiWanYuan(cellAt(table, part).amountFen)));
        const differing = amountCells(table).filter(
          ({ cell }) => cell.sumOf && printedSum(cell.sumOf) !== roundToCentiWanYuan(cell.amountFen),
        );
        const reported = table.roundingDifferences.map(({ at }) => at);
        expect(reported).toEqual(expect.arrayContaining(differing.map(({ at }) => at)));
        expect(table.notes.some((note) => note.includes('尾差'))).toBe(reported.length > 0);
        for (const { printedCentiWanYuan, partsCentiWanYuan } of table.roundingDifferences) {
          expect(printedCentiWanYuan).not.toBe(partsCentiWanYuan);
        }
      }
    });
  });

  it('has unique rows, unique leaf columns, and no cell outside of them', () => {
    forAnyDepartment((annexes) => {
      for (const { rows, columns } of annexes.values()) {
        const keys = leafColumns(columns).map(({ key }) => key);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { cells } of rows) expect(Object.keys(cells).filter((key) => !keys.includes(key))).toEqual([]);
      }
    });
  });

  it('leads each figure back to rows whose amounts it is the sum of', () => {
    forAnyDepartment((annexes, units) => {
      const lists = units.flatMap((unit) => [
        unit.revenue,
        unit.expenditure,
        unit.carryForward,
        unit.procurement,
        unit.priorYear,
      ]);
      const amounts = new Map(lists.flatMap((list) => list.map(({ key, amountFen }) => [key, amountFen] as const)));
      for (const table of annexes.values()) {
        for (const { cell } of amountCells(table)) {
          if (!cell.lineKeys) continue;
          expect(cell.lineKeys.length).toBeLessThanOrEqual(50);
          expect(sumFen(cell.lineKeys.map((key) => amounts.get(key) ?? null))).toBe(cell.amountFen);
        }
      }
    });
  });
});
