import { strFromU8, unzipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { setStage, stageDraft } from '@/tests/stage.ts';
import { exportBudget } from './export-budget.ts';
import { EXPORT_FORMATS } from './export-files.ts';
import { listExportParts } from './list-export-parts.ts';

useTestDatabase();

async function exportsOf(budgetId: string) {
  return database().auditEvent.findMany({ where: { budgetId, action: 'budget.exported' }, orderBy: { id: 'asc' } });
}

describe('exportBudget', () => {
  it('gives one format as itself, several as a ZIP with a folder for what is many files', async () => {
    const stage = await setStage('301');
    const { budgetId } = await stageDraft(stage);
    const alone = await exportBudget(stage.actors.CLERK, { budgetId, formats: ['xlsx'] });
    expect(alone).toMatchObject({ ok: true, value: { name: '301001单位0012023年部门预算（草稿）.xlsx' } });
    const several = await exportBudget(stage.actors.CLERK, { budgetId, formats: ['xlsx', 'json'] });
    const names = several.ok ? Object.keys(unzipSync(several.value.bytes)) : [];
    expect(several).toMatchObject({
      value: { name: '301001单位0012023年部门预算（草稿）.zip', mediaType: 'application/zip' },
    });
    expect(names).toContain('301001单位0012023年部门预算（草稿）.xlsx');
    expect(names).toContain('json/01.json');
    expect(names).toContain('json/budget.json');
    expect(names.slice(-2)).toEqual(['manifest.json', 'SHA256SUMS.txt']);
  });

  it('records who took what, in the chain of the budget', async () => {
    const stage = await setStage('302');
    const { budgetId, versionId } = await stageDraft(stage);
    await exportBudget(stage.actors.AUDITOR, { budgetId, formats: ['json'], parts: ['1', '2'] });
    expect(await exportsOf(budgetId)).toMatchObject([
      {
        actorId: stage.actors.AUDITOR.userId,
        versionId,
        detail: {
          versionNumber: 1,
          formats: ['json'],
          parts: ['1', '2'],
          fileName: '302001单位0012023年部门预算（草稿）.zip',
        },
      },
    ]);
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
  });

  it('an empty draft exports in every format', async () => {
    const stage = await setStage('303');
    const { budgetId } = await stageDraft(stage);
    const all = await exportBudget(stage.actors.CLERK, { budgetId, formats: EXPORT_FORMATS });
    if (!all.ok) throw new Error(JSON.stringify(all.error));
    const entries = unzipSync(all.value.bytes);
    const workbook = Object.entries(entries).find(([name]) => name.endsWith('.xlsx'))?.[1];
    const { sheets } = await readXlsx(workbook ?? new Uint8Array());
    expect(sheets[1]?.rows[0]?.join('')).toContain('草稿');
    expect(strFromU8(entries['json/02.json'] ?? new Uint8Array())).toContain('"annex": "2"');
  });

  it('each part that is listed can be exported by itself', async () => {
    const stage = await setStage('306');
    const { budgetId } = await stageDraft(stage);
    const listed = await listExportParts(stage.actors.CLERK, { budgetId });
    const parts = listed.ok ? listed.value : [];
    expect(parts.slice(0, 2).map(({ id, label }) => [id, label])).toEqual([
      ['narrative', '情况说明'],
      ['1', '附件1'],
    ]);
    const input = { budgetId, formats: ['json'] as const, parts: parts.map(({ id }) => id) };
    expect(await exportBudget(stage.actors.CLERK, input)).toMatchObject({ ok: true });
    expect(await listExportParts(stage.actors.CLERK, { budgetId, number: 2 })).toMatchObject({
      error: { code: 'NOT_FOUND' },
    });
  });

  it('refuses strangers and roles without the right, and records nothing', async () => {
    const stage = await setStage('304');
    const { budgetId } = await stageDraft(stage);
    for (const actor of [stage.strangers.CLERK, stage.strangers.REVIEWER, stage.actors.ADMIN]) {
      expect(await exportBudget(actor, { budgetId, formats: ['json'] })).toEqual({
        ok: false,
        error: { code: 'FORBIDDEN' },
      });
    }
    expect(await exportsOf(budgetId)).toEqual([]);
  });

  it('knows no other budget, version or part', async () => {
    const stage = await setStage('305');
    const { budgetId, versionId } = await stageDraft(stage);
    const actor = stage.actors.CLERK;
    const missing = { ok: false, error: { code: 'NOT_FOUND' } };
    expect(await exportBudget(actor, { budgetId: versionId, formats: ['json'] })).toEqual(missing);
    expect(await exportBudget(actor, { budgetId: 'x', formats: ['json'] })).toEqual(missing);
    expect(await exportBudget(actor, { budgetId, number: 2, formats: ['json'] })).toEqual(missing);
    expect(await exportBudget(actor, { budgetId, formats: ['json'], parts: ['99'] })).toMatchObject({
      error: { code: 'INVALID_INPUT' },
    });
    expect(await exportBudget(actor, { budgetId, formats: ['csv'], parts: ['narrative'] })).toMatchObject({
      error: { code: 'INVALID_INPUT', issues: [{ path: '$.annexes' }] },
    });
    expect(await exportsOf(budgetId)).toEqual([]);
  });
});
