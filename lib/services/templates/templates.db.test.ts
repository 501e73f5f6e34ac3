import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { TEMPLATE_LIMITS } from '@/lib/domain/review/comment-template.ts';
import { createTemplateSchema } from '@/lib/schemas/templates.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { createActor, type Stage, setStage } from '@/tests/stage.ts';
import { createTemplate } from './create-template.ts';
import { listTemplates } from './list-templates.ts';
import { removeTemplate } from './remove-template.ts';
import { updateTemplate } from './update-template.ts';

useTestDatabase();

const FORBIDDEN = { ok: false, error: { code: 'FORBIDDEN' } };
const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
const CHANGED = { ok: false, error: { code: 'RECORD_CHANGED' } };
const DONE = { ok: true, value: null };
const WORDS = { title: '测算依据', text: '请{单位}补充{项目}的测算依据。' };
const OTHER = { title: '指标量化', text: '绩效指标值应量化。' };

let stage: Stage;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  await database().commentTemplate.deleteMany();
});

async function created(actor = stage.actors.REVIEWER, shared = false): Promise<string> {
  const result = await createTemplate(actor, { shared, ...WORDS });
  if (!result.ok) throw new Error(result.error.code);
  return result.value.id;
}

async function titles(actor = stage.actors.REVIEWER): Promise<readonly string[]> {
  const listed = await listTemplates(actor);
  if (!listed.ok) throw new Error(listed.error.code);
  return listed.value.map(({ title, shared }) => `${shared ? '共用' : '自己'} ${title}`);
}

const lastEvent = () =>
  database().auditEvent.findFirst({ where: { action: { startsWith: 'template.' } }, orderBy: { id: 'desc' } });

describe('templates', () => {
  it('are listed to their owner, the shared ones to all who use them', async () => {
    await created(stage.actors.BUDGET_OFFICE, true);
    await created();
    expect(await titles()).toEqual(['自己 测算依据', '共用 测算依据']);
    expect(await titles(stage.secondReviewer)).toEqual(['共用 测算依据']);
    expect(await listTemplates(stage.actors.CLERK)).toEqual(FORBIDDEN);
  });

  it('are changed once at a revision, and the log keeps old and new', async () => {
    const templateId = await created();
    expect(await lastEvent()).toMatchObject({
      action: 'template.created',
      detail: { templateId, shared: false, ...WORDS },
    });
    expect(await updateTemplate(stage.actors.REVIEWER, { templateId, revision: 1, ...OTHER })).toEqual(DONE);
    expect(await lastEvent()).toMatchObject({
      action: 'template.changed',
      detail: { templateId, shared: false, from: WORDS, to: OTHER },
    });
    expect(await updateTemplate(stage.actors.REVIEWER, { templateId, revision: 1, ...WORDS })).toEqual(CHANGED);
    expect(await titles()).toEqual(['自己 指标量化']);
  });

  it('are removed at the revision that was seen', async () => {
    const templateId = await created();
    await updateTemplate(stage.actors.REVIEWER, { templateId, revision: 1, ...OTHER });
    expect(await removeTemplate(stage.actors.REVIEWER, { templateId, revision: 1 })).toEqual(CHANGED);
    expect(await removeTemplate(stage.actors.REVIEWER, { templateId, revision: 2 })).toEqual(DONE);
    expect(await lastEvent()).toMatchObject({ action: 'template.removed', detail: { templateId, ...OTHER } });
    expect(await removeTemplate(stage.actors.REVIEWER, { templateId, revision: 2 })).toEqual(NOT_FOUND);
    expect(await titles()).toEqual([]);
  });
});

describe('rights', () => {
  it('to the shared ones are the budget office’s', async () => {
    const templateId = await created(stage.actors.BUDGET_OFFICE, true);
    expect(await createTemplate(stage.actors.REVIEWER, { shared: true, ...WORDS })).toEqual(FORBIDDEN);
    expect(await updateTemplate(stage.actors.REVIEWER, { templateId, revision: 1, ...OTHER })).toEqual(FORBIDDEN);
    expect(await removeTemplate(stage.actors.REVIEWER, { templateId, revision: 1 })).toEqual(FORBIDDEN);
    expect(await updateTemplate(stage.actors.BUDGET_OFFICE, { templateId, revision: 1, ...OTHER })).toEqual(DONE);
    expect(await titles()).toEqual(['共用 指标量化']);
  });

  it('to one’s own ones are nobody else’s', async () => {
    const templateId = await created();
    for (const actor of [stage.secondReviewer, stage.actors.BUDGET_OFFICE]) {
      expect(await updateTemplate(actor, { templateId, revision: 1, ...OTHER })).toEqual(NOT_FOUND);
      expect(await removeTemplate(actor, { templateId, revision: 1 })).toEqual(NOT_FOUND);
    }
    expect(await updateTemplate(stage.actors.CLERK, { templateId, revision: 1, ...OTHER })).toEqual(FORBIDDEN);
    for (const unknown of [randomUUID(), 'nonsense']) {
      expect(await removeTemplate(stage.actors.REVIEWER, { templateId: unknown, revision: 1 })).toEqual(NOT_FOUND);
    }
    expect(await titles()).toEqual(['自己 测算依据']);
  });

  it('end with the account and with the role', async () => {
    const disabled = await createActor('disabled', 'REVIEWER', stage.unitId);
    await database().user.update({ where: { id: disabled.userId }, data: { disabledAt: new Date() } });
    expect(await createTemplate(disabled, { shared: false, ...WORDS })).toMatchObject({
      error: { code: 'SIGNED_OUT' },
    });
    const former = await createActor('former', 'REVIEWER', stage.unitId);
    await database().assignment.deleteMany({ where: { userId: former.userId } });
    expect(await createTemplate(former, { shared: false, ...WORDS })).toEqual(FORBIDDEN);
  });
});

describe('the limit', () => {
  const fill = (count: number, ownerId: string | null) =>
    database().commentTemplate.createMany({ data: Array.from({ length: count }, () => ({ ownerId, ...WORDS })) });

  it('lets one of two through that take the last place', async () => {
    await fill(TEMPLATE_LIMITS.own - 1, stage.actors.REVIEWER.userId);
    const add = () => createTemplate(stage.actors.REVIEWER, { shared: false, ...WORDS });
    const results = await Promise.all([add(), add()]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toEqual({
      ok: false,
      error: { code: 'TOO_MANY_TEMPLATES', limit: TEMPLATE_LIMITS.own, shared: false },
    });
    expect(await createTemplate(stage.secondReviewer, { shared: false, ...WORDS })).toMatchObject({ ok: true });
  });

  it('of the shared ones is another', async () => {
    await fill(TEMPLATE_LIMITS.shared, null);
    expect(await createTemplate(stage.actors.BUDGET_OFFICE, { shared: true, ...WORDS })).toMatchObject({
      error: { code: 'TOO_MANY_TEMPLATES', limit: TEMPLATE_LIMITS.shared, shared: true },
    });
  });
});

describe('what is typed', () => {
  const parse = (over: object) => createTemplateSchema.safeParse({ shared: false, ...WORDS, ...over });

  it('loses the blanks around it', () => {
    expect(parse({ title: ' 甲 ', text: ' 乙\n' }).data).toEqual({ shared: false, title: '甲', text: '乙' });
  });

  it('is refused where it is blank, too long or cannot be kept', () => {
    const wrong = [
      ...[{ title: ' ' }, { title: '长'.repeat(51) }, { title: '甲\n乙' }, { title: '\ud800' }],
      ...[{ text: ' ' }, { text: '长'.repeat(2001) }, { text: 'a\u0000' }],
    ];
    for (const over of wrong) expect(parse(over).success).toBe(false);
  });
});
