import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { BudgetWorkspace } from '@/lib/domain/workflow/workspace.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { PETITION_OFFICE } from '../demonstration/accounts.ts';
import { loadDemonstration } from '../demonstration/load-demonstration.ts';
import { explainFinding } from './explain-finding.ts';
import { openBudget } from './open-budget.ts';
import { saveChanges } from './save-changes.ts';
import { submitBudget } from './submit-budget.ts';

useTestDatabase();

let clerk: Actor;
let budgetId: string;

beforeAll(async () => {
  await loadDemonstration();
  const { id: unitId } = await database().unit.findUniqueOrThrow({ where: { code: PETITION_OFFICE } });
  const { id: userId } = await database().user.findUniqueOrThrow({ where: { username: 'clerk' } });
  clerk = { userId, role: 'CLERK', unitIds: [unitId] };
  ({ id: budgetId } = await database().budget.findFirstOrThrow({ where: { unitId, year: 2023 } }));
});

async function open(): Promise<BudgetWorkspace> {
  const opened = await openBudget(clerk, { budgetId });
  if (!opened.ok) throw new Error(opened.error.code);
  return opened.value;
}

async function submit() {
  const { version } = await open();
  return submitBudget(clerk, { budgetId, versionId: version.id, contentRevision: version.contentRevision });
}

async function save(changes: readonly Change[]): Promise<void> {
  const { version, revisions } = await open();
  const request = { budgetId, versionId: version.id, requestId: randomUUID(), changes, revisions };
  expect(await saveChanges(clerk, request)).toMatchObject({ ok: true });
}

describe('submitting a real budget', () => {
  it('is decided by the checks on what is stored: an error, a warning, then neither', async () => {
    const { budget, version, explanations } = await open();
    const [indicator] = budget.indicators;
    const [explanation] = explanations;
    if (!indicator || !explanation) throw new Error('the demonstration has indicators and explained warnings');

    await save([{ op: 'delete', collection: 'indicators', key: indicator.key }]);
    const refused = await submit();
    expect(refused).toMatchObject({ ok: false, error: { code: 'HAS_ERRORS' } });
    await save([{ op: 'insert', collection: 'indicators', row: indicator }]);

    const place = { budgetId, versionId: version.id, findingKey: explanation.findingKey };
    await explainFinding(clerk, { ...place, text: '' });
    expect(await submit()).toMatchObject({
      error: { code: 'WARNINGS_UNEXPLAINED', findings: [{ key: explanation.findingKey, severity: 'warning' }] },
    });
    await explainFinding(clerk, { ...place, text: explanation.text });
    expect(await submit()).toEqual({ ok: true, value: { number: 1, state: 'SUBMITTED', nextNumber: null } });
  });
});
