import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { expenditureFacts, revenueFacts } from '@/lib/domain/budget/facts.ts';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { fiscalLines } from './fiscal-lines.ts';
import { departmentSet, unitSet } from './published-set.ts';

const PACKAGE: unknown = JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8'));
let key = 0;
const parsed = parseBudgetPackage(PACKAGE, () => `row-${++key}`);
const budget = parsed.ok ? parsed.value.units[0] : undefined;
if (!budget) throw new Error('the demonstration package has no budget');
const version = sampleVersion({ number: 2, state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' });
const opened = {
  ...{ budget, edition: await loadEdition(2023), version, annexSetRef: 'chongqing' },
  rounding: 'EACH_CELL' as const,
};

describe('fiscalLines', () => {
  const table = fiscalLines(unitSet(opened));
  const names = table.fields.map(({ name }) => name);
  const rows = table.rows.map((row) => Object.fromEntries(names.map((name, index) => [name, row[index] ?? ''])));
  const fen = (direction: string) =>
    sumFen(
      rows
        .filter(({ DIRECTION }) => DIRECTION === direction)
        .map(({ REPLY_AMT = '' }) => BigInt(Math.round(Number(REPLY_AMT) * 100))),
    );

  test('adds up to the budget, to the fen', () => {
    expect(fen('expenditure')).toBe(sumFen(expenditureFacts(budget).map(({ amountFen }) => amountFen)));
    expect(fen('revenue')).toBe(sumFen(revenueFacts(budget).map(({ amountFen }) => amountFen)));
  });

  test('every row has a text for every field, and lines alike are one', () => {
    for (const row of table.rows) expect(row).toHaveLength(names.length);
    const keys = table.rows.map((row) => row.slice(0, -1).join('|'));
    expect(new Set(keys).size).toBe(keys.length);
  });

  test('a line of basic expenditure bears both economic codes, one of a project its number', () => {
    expect(rows.find((row) => row.DEP_BGT_ECO_CODE === '30101')).toMatchObject({
      FISCAL_YEAR: '2023',
      AGENCY_CODE: '309001',
      FUND_TYPE_CODE: 'GENERAL_PUBLIC',
      EXP_FUNC_CODE: '2010308',
      GOV_BGT_ECO_CODE: '50101',
      PRO_CODE: '',
    });
    const projects = rows.filter(({ PRO_CODE }) => PRO_CODE !== '');
    expect(projects[0]).toMatchObject({ PRO_CODE: '1', PRO_NAME: budget.projects[0]?.name });
  });

  test('the amount is named by what it is: asked for, approved, or changed', () => {
    const amountOf = (change: Partial<typeof version>) =>
      fiscalLines(unitSet({ ...opened, version: { ...version, ...change } })).fields.at(-1)?.name;
    expect(amountOf({})).toBe('REPLY_AMT');
    expect(amountOf({ state: 'SUBMITTED' })).toBe('APPLY_UP');
    expect(amountOf({ adjustment: 1, adjustmentReason: '追加' })).toBe('CUR_AMT');
  });

  test('the projects of a department are numbered through, as its annexes do', () => {
    const second = { ...opened, budget: { ...budget, unit: { ...budget.unit, code: '309002' } } };
    const lines = fiscalLines(departmentSet([opened, second], true));
    const numbers = lines.rows.map((row) => Number(row[names.indexOf('PRO_CODE')]));
    expect(Math.max(...numbers)).toBe(2 * budget.projects.length);
  });
});
