import { database } from '@/lib/db/client.ts';
import { insertContent, type VersionContent } from '@/lib/db/content-repository.ts';
import { ensureFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { createDraft } from '@/lib/db/version-repository.ts';
import { EMPTY_CONTENT } from '@/lib/domain/budget/empty-budget.ts';
import type { Actor, Role } from '@/lib/domain/workflow/roles.ts';

/** Two units of a department and somebody in each role: what most database tests begin with. */
export interface Stage {
  readonly year: number;
  readonly departmentId: string;
  readonly unitId: string;
  readonly otherUnitId: string;
  /** On `unitId`, where the role is bound to units. */
  readonly actors: Readonly<Record<Role, Actor>>;
  /** In the unit-bound roles on `otherUnitId`. */
  readonly strangers: Readonly<Record<'CLERK' | 'UNIT_HEAD' | 'REVIEWER', Actor>>;
  /** Another reviewer of `unitId`. */
  readonly secondReviewer: Actor;
}

/** @param code three digits, so that a test file can have several stages */
export async function setStage(code = '309', year = 2023): Promise<Stage> {
  const { id: departmentId } = await database().department.create({
    data: { code, name: '信访办', fullName: '示例区信访办公室' },
  });
  const unit = (number: string) =>
    database().unit.create({
      data: { departmentId, code: `${code}${number}`, name: `单位${number}`, fullName: `示例区单位${number}` },
    });
  const { id: unitId } = await unit('001');
  const { id: otherUnitId } = await unit('002');
  await inTransaction((tx) => ensureFiscalYear(tx, year));
  const own = (role: Role, name: string = role) => createActor(`${name}-${code}`, role, unitId);
  const foreign = (role: Role) => createActor(`${role}-${code}-other`, role, otherUnitId);
  return {
    ...{ year, departmentId, unitId, otherUnitId },
    actors: {
      CLERK: await own('CLERK'),
      UNIT_HEAD: await own('UNIT_HEAD'),
      REVIEWER: await own('REVIEWER'),
      BUDGET_OFFICE: await createActor(`budget-office-${code}`, 'BUDGET_OFFICE', null),
      ADMIN: await createActor(`admin-${code}`, 'ADMIN', null),
      AUDITOR: await createActor(`auditor-${code}`, 'AUDITOR', null),
    },
    strangers: {
      CLERK: await foreign('CLERK'),
      UNIT_HEAD: await foreign('UNIT_HEAD'),
      REVIEWER: await foreign('REVIEWER'),
    },
    secondReviewer: await own('REVIEWER', 'second-reviewer'),
  };
}

/** A user in one role; nobody can sign in as them. */
export async function createActor(name: string, role: Role, unitId: string | null): Promise<Actor> {
  const username = name.toLowerCase().replaceAll('_', '-');
  const { id: userId } = await database().user.create({
    data: { username, displayName: name, passwordHash: 'none', assignments: { create: { role, unitId } } },
  });
  return { userId, role, unitIds: unitId === null ? [] : [unitId] };
}

export interface StagedDraft {
  readonly budgetId: string;
  readonly versionId: string;
}

/** A draft of the stage's unit and year with the given content, drafted by nobody in the audit log. */
export async function stageDraft(
  { unitId, year }: Pick<Stage, 'unitId' | 'year'>,
  content: Partial<VersionContent> = {},
): Promise<StagedDraft> {
  return inTransaction(async (tx) => {
    const { id: budgetId } = await tx.budget.create({ data: { unitId, year } });
    const versionId = await createDraft(tx, { budgetId, number: 1, roundId: null, createdAt: new Date() });
    await insertContent(tx, versionId, { ...EMPTY_CONTENT, ...content });
    return { budgetId, versionId };
  });
}
