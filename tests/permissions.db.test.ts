import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { ensureFiscalYear } from '@/lib/db/fiscal-year-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { ACTIONS, PERMISSIONS } from '@/lib/domain/workflow/permissions.ts';
import { type Actor, ROLES, type Role, UNIT_BOUND_ROLES } from '@/lib/domain/workflow/roles.ts';
import { TRANSITIONS, VERSION_STATES, type VersionState } from '@/lib/domain/workflow/transitions.ts';
import { useTestDatabase } from './database.ts';
import type { PermissionCase, Subject } from './permission-case.ts';
import { PERMISSION_CASES } from './permission-cases.ts';
import { createActor, stageDraft } from './stage.ts';

useTestDatabase();

const YEAR = 2023;
/** In the unit's name, its rows and its comment: whoever has no right must not read it. */
const SECRET = '不得外传的内容';

/** Writes nothing but who has the draft open just now. */
const UNRECORDED: readonly string[] = ['readNews'];

let walked = 0;
let actsTried = 0;
let subjects = 0;

beforeAll(async () => {
  await inTransaction((tx) => ensureFiscalYear(tx, YEAR));
  // Without another administrator the one who acts could not disable anybody.
  await createActor('other-admin', 'ADMIN', null);
});

afterAll(() => {
  console.log(`Permission table: ${walked} cases of role, use case and own or other unit.`);
  console.log(`Acts on a version: ${actsTried} cases of role, act, own or other unit and state of the version.`);
});

/** A department of its own with a unit and its budget; and somebody in a role, on this unit or on another. */
async function setScene(role: Role, whose: 'own' | 'other', state: VersionState): Promise<[Actor, Subject]> {
  subjects += 1;
  const departmentCode = String(100_000 + subjects);
  const db = database();
  const department = await db.department.create({ data: { code: departmentCode, name: '部门', fullName: '部门' } });
  const unit = (number: string, name: string) =>
    db.unit.create({ data: { departmentId: department.id, code: `${departmentCode}${number}`, name, fullName: name } });
  const [target, emptyUnit, elsewhere] = [
    await unit('001', `${SECRET}${subjects}`),
    await unit('002', '没有预算的单位'),
    await unit('003', '别的单位'),
  ];
  const isBound = UNIT_BOUND_ROLES.includes(role);
  const ownUnits = whose === 'own' ? [target.id, emptyUnit.id] : [elsewhere.id];
  const created = await createActor(`actor-${subjects}`, role, isBound ? (ownUnits[0] ?? null) : null);
  if (isBound) {
    const rest = ownUnits.slice(1).map((unitId) => ({ userId: created.userId, role, unitId }));
    await db.assignment.createMany({ data: rest });
  }
  const actor: Actor = { ...created, unitIds: isBound ? ownUnits : [] };
  const clerk = await createActor(`clerk-${subjects}`, 'CLERK', target.id);
  const rowKey = randomUUID();
  const revenue = [
    {
      key: rowKey,
      position: 1,
      source: 'GENERAL_PUBLIC' as const,
      carriedOver: false,
      functionCode: '2010308',
      amountFen: 123_400n,
      note: SECRET,
    },
  ];
  const { budgetId, versionId } = await stageDraft({ unitId: target.id, year: YEAR }, { revenue });
  const comment = await db.comment.create({
    data: { budgetId, versionId, text: SECRET, authorId: actor.userId, authorRole: role },
  });
  if (state !== 'DRAFT') {
    const submitted = { state, submittedAt: new Date(), submittedById: clerk.userId };
    await db.budgetVersion.update({ where: { id: versionId }, data: submitted });
  }
  return [
    actor,
    {
      departmentId: department.id,
      unitId: target.id,
      unitCode: target.code,
      emptyUnitId: emptyUnit.id,
      ...{ budgetId, versionId, rowKey, commentId: comment.id, userId: clerk.userId },
      freshCode: String(900_000 - subjects),
    },
  ];
}

/**
 * How many rows each table has and which transaction wrote the newest of them: an insertion, a change and a deletion each
 * tell, without a look into the rows.
 */
async function fingerprint(): Promise<string> {
  const tables = await database().$queryRaw<{ name: string }[]>`
    SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename`;
  const digests = tables.map(
    ({ name }) => `(SELECT count(*) || ':' || coalesce(max(xmin::text::bigint), 0) FROM "${name}")`,
  );
  const [row] = await database().$queryRawUnsafe<{ digest: string }[]>(
    `SELECT concat_ws(' ', ${digests.join(', ')}) AS digest`,
  );
  return row?.digest ?? '';
}

function asText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (part instanceof Uint8Array) return Buffer.from(part).toString('latin1');
    return typeof part === 'bigint' ? part.toString() : part;
  });
}

async function walk(permissionCase: PermissionCase, role: Role, whose: 'own' | 'other'): Promise<void> {
  const { action, call, isList, onDepartment = false, permittedOutcome = 'OK', state = 'DRAFT' } = permissionCase;
  const [actor, subject] = await setScene(role, whose, state);
  const scope = PERMISSIONS[role][action];
  const covers = scope === 'all' || (scope === 'assigned' && whose === 'own' && !onDepartment);
  const before = await fingerprint();
  const eventsBefore = await database().auditEvent.count();
  const outcome = await call(actor, subject);
  walked += 1;
  if (!covers) expect(asText(outcome).includes(SECRET)).toBe(false);
  if (isList && scope !== undefined) {
    expect(outcome.ok).toBe(true);
    expect(asText(outcome).includes(subject.unitCode)).toBe(covers);
    return;
  }
  if (covers) {
    expect(outcome.ok ? 'OK' : outcome.error.code).toBe(permittedOutcome);
    // Whatever was changed or taken away is in the audit log
    const isRecorded = (await database().auditEvent.count()) > eventsBefore;
    const leavesTrace = outcome.ok && (permissionCase.service.startsWith('export') || (await fingerprint()) !== before);
    if (leavesTrace && !UNRECORDED.includes(permissionCase.service)) expect(isRecorded).toBe(true);
    return;
  }
  expect(outcome.ok ? 'OK' : outcome.error).toEqual({ code: 'FORBIDDEN' });
  expect(await fingerprint()).toBe(before);
}

describe.each(ROLES)('%s', (role) => {
  describe.each(['own', 'other'] as const)('on their %s unit', (whose) => {
    it.each(PERMISSION_CASES)('$action by $service', async (permissionCase) => {
      await walk(permissionCase, role, whose);
    });
  });
});

/** In which states each act is possible; what the others answer is STATE_CHANGED. */
const ACTS: Readonly<Record<string, readonly VersionState[]>> = {
  submitBudget: TRANSITIONS.submit.from,
  withdrawBudget: TRANSITIONS.withdraw.from,
  confirmBudget: TRANSITIONS.confirm.from,
  declineBudget: TRANSITIONS.decline.from,
  returnBudget: TRANSITIONS.return.from,
  acceptBudget: TRANSITIONS.accept.from,
  approveBudget: TRANSITIONS.approve.from,
  markOpened: ['SUBMITTED'],
  unlockSections: ['DRAFT'],
};

/** Takes a draft to a state on the way that the workflow knows. */
async function bringTo(state: VersionState, versionId: string, clerkId: string): Promise<void> {
  if (state === 'DRAFT') return;
  const move = (data: object) => database().budgetVersion.update({ where: { id: versionId }, data });
  const submitted = { submittedAt: new Date(), submittedById: clerkId };
  if (state === 'CONFIRMING' || state === 'SUBMITTED') {
    await move({ state, ...submitted });
    return;
  }
  await move({ state: 'SUBMITTED', ...submitted });
  await move({ state, decidedAt: new Date(), decidedById: clerkId, decisionComment: '意见' });
}

/** Everything that an act could leave behind on a version's budget. */
async function traces(budgetId: string): Promise<string> {
  const versions = await database().budgetVersion.findMany({ where: { budgetId }, orderBy: { number: 'asc' } });
  return asText([versions, await database().auditEvent.count({ where: { budgetId } })]);
}

describe.each(VERSION_STATES)('acts on a version that is %s', (state) => {
  const acts = PERMISSION_CASES.filter(({ service }) => service in ACTS);
  const actors: { readonly role: Role; readonly whose: 'own' | 'other'; readonly id: Actor }[] = [];
  let subject: Subject;

  /** Another budget, of a unit of its own that the same people are assigned to. */
  async function setSubject(): Promise<void> {
    const [, made] = await setScene('CLERK', 'own', 'DRAFT');
    await bringTo(state, made.versionId, made.userId);
    subject = made;
    const bound = actors.filter(({ role, whose }) => whose === 'own' && UNIT_BOUND_ROLES.includes(role));
    await database().assignment.createMany({
      data: bound.map(({ role, id }) => ({ role, userId: id.userId, unitId: made.unitId })),
    });
  }

  beforeAll(async () => {
    const { id: departmentId } = await database().department.create({
      data: { code: String(10 + VERSION_STATES.indexOf(state)).padStart(3, '0'), name: '部门', fullName: '部门' },
    });
    const code = `${String(10 + VERSION_STATES.indexOf(state)).padStart(3, '0')}001`;
    const { id: elsewhere } = await database().unit.create({
      data: { departmentId, code, name: '别处', fullName: '别处' },
    });
    for (const role of ROLES) {
      for (const whose of ['own', 'other'] as const) {
        const unitId = UNIT_BOUND_ROLES.includes(role) ? elsewhere : null;
        actors.push({ role, whose, id: await createActor(`${state}-${role}-${whose}`, role, unitId) });
      }
    }
    await setSubject();
  });

  it.each(acts)(
    '$service is for those with the right, in its states alone',
    async ({ service, action, call, permittedOutcome }) => {
      for (const { role, whose, id } of actors) {
        const scope = PERMISSIONS[role][action];
        const covers = scope === 'all' || (scope === 'assigned' && whose === 'own');
        const isPossible = ACTS[service]?.includes(state) ?? false;
        const expected = covers ? (isPossible ? (permittedOutcome ?? 'OK') : 'STATE_CHANGED') : 'FORBIDDEN';
        const isBound = UNIT_BOUND_ROLES.includes(role);
        const before = await traces(subject.budgetId);
        const outcome = await call(
          { ...id, unitIds: isBound && whose === 'own' ? [subject.unitId] : id.unitIds },
          subject,
        );
        actsTried += 1;
        expect([role, whose, outcome.ok ? 'OK' : outcome.error.code]).toEqual([role, whose, expected]);
        if (outcome.ok) await setSubject();
        else expect(await traces(subject.budgetId)).toBe(before);
      }
    },
  );
});

describe('the walk is whole', () => {
  it('passes every action of the permission table', () => {
    const passed = new Set(PERMISSION_CASES.map(({ action }) => action));
    expect(ACTIONS.filter((action) => !passed.has(action))).toEqual([]);
  });

  it('passes every use case that somebody calls', () => {
    /** What anybody may do who is signed in, to themselves alone; and the frames that other use cases share. */
    const ofTheirOwn = [
      ...['changeOwnPassword', 'switchRole', 'readOwnMail', 'chooseOwnMail', 'whatWaits'],
      ...['countUnread', 'listNotices', 'readNotice', 'readAllNotices'],
    ];
    const aside = [
      ...ofTheirOwn,
      'authorize',
      'authorizeAll',
      'unitsWithin',
      'changeUser',
      'changeState',
      'settleThread',
      'authorizeTemplates',
      'openVersion',
    ];
    const folder = path.join(import.meta.dirname, '../lib/services');
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('\n');
    const declared = source.matchAll(/export (?:async )?function (\w+)(?:<\w+>)?\(\s*actor: (?:SignedIn)?Actor\b/g);
    const useCases = [...declared].map(([, name = '']) => name).filter((name) => !aside.includes(name));
    expect(useCases.length).toBeGreaterThan(20);
    const passed = new Set(PERMISSION_CASES.map(({ service }) => service));
    expect(useCases.filter((name) => !passed.has(name))).toEqual([]);
  });
});
