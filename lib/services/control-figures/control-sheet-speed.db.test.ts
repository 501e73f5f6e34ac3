import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { CONTROL_CATEGORIES } from '@/lib/domain/budget/control-figure.ts';
import { FUND_SOURCES } from '@/lib/domain/budget/fund-source.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, setStage } from '@/tests/stage.ts';
import { issueControlFigures } from './issue-control-figures.ts';
import { openControlSheet } from './open-control-sheet.ts';

useTestDatabase();

const UNITS = 300;
const PROJECTS = 10;
const LINES = 40;

let stage: Stage;

/** Each unit with a draft of ten projects and some four hundred and forty lines. */
beforeAll(async () => {
  stage = await setStage();
  await database().$executeRaw`
    INSERT INTO units (id, department_id, code, name, full_name)
    SELECT gen_random_uuid(), ${stage.departmentId}::uuid, '8' || lpad(n::text, 5, '0'), '单位' || n, '示例单位' || n
    FROM generate_series(1, ${UNITS}) n`;
  await database().$executeRaw`
    INSERT INTO budgets (id, unit_id, year) SELECT gen_random_uuid(), id, ${stage.year} FROM units WHERE code LIKE '8%'`;
  await database().$executeRaw`
    INSERT INTO budget_versions (id, budget_id, number) SELECT gen_random_uuid(), id, 1 FROM budgets`;
  await database().$executeRaw`
    INSERT INTO projects (version_id, key, position, name, function_code, category, nature, start, duration,
      supervising_department, implementing_unit, overview, basis, annual_objective)
    SELECT v.id, gen_random_uuid(), n, '项目' || n, '2010308', 'INITIAL_GENERAL', 'RECURRING', '', '', '', '', '', '', ''
    FROM budget_versions v, generate_series(1, ${PROJECTS}) n`;
  await database().$executeRaw`
    INSERT INTO expenditure_lines (version_id, key, position, project_key, function_code, economic_code, source,
      carried_over, amount_fen)
    SELECT p.version_id, gen_random_uuid(), n, p.key, '2010308', '30201', 'GENERAL_PUBLIC', false, n
    FROM (SELECT version_id, key FROM projects UNION ALL SELECT id, NULL FROM budget_versions) p,
         generate_series(1, ${LINES}) n`;
}, 120_000);

describe('the sheet of 300 units and nine sources', () => {
  it('is issued in one act and opens well under a second', async () => {
    const office = stage.actors.BUDGET_OFFICE;
    const units = await database().unit.findMany({ where: { code: { startsWith: '8' } }, select: { id: true } });
    const changes = units.flatMap(({ id: unitId }) =>
      CONTROL_CATEGORIES.flatMap((category) =>
        FUND_SOURCES.map((source) => ({ unitId, category, item: '' as const, source, amountFen: 1n, seenFen: null })),
      ),
    );
    expect(await issueControlFigures(office, { year: stage.year, note: '', changes })).toMatchObject({
      ok: true,
      value: { count: UNITS * CONTROL_CATEGORIES.length * FUND_SOURCES.length, unitCount: UNITS },
    });
    const begun = performance.now();
    const opened = await openControlSheet(office, { year: stage.year });
    const tookMs = performance.now() - begun;
    const rows = opened.ok ? opened.value.units.filter(({ unitCode }) => unitCode.startsWith('8')) : [];
    expect(rows.map(({ figures, projects }) => [figures.length, projects.length])).toEqual(
      Array.from({ length: UNITS }, () => [27, PROJECTS]),
    );
    /* Some 200 ms on two cores; the bound leaves room for a machine that is shared. */
    expect(tookMs).toBeLessThan(1_500);
  });
});
