import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';

useTestDatabase();

const ROOT = path.resolve(import.meta.dirname, '../..');
const DEMONSTRATION = path.join(ROOT, 'prisma/demonstration/petition-office-2023.json');
/** The published budget and its comparer, where the checkout of their publisher stands beside this one. */
const GOLDEN = process.env.GOLDEN_DIR ?? path.join(ROOT, '../shared/golden');
const BUDGET = ['--unit', '309001', '--year', '2023'];

let place = '';
beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'budget-command-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a program of Node as a person would from a folder of their own. */
function run(program: string, args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, INIT_CWD: place };
  const child = spawn(process.execPath, [program, ...args], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let [output, errors] = ['', ''];
  child.stdout.on('data', (part) => {
    output += part;
  });
  child.stderr.on('data', (part) => {
    errors += part;
  });
  return new Promise((answer, refuse) => {
    child.once('error', refuse);
    child.once('close', (code) => answer({ code, output, errors }));
  });
}

const budget = (...args: string[]) => run('scripts/run.mjs', ['budget', ...args]);

describe('npm run budget', () => {
  it('imports a package and names what it created', async () => {
    const first = await budget('import', DEMONSTRATION);
    expect(first).toMatchObject({ code: 0, errors: '' });
    expect(first.output.trim().split('\n')).toEqual([
      '新建部门：309 信访办',
      '新建单位：309001 信访办（本级）',
      '新建年度：2023',
      '已导入为草稿：309001 信访办（本级） 2023 年预算，第 1 版',
    ]);
  });

  it('refuses it a second time, and replaces the draft when told so', async () => {
    const again = await budget('import', DEMONSTRATION);
    expect(again.code).toBe(1);
    expect(again.errors).toContain('--replace');
    expect(await budget('import', DEMONSTRATION, '--replace')).toMatchObject({
      code: 0,
      output: '已替换草稿：309001 信访办（本级） 2023 年预算，第 1 版\n',
    });
    expect(await database().budgetVersion.count()).toBe(1);
  });

  it('tells every fault of a package by its place, and imports nothing of it', async () => {
    const wrong = JSON.parse(readFileSync(DEMONSTRATION, 'utf8'));
    wrong.unit.code = '309009';
    wrong.basic[3].amountYuan = 12.345;
    wrong.projects[0].lines[0].source = '彩票';
    writeFileSync(path.join(place, 'wrong.json'), JSON.stringify(wrong));
    const refused = await budget('import', 'wrong.json');
    expect(refused.code).toBe(1);
    expect(refused.errors.match(/\$\.\S+/g)).toEqual(['$.basic[3].amountYuan', '$.projects[0].lines[0].source']);
    expect(await database().unit.count()).toBe(1);
  });

  it('exports every annex, the narrative and the package, which can be imported again', async () => {
    const exported = await budget('export', ...BUDGET, '--to', 'out');
    expect(exported).toMatchObject({ code: 0, errors: '' });
    const annexes = [
      ...Array.from({ length: 11 }, (_, i) => `${i + 1}`.padStart(2, '0')),
      ...Array.from({ length: 9 }, (_, i) => `12-${i + 1}`),
    ];
    const names = [...annexes.map((annex) => `${annex}.json`), 'budget.json', 'export.json', 'narrative.json'];
    expect(readdirSync(path.join(place, 'out')).sort()).toEqual(names.sort());
    expect(await budget('import', 'out/budget.json', '--replace')).toMatchObject({ code: 0 });
    await budget('export', ...BUDGET, '--to', 'again');
    // The rows of a project bear its key, which an import makes anew
    const textOf = (folder: string, name: string) =>
      readFileSync(path.join(place, folder, name), 'utf8').replace(/"id": "[^"]+"/g, '');
    for (const name of names.filter((candidate) => candidate !== 'export.json')) {
      expect(textOf('again', name)).toBe(textOf('out', name));
    }
  });

  it('exports spreadsheet and PDF beside them', async () => {
    expect(await budget('export', ...BUDGET, '--to', 'print', '--format', 'xlsx,pdf')).toMatchObject({ code: 0 });
    const files = readdirSync(path.join(place, 'print'));
    const start = (ending: string) => {
      const file = files.find((name) => name.endsWith(ending)) ?? '';
      return readFileSync(path.join(place, 'print', file))
        .subarray(0, 4)
        .toString('latin1');
    };
    expect([start('.pdf'), start('.xlsx')]).toEqual(['%PDF', 'PK\u0003\u0004']);
  });

  it('checks, for people and for machines', async () => {
    const text = await budget('check', ...BUDGET);
    expect(text).toMatchObject({ code: 0, errors: '' });
    expect(text.output).toContain('错误 0 条');
    const json = JSON.parse((await budget('check', ...BUDGET, '--json')).output);
    expect(json).toMatchObject({ unit: '309001', year: 2023, version: 1, state: 'DRAFT', counts: { error: 0 } });
    expect(json.notRun).toHaveLength(json.counts.notRun);
  });

  it('tells errors by exit code 1', async () => {
    const wrong = JSON.parse(readFileSync(DEMONSTRATION, 'utf8'));
    wrong.revenue.pop();
    writeFileSync(path.join(place, 'unbalanced.json'), JSON.stringify(wrong));
    await budget('import', 'unbalanced.json', '--replace');
    const checked = await budget('check', ...BUDGET, '--json');
    expect(checked.code).toBe(1);
    expect(JSON.parse(checked.output).counts.error).toBeGreaterThan(0);
  });

  it.each([
    ['no command', []],
    ['a command that is none', ['drop']],
    ['an export to nowhere', ['export', ...BUDGET]],
  ])('wrong usage, %s: exit code 2 and how it is used', async (_, args) => {
    const outcome = await budget(...args);
    expect(outcome).toMatchObject({ code: 2, output: '' });
    expect(outcome.errors).toContain('npm run budget -- import');
  });

  it('a unit, a file or a version that is not there is said, and no folder is made', async () => {
    const outcomes = await Promise.all([
      budget('export', '--unit', '999001', '--year', '2023', '--to', 'none'),
      budget('export', ...BUDGET, '--version', '9', '--to', 'none'),
      budget('check', '--unit', '309001', '--year', '2031'),
      budget('import', 'missing.json'),
    ]);
    expect(outcomes.map((outcome) => outcome.code)).toEqual([1, 1, 1, 1]);
    for (const { errors } of outcomes) expect(errors).toMatch(/^没有找到/);
    expect(existsSync(path.join(place, 'none'))).toBe(false);
  });
});

describe('a department', () => {
  const DEPARTMENT = ['--department', '310', '--year', '2023'];

  it('of several units goes out as one set, says what is in it, and comes back', async () => {
    const { unit, department, year, ...content } = JSON.parse(readFileSync(DEMONSTRATION, 'utf8'));
    const units = ['310001', '310002'].map((code) => ({
      ...content,
      unit: { ...unit, code, fullName: `单位${code}` },
    }));
    const several = { department: { ...department, code: '310' }, year, units };
    writeFileSync(path.join(place, 'several.json'), JSON.stringify(several));
    expect(await budget('import', 'several.json')).toMatchObject({ code: 0 });
    const exported = await budget('export', ...DEPARTMENT, '--to', 'department');
    expect(exported).toMatchObject({ code: 0, errors: '' });
    expect(exported.output.split('\n').slice(1)).toEqual([
      '  310001 信访办（本级） 第 1 版（草稿）',
      '  310002 信访办（本级） 第 1 版（草稿）',
      '尚有单位未审核、没有预算，或内部往来待核对，导出的文件标注“草稿”。',
      '',
    ]);
    const jsonOf = (name: string) => JSON.parse(readFileSync(path.join(place, 'department', name), 'utf8'));
    expect(jsonOf('12-18.json').title).toBe(`${department.fullName}2023年预算项目绩效目标表-18`);
    expect(jsonOf('export.json')).toMatchObject({ department: '310', year: 2023, units: [{ version: 1 }, {}] });
    expect(await budget('import', 'department/budget.json', '--replace')).toMatchObject({ code: 0 });
  });

  it('is checked unit by unit', async () => {
    const text = await budget('check', ...DEPARTMENT);
    expect(text.output).toMatch(/^310001 [\s\S]*^310002 /m);
    const json = await budget('check', ...DEPARTMENT, '--json');
    expect(json.code).toBe(text.code);
    expect(JSON.parse(json.output)).toMatchObject({
      department: '310',
      units: [{ unit: '310001' }, { unit: '310002' }],
      missing: [],
    });
  });

  it('that is not there is said', async () => {
    const outcome = await budget('export', '--department', '999', '--year', '2023', '--to', 'none');
    expect(outcome).toMatchObject({ code: 1, output: '' });
    expect(outcome.errors).toMatch(/^没有找到部门 999 的 2023 年预算/);
    expect(existsSync(path.join(place, 'none'))).toBe(false);
  });

  it('a report longer than a pipe holds arrives whole', async () => {
    const long = JSON.parse(readFileSync(DEMONSTRATION, 'utf8'));
    const line = { functionCode: '2019998', economicCode: '30999', source: '其他收入', amountYuan: 1 };
    long.unit = { ...long.unit, code: '311001' };
    long.department = { ...long.department, code: '311' };
    long.basic = Array.from({ length: 1000 }, () => line);
    writeFileSync(path.join(place, 'long.json'), JSON.stringify(long));
    await budget('import', 'long.json');
    const { output } = await budget('check', '--unit', '311001', '--year', '2023', '--json');
    expect(output.length).toBeGreaterThan(200_000);
    expect(() => JSON.parse(output)).not.toThrow();
  });
});

describe.runIf(existsSync(path.join(GOLDEN, 'compare.mjs')))('the published budget', () => {
  it('imported and exported is equal in every cell', async () => {
    expect(await budget('import', path.join(GOLDEN, 'input.json'), '--replace')).toMatchObject({ code: 0 });
    expect(await budget('export', ...BUDGET, '--to', 'golden')).toMatchObject({ code: 0 });
    const compared = await run(path.join(GOLDEN, 'compare.mjs'), [path.join(place, 'golden')]);
    expect(compared).toMatchObject({ code: 0 });
    expect(compared.output).toMatch(/^[1-9]\d{3} cells equal, 0 different, 0 annexes missing/m);
  });
});
