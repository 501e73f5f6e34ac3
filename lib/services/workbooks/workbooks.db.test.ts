import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyAuditChain } from '@/lib/db/audit-log.ts';
import { database } from '@/lib/db/client.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import { planImport } from '@/lib/domain/workbook/plan-import.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { openBudget } from '../budgets/open-budget.ts';
import { saveChanges } from '../budgets/save-changes.ts';
import { exportWorkbook } from './export-workbook.ts';
import { previewWorkbook } from './preview-workbook.ts';

useTestDatabase();

let stage: Stage;
let budgetId: string;

beforeAll(async () => {
  stage = await setStage();
  ({ budgetId } = await stageDraft(stage, fullContent()));
});

function taken<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const exported = async (of: string, blank = false) =>
  taken(await exportWorkbook(stage.actors.CLERK, { budgetId: of, blank }));

const preview = async (of: string, bytes: Uint8Array) =>
  taken(await previewWorkbook(stage.actors.CLERK, { budgetId: of, bytes, corrections: {} }));

describe('the workbook of a draft', () => {
  it('is named after the unit, recorded, and the same while the draft is', async () => {
    const file = await exported(budgetId);
    expect(file.name).toBe('309001单位0012023年部门预算（草稿）-填报工作簿.xlsx');
    expect(Buffer.compare(file.bytes, (await exported(budgetId)).bytes)).toBe(0);
    const event = await database().auditEvent.findFirstOrThrow({ where: { budgetId, action: 'budget.exported' } });
    expect(event.detail).toMatchObject({ formats: ['workbook'], blank: false, fileName: file.name });
    expect(await verifyAuditChain(database(), budgetId)).toMatchObject({ intact: true });
  });

  it('changes nothing when it is read back, and reading writes nothing', async () => {
    const { bytes } = await exported(budgetId);
    const before = await database().auditEvent.count();
    const reading = await preview(budgetId, bytes);
    const { budget } = taken(await openBudget(stage.actors.CLERK, { budgetId }));
    expect(planImport(budget, reading, {}, randomUUID).changes).toEqual([]);
    expect(await database().auditEvent.count()).toBe(before);
  });

  it('fills the empty draft of another unit, as one save', async () => {
    const { bytes } = await exported(budgetId);
    const other = await setStage('310');
    const draft = await stageDraft(other, EMPTY_CONTENT);
    const reading = taken(
      await previewWorkbook(other.actors.CLERK, { budgetId: draft.budgetId, bytes, corrections: {} }),
    );
    expect(reading.notices[0]).toContain('309001');
    const { budget } = taken(await openBudget(other.actors.CLERK, draft));
    // What the draft of the template holds although the edition does not know it has to be mended first.
    expect(reading.faults.map(({ address }) => address)).toEqual(['收入!C4']);
    const { changes } = planImport(budget, reading, {}, randomUUID);
    taken(
      await saveChanges(other.actors.CLERK, {
        ...{ ...draft, requestId: randomUUID(), changes },
        revisions: { rows: {}, profile: 1 },
      }),
    );
    const filled = taken(await openBudget(other.actors.CLERK, draft)).budget;
    const { staff, expenditure, indicators, projects, profile } = fullContent();
    /* Basic lines and a project's lines are numbered each from one: between them there is no order. */
    const amounts = (rows: readonly { amountFen: bigint | null }[]) => new Set(rows.map(({ amountFen }) => amountFen));
    expect(amounts(filled.expenditure)).toEqual(amounts(expenditure));
    expect(filled.indicators[0]?.projectKey).toBe(filled.projects[0]?.key);
    expect([filled.staff.length, filled.indicators.length, filled.projects.length]).toEqual([
      ...[staff.length, indicators.length, projects.length],
    ]);
    expect(filled.profile).toEqual(profile);
  });
});

describe('reading a workbook', () => {
  it('is refused of a file that is none, and of a version that is no draft', async () => {
    const bytes = new TextEncoder().encode('编码,金额');
    expect(await previewWorkbook(stage.actors.CLERK, { budgetId, bytes, corrections: {} })).toEqual({
      ok: false,
      error: { code: 'WORKBOOK_UNREADABLE', fault: { reason: 'NOT_A_WORKBOOK' } },
    });
    const other = await setStage('311');
    const draft = await stageDraft(other, EMPTY_CONTENT);
    await database().budgetVersion.update({
      where: { id: draft.versionId },
      data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: other.actors.CLERK.userId },
    });
    expect(await previewWorkbook(other.actors.CLERK, { budgetId: draft.budgetId, bytes, corrections: {} })).toEqual({
      ok: false,
      error: { code: 'NOT_A_DRAFT', state: 'SUBMITTED' },
    });
  });

  it('is for the unit’s own clerk, taking the workbook also for who may export', async () => {
    const input = { budgetId, bytes: new Uint8Array(), corrections: {} };
    for (const actor of [stage.strangers.CLERK, stage.actors.REVIEWER, stage.actors.AUDITOR, stage.actors.ADMIN]) {
      expect(await previewWorkbook(actor, input)).toEqual({ ok: false, error: { code: 'FORBIDDEN' } });
    }
    expect(await exportWorkbook(stage.strangers.CLERK, { budgetId, blank: true })).toMatchObject({ ok: false });
    expect(await exportWorkbook(stage.actors.AUDITOR, { budgetId, blank: true })).toMatchObject({ ok: true });
    expect(await previewWorkbook(stage.actors.CLERK, { ...input, budgetId: randomUUID() })).toEqual({
      ok: false,
      error: { code: 'NOT_FOUND' },
    });
  });
});
