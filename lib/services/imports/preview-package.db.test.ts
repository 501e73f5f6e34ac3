import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { loadContent } from '@/lib/db/content-repository.ts';
import { applyChanges } from '@/lib/domain/budget/changes.ts';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { toBudgetPackage } from '@/lib/importing/budget-package/to-budget-package.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { installPackage } from './install-package.ts';
import { previewPackage } from './preview-package.ts';

useTestDatabase();

const TEXT = readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8');

async function draft() {
  const { department, unit, year } = JSON.parse(TEXT);
  await installPackage({ department, unit, year }, false);
  const budget = await database().budget.findFirstOrThrow({ include: { versions: true } });
  const user = await database().user.upsert({
    where: { username: 'clerk' },
    create: { username: 'clerk', displayName: '经办', passwordHash: 'x' },
    update: {},
  });
  const clerk = { userId: user.id, role: 'CLERK', unitIds: [budget.unitId] } as const;
  return { budgetId: budget.id, versionId: budget.versions[0]?.id ?? '', clerk };
}

describe('a package before it is taken over', () => {
  it('comes back as edits that make the same budget, and nothing is written', async () => {
    const { budgetId, versionId, clerk } = await draft();
    const before = await loadContent(database(), versionId);
    const preview = await previewPackage(clerk, { budgetId, text: TEXT });
    const parsed = parseBudgetPackage(JSON.parse(TEXT), randomUUID);
    if (!preview.ok || !parsed.ok) throw new Error(JSON.stringify([preview, parsed]));
    const [wanted] = parsed.value.units;
    if (!wanted) throw new Error('no unit');
    const filled = applyChanges(emptyBudget(wanted.department, wanted.unit, wanted.year), preview.value.changes);
    expect(toBudgetPackage([filled])).toEqual(toBudgetPackage([wanted]));
    expect(await loadContent(database(), versionId)).toEqual(before);
  });

  it('tells that it is of an adjustment, which the draft does not become', async () => {
    const { budgetId, clerk } = await draft();
    const text = JSON.stringify({ ...JSON.parse(TEXT), adjustment: { number: 1, reason: '追加' } });
    expect(await previewPackage(clerk, { budgetId, text })).toMatchObject({
      value: { notes: [expect.stringContaining('第1次调整（追加）')] },
    });
  });

  it.each([
    ['{', { code: 'INVALID_INPUT', issues: [{ path: '$', message: expect.stringContaining('不是有效的 JSON') }] }],
    [
      TEXT.replace('"year": 2023', '"year": 2024').replace('"year": 2022', '"year": 2023'),
      { code: 'INVALID_INPUT', issues: [{ path: '$.year' }] },
    ],
    [TEXT.replaceAll('309001', '309002'), { code: 'OTHER_UNIT', expectedUnitCode: '309001', unitCode: '309002' }],
  ])('is refused with what is wrong', async (text, problem) => {
    const { budgetId, clerk } = await draft();
    expect(await previewPackage(clerk, { budgetId, text })).toMatchObject({ ok: false, error: problem });
  });

  it('is of no use to a version that is no draft', async () => {
    const { budgetId, versionId, clerk } = await draft();
    await database().budgetVersion.update({
      where: { id: versionId },
      data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: clerk.userId },
    });
    expect(await previewPackage(clerk, { budgetId, text: TEXT })).toMatchObject({
      error: { code: 'NOT_A_DRAFT', state: 'SUBMITTED' },
    });
  });
});
