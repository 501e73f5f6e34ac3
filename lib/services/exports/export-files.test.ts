import { readFileSync } from 'node:fs';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { annexSheetName } from '@/lib/publishing/xlsx/annex-sheet.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { EXPORT_FORMATS, type ExportFormat, exportBaseName, exportFiles } from './export-files.ts';
import { publicationOf } from './publication-of.ts';
import { departmentSet, type OpenedVersion, unitSet } from './published-set.ts';

const PACKAGE: unknown = JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8'));

async function demonstration(): Promise<OpenedVersion> {
  let key = 0;
  const parsed = parseBudgetPackage(PACKAGE, () => `00000000-0000-7000-8000-${String(key++).padStart(12, '0')}`);
  const budget = parsed.ok ? parsed.value.units[0] : undefined;
  if (!budget) throw new Error('the demonstration package has no budget');
  return {
    budget,
    edition: await loadEdition(2023),
    annexSetRef: 'chongqing',
    rounding: 'EACH_CELL',
    version: sampleVersion({
      ...{ id: 'version', number: 2, state: 'SUBMITTED', contentRevision: 7 },
      ...{ createdAt: '2023-01-05T01:00:00.000Z', submittedAt: '2023-02-09T17:00:00.000Z' },
    }),
  };
}

const OPENED = await demonstration();
const DEMONSTRATION = unitSet(OPENED);

/** The demonstration with its version changed. */
const versioned = (change: Partial<VersionSummary>) => ({ ...OPENED, version: { ...OPENED.version, ...change } });
const APPROVAL = { state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' } as const;

async function filesOf(formats: readonly ExportFormat[], set = DEMONSTRATION, parts?: readonly string[]) {
  const files = await exportFiles(set, { formats, parts });
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  return files.value;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

describe('publicationOf', () => {
  const publication = publicationOf(DEMONSTRATION);

  test('is a draft until approved, dated by the day in China on which it was submitted', () => {
    expect(publication).toMatchObject({ draft: true, stateLabel: '已提交', versionLabel: '第2版', date: '2023-02-10' });
  });

  test('an open draft names its revision, which tells one printout from another', () => {
    expect(publicationOf(unitSet(versioned({ state: 'DRAFT', submittedAt: null })))).toMatchObject({
      versionLabel: '第2版第7次修订',
      date: '2023-01-05',
    });
  });

  test('an approved version is no draft and bears the date of the decision', () => {
    const approved = unitSet(versioned(APPROVAL));
    expect(publicationOf(approved)).toMatchObject({ draft: false, date: '2023-02-20' });
    expect(exportBaseName(approved)).toBe('309001信访办（本级）2023年部门预算');
    expect(exportBaseName(DEMONSTRATION)).toBe('309001信访办（本级）2023年部门预算（草稿）');
  });

  test('an adjustment says which it is, on its title, its header and its file', () => {
    const adjusted = unitSet(versioned({ number: 3, adjustment: 1, adjustmentReason: '追加' }));
    const { titleLines, versionLabel } = publicationOf(adjusted);
    expect([titleLines.at(-1), versionLabel]).toEqual(['（第1次调整）', '第3版（第1次调整）']);
    expect(exportBaseName(adjusted)).toBe('309001信访办（本级）2023年部门预算（第1次调整）（草稿）');
  });
});

describe('exportFiles', () => {
  test('JSON: a file an annex, the narrative, and a package that reads back to the same budget', async () => {
    const files = await filesOf(['json']);
    const sheets = Array.from({ length: 9 }, (_, index) => `12-${index + 1}.json`);
    const annexes = Array.from({ length: 11 }, (_, index) => `${String(index + 1).padStart(2, '0')}.json`);
    expect(files.map(({ name }) => name)).toEqual([...annexes, ...sheets, 'narrative.json', 'budget.json']);
    const budget = files.find(({ name }) => name === 'budget.json');
    const again = parseBudgetPackage(JSON.parse(textOf(budget?.bytes ?? new Uint8Array())), () => 'key');
    expect(again.ok && again.value.units[0]?.expenditure.map(({ amountFen }) => amountFen)).toEqual(
      OPENED.budget.expenditure.map(({ amountFen }) => amountFen),
    );
  });

  test('chosen parts alone; an annex that is not there is refused by name', async () => {
    expect((await filesOf(['json'], DEMONSTRATION, ['2', '12-9'])).map(({ name }) => name)).toEqual([
      '02.json',
      '12-9.json',
    ]);
    expect((await filesOf(['json'], DEMONSTRATION, ['narrative'])).map(({ name }) => name)).toEqual(['narrative.json']);
    expect(await exportFiles(DEMONSTRATION, { formats: ['json'], parts: ['13'] })).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.annexes' }] },
    });
  });

  test.each(EXPORT_FORMATS)(
    '%s: the same version gives the same bytes',
    async (format) => {
      const [first, second] = [await filesOf([format]), await filesOf([format], structuredClone(DEMONSTRATION))];
      expect(first.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')])).toEqual(
        second.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('base64')]),
      );
    },
    30_000,
  );

  test('tells each format before it is drawn, in the order of the files; what the listener throws ends it', async () => {
    const steps: string[] = [];
    const request = { formats: ['json', 'csv', 'html'], parts: ['1'] } as const;
    const made = await exportFiles(DEMONSTRATION, request, async ({ number, all, making }) => {
      steps.push(`${number}/${all} ${making}`);
    });
    expect(steps).toEqual(['1/3 html', '2/3 csv', '3/3 json']);
    expect(made.ok && made.value.map(({ format }) => format)).toEqual(['html', 'csv', 'json']);
    const ending = exportFiles(DEMONSTRATION, request, async ({ number }) => {
      if (number === 2) throw new Error('gone');
    });
    await expect(ending).rejects.toThrow('gone');
  });

  test('a character without a glyph is named with the parts it stands in', async () => {
    const [first, ...rest] = OPENED.budget.projects;
    if (!first) throw new Error('no project');
    const budget = { ...OPENED.budget, projects: [{ ...first, overview: '某🧧某' }, ...rest] };
    expect(await exportFiles(unitSet({ ...OPENED, budget }), { formats: ['pdf'] })).toEqual({
      ok: false,
      error: { code: 'EXPORT_UNPRINTABLE', characters: ['🧧'], places: ['附件12-1'] },
    });
  });
});

describe('a department of several units', () => {
  const centre = { ...OPENED.budget.unit, code: '309002', name: '信访中心', fullName: '示例信访中心' };
  const second = { ...versioned(APPROVAL), budget: { ...OPENED.budget, unit: centre } };
  const set = departmentSet([versioned(APPROVAL), second], true);
  const tableOf = (annex: string) => publicationOf(set).tables.find((table) => table.annex === annex);

  test('bears its own name over the sums of its units, and numbers their projects through', () => {
    const totals = (annex: string, key: string) => tableOf(annex)?.rows.map((row) => cellText(row.cells[key]));
    expect(tableOf('8')?.title).toBe(`${OPENED.budget.department.fullName}部门支出总表`);
    expect(totals('8', 'total')?.[0]).toBe('1875.19');
    expect(totals('10', 'seq')?.slice(-9)).toEqual(Array.from({ length: 9 }, (_, index) => `${index + 10}`));
    expect(totals('10', 'unit')?.at(-1)).toBe('示例信访中心');
    expect(tableOf('12-18')?.title).toMatch(/项目绩效目标表-18$/);
    expect(tableOf('11')?.rows).toHaveLength(2 * OPENED.budget.overallIndicators.length);
  });

  test('is approved when all units are, and a draft for any other reason', () => {
    const stateOf = (units: readonly OpenedVersion[], isWhole = true) => {
      const { draft, stateLabel, versionLabel } = publicationOf(departmentSet(units, isWhole));
      return { draft, stateLabel, versionLabel };
    };
    const several = { versionLabel: '2个单位最新版' };
    expect(stateOf([second, second])).toEqual({ ...several, draft: false, stateLabel: '已审核（批复）' });
    expect(stateOf([OPENED, second])).toEqual({ ...several, draft: true, stateLabel: '未全部审核' });
    expect(stateOf([OPENED, OPENED])).toEqual({ ...several, draft: true, stateLabel: '已提交' });
    expect(stateOf([second, second], false)).toEqual({ ...several, draft: true, stateLabel: '单位不全' });
    expect(stateOf([second])).toEqual({ draft: false, stateLabel: '已审核（批复）', versionLabel: '第2版' });
  });

  test('says that one of its units is adjusted, on its title, its header and its file, and which in the package', async () => {
    const adjusted = {
      ...versioned({ ...APPROVAL, number: 3, adjustment: 1, adjustmentReason: '追加' }),
      budget: second.budget,
    };
    const mixed = departmentSet([versioned(APPROVAL), adjusted], true);
    const { titleLines, versionLabel } = publicationOf(mixed);
    expect([titleLines.at(-1), versionLabel]).toEqual(['（含预算调整）', '2个单位最新版（含预算调整）']);
    expect(exportBaseName(mixed)).toBe('309信访办2023年部门预算（含预算调整）');
    const file = (await filesOf(['json'], mixed)).find(({ name }) => name === 'budget.json');
    const { units } = JSON.parse(textOf(file?.bytes ?? new Uint8Array()));
    expect(units.map(({ adjustment }: { adjustment?: unknown }) => adjustment)).toEqual([
      undefined,
      { number: 1, reason: '追加' },
    ]);
  });

  test('is dated by its last version and named by the department', () => {
    expect(publicationOf(departmentSet([second, OPENED], true)).date).toBe('2023-02-20');
    expect(exportBaseName(set)).toBe('309信访办2023年部门预算');
    expect(exportBaseName(departmentSet([second, OPENED], true))).toBe('309信访办2023年部门预算（草稿）');
  });

  test('exports a package of its units that reads back', async () => {
    const file = (await filesOf(['json'], set)).find(({ name }) => name === 'budget.json');
    const again = parseBudgetPackage(JSON.parse(textOf(file?.bytes ?? new Uint8Array())), () => 'key');
    expect(again).toMatchObject({
      value: { units: [{ unit: { code: '309001' } }, { unit: { code: '309002', name: '信访中心' } }] },
    });
  });

  test('of no unit is a bug of the caller', () => expect(() => departmentSet([], true)).toThrow(RangeError));
});

describe('the workbook against the printed annexes', async () => {
  const [file] = await filesOf(['xlsx']);
  const { sheets } = await readXlsx(file?.bytes ?? new Uint8Array(), { readStyles: true });
  const { tables } = publicationOf(DEMONSTRATION);
  const sheetOf = (table: AnnexTable) => sheets.find(({ name }) => name === annexSheetName(table));

  test.each(tables.map((table) => [table.number, table] as const))('%s: every cell', (_number, table) => {
    const sheet = sheetOf(table);
    const first = sheet ? firstBodyRow(sheet, table) : -1;
    expect(first).toBeGreaterThan(0);
    table.rows.forEach((row, index) => {
      leafColumns(table.columns).forEach(({ key }, column) => {
        const cell = row.cells[key];
        const printed = cellText(cell);
        const value = sheet?.rows[first + index]?.[column] ?? null;
        expect(value).toEqual(printed === null || cell?.kind === 'text' ? printed : Number(printed));
      });
    });
  });

  test('every formula gives its cached figure, and there are many', () => {
    const formulas = sheets.flatMap((sheet) =>
      [...(sheet.cells?.values() ?? [])].flatMap((cell) => (cell.formula ? [{ sheet, ...cell }] : [])),
    );
    expect(formulas.length).toBeGreaterThan(100);
    for (const { sheet, formula = '', formulaResult } of formulas) {
      expect(evaluateSum(formula, sheet)).toBe(formulaResult);
    }
  });

  test('a total that its rounded parts do not give (工资福利支出 487.91, parts 487.90) is a plain figure', () => {
    const table = tables.find(({ annex }) => annex === '3');
    const index = table?.rows.findIndex(({ id }) => id === '301') ?? -1;
    const sheet = table && sheetOf(table);
    const place = `${sheet && table ? firstBodyRow(sheet, table) + index : -1},2`;
    expect(sheet?.cells?.get(place)).toMatchObject({ value: 487.91 });
    expect(sheet?.cells?.get(place)?.formula).toBeUndefined();
  });
});

/** The row below the last heading row; headings are where the sheet's repeated rows end. */
function firstBodyRow(sheet: Sheet, table: AnnexTable): number {
  const last = /\$(\d+)$/.exec(sheet.pageSetup?.printTitlesRow ?? '')?.[1];
  expect(table.rows.length).toBeGreaterThan(0);
  return Number(last);
}

/** Adds the cells of `SUM(C7:C8,C12)` exactly, in hundredths. */
function evaluateSum(formula: string, sheet: Sheet): number {
  const inner = /^SUM\((.+)\)$/.exec(formula)?.[1] ?? '';
  const hundredths = inner.split(',').flatMap((range) => {
    const [from, to = from] = range.split(':').map(placeOf);
    if (!from || !to) throw new Error(formula);
    const rows = Array.from({ length: to.row - from.row + 1 }, (_, index) => from.row + index);
    const columns = Array.from({ length: to.column - from.column + 1 }, (_, index) => from.column + index);
    return rows.flatMap((row) => columns.map((column) => Math.round(Number(sheet.rows[row]?.[column] ?? 0) * 100)));
  });
  return hundredths.reduce((sum, part) => sum + part, 0) / 100;
}

function placeOf(address: string): { row: number; column: number } {
  const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(address) ?? [];
  const column = Array.from(letters).reduce((value, letter) => value * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  return { row: Number(row) - 1, column };
}
