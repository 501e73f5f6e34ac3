import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import S3rver from 's3rver';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import type { Attachment } from '@/lib/domain/projects/attachment.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { fullContent } from '@/tests/full-content.ts';
import { type Stage, setStage, stageDraft } from '@/tests/stage.ts';
import { saveChanges } from '../budgets/save-changes.ts';
import { openAttachment } from './open-attachment.ts';
import { uploadAttachment } from './upload-attachment.ts';

useTestDatabase();

const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< >>\nendobj\ntrailer\n<< >>\n%%EOF\n');
const PNG = Buffer.from(
  '89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000049454e44ae426082',
  'hex',
);

let stage: Stage;
let unitId: string;
let budgetId: string;
let versionId: string;
let projectKey: string;
let units = 100;

beforeAll(async () => {
  stage = await setStage();
});

beforeEach(async () => {
  units += 1;
  const unit = { departmentId: stage.departmentId, code: `309${units}`, name: '单位', fullName: '单位' };
  unitId = (await database().unit.create({ data: unit })).id;
  await database().assignment.create({ data: { userId: stage.actors.CLERK.userId, role: 'CLERK', unitId } });
  const content = { ...fullContent(), attachments: [] };
  projectKey = content.projects[0]?.key ?? '';
  ({ budgetId, versionId } = await stageDraft({ unitId, year: stage.year }, content));
});

const clerk = () => ({ ...stage.actors.CLERK, unitIds: [...stage.actors.CLERK.unitIds, unitId] });

const upload = (fileName: string, bytes: Uint8Array) => uploadAttachment(clerk(), { budgetId, fileName, bytes });

/** Saves the row that names a file, as the browser does after an upload. */
async function attach(file: Omit<Attachment, 'key' | 'position' | 'projectKey'>): Promise<string> {
  const row: Attachment = { key: randomUUID(), position: 1, projectKey, ...file };
  const changes = [{ op: 'insert', collection: 'attachments', row }] as const;
  const saved = await saveChanges(clerk(), {
    ...{ budgetId, versionId, requestId: randomUUID(), changes },
    revisions: { rows: {} },
  });
  expect(saved).toMatchObject({ ok: true });
  return row.key;
}

const stored = () => database().attachmentContent.findMany({ where: { unitId }, orderBy: { sha256: 'asc' } });

function taken<T>(
  result: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown },
): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('attachments in PostgreSQL', () => {
  it('come back as they were given', async () => {
    const file = taken(await upload('立项批复.pdf', PDF));
    expect(file).toEqual({
      fileName: '立项批复.pdf',
      mediaType: 'application/pdf',
      byteLength: PDF.byteLength,
      sha256: createHash('sha256').update(PDF).digest('hex'),
    });
    const key = await attach(file);
    const opened = taken(await openAttachment(clerk(), { budgetId, key }));
    expect(Buffer.from(opened.bytes)).toEqual(PDF);
    expect(opened.attachment).toMatchObject(file);
  });

  it('are stored once, however often they are uploaded', async () => {
    await upload('一.pdf', PDF);
    await upload('二.pdf', PDF);
    expect(await stored()).toHaveLength(1);
  });

  it.each([
    ['a page that calls itself PDF', '假.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a picture under the name of a PDF', '图.pdf', PNG],
    ['a PDF under the name of a programme', '批复.exe', PDF],
    ['a file without an ending', '批复', PDF],
    ['an archive', '批复.zip', Buffer.from('504b0506000000000000000000000000000000000000', 'hex')],
    ['nothing', '空.pdf', Buffer.alloc(0)],
  ])('are refused for %s', async (_what, fileName, bytes) => {
    expect(await upload(fileName, bytes)).toEqual({ ok: false, error: { code: 'FILE_TYPE', fileName } });
    expect(await stored()).toEqual([]);
  });

  it('take pictures', async () => {
    expect(await upload('扫描件.PNG', PNG)).toMatchObject({ ok: true, value: { mediaType: 'image/png' } });
  });

  it('of another unit cannot be had by naming their digest', async () => {
    const file = taken(await upload('机密.pdf', PDF));
    const other = await stageDraft(
      { unitId: stage.otherUnitId, year: stage.year },
      {
        ...fullContent(),
        attachments: [],
      },
    );
    const foreign = stage.strangers.CLERK;
    const project = await database().project.findFirstOrThrow({ where: { versionId: other.versionId } });
    const row: Attachment = { key: randomUUID(), position: 1, projectKey: project.key, ...file };
    await saveChanges(foreign, {
      ...{ ...other, requestId: randomUUID(), revisions: { rows: {} } },
      changes: [{ op: 'insert', collection: 'attachments', row }],
    });
    const stolen = await openAttachment(foreign, { budgetId: other.budgetId, key: row.key });
    expect(stolen).toEqual({ ok: false, error: { code: 'NOT_FOUND' } });
    const key = await attach(file);
    expect(await openAttachment(foreign, { budgetId, key })).toMatchObject({ ok: false, error: { code: 'FORBIDDEN' } });
    expect(await uploadAttachment(foreign, { budgetId, fileName: 'x.pdf', bytes: PDF })).toMatchObject({
      error: { code: 'FORBIDDEN' },
    });
  });

  it('are refused once the version is submitted, and stay readable', async () => {
    const key = await attach(taken(await upload('批复.pdf', PDF)));
    await database().budgetVersion.update({
      where: { id: versionId },
      data: { state: 'SUBMITTED', submittedAt: new Date(), submittedById: stage.actors.CLERK.userId },
    });
    expect(await upload('二.png', PNG)).toMatchObject({ error: { code: 'NOT_A_DRAFT' } });
    expect(taken(await openAttachment(clerk(), { budgetId, number: 1, key })).bytes).toHaveLength(PDF.byteLength);
  });

  it('are forgotten a week after nobody named them, and not before', async () => {
    await attach(taken(await upload('批复.pdf', PDF)));
    await upload('没用上.png', PNG);
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex');
    await upload('新.jpg', jpeg);
    expect(await stored()).toHaveLength(3);
    await database().attachmentContent.updateMany({ where: { unitId }, data: { createdAt: new Date('2023-01-01') } });
    await upload('新.jpg', jpeg);
    const kept = (await stored()).map(({ byteLength }) => byteLength);
    expect(kept.sort()).toEqual([PDF.byteLength].sort());
  });
});

describe('attachments in an S3-compatible store', () => {
  const names = ['S3_BUCKET', 'S3_ENDPOINT', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  const folder = mkdtempSync(path.join(tmpdir(), 'mingsuan-s3-'));
  let server: S3rver;

  beforeAll(async () => {
    server = new S3rver({
      port: 0,
      address: '127.0.0.1',
      silent: true,
      directory: folder,
      configureBuckets: [{ name: 'files', configs: [] }],
    });
    const { port } = await server.run();
    process.env.S3_BUCKET = 'files';
    process.env.S3_ENDPOINT = `http://127.0.0.1:${port}`;
    process.env.S3_ACCESS_KEY_ID = 'S3RVER';
    process.env.S3_SECRET_ACCESS_KEY = 'S3RVER';
  });

  afterAll(async () => {
    for (const name of names) delete process.env[name];
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('come back as they were given, and are not in the database', async () => {
    const key = await attach(taken(await upload('批复.pdf', PDF)));
    expect(await stored()).toMatchObject([{ content: null, byteLength: PDF.byteLength }]);
    expect(Buffer.from(taken(await openAttachment(clerk(), { budgetId, key })).bytes)).toEqual(PDF);
  });

  it('that were kept in PostgreSQL before stay readable', async () => {
    const bucket = process.env.S3_BUCKET;
    delete process.env.S3_BUCKET;
    const key = await attach(taken(await upload('批复.pdf', PDF)));
    process.env.S3_BUCKET = bucket;
    expect(Buffer.from(taken(await openAttachment(clerk(), { budgetId, key })).bytes)).toEqual(PDF);
  });

  it('say that the store failed when it refuses', async () => {
    process.env.S3_BUCKET = 'nowhere';
    await expect(upload('批复.pdf', PDF)).rejects.toMatchObject({ name: 'ObjectStoreError' });
    process.env.S3_BUCKET = 'files';
    expect(await stored()).toEqual([]);
  });

  it('say which settings are missing', async () => {
    delete process.env.S3_ACCESS_KEY_ID;
    await expect(upload('批复.pdf', PDF)).rejects.toThrow('S3_ACCESS_KEY_ID');
    process.env.S3_ACCESS_KEY_ID = 'S3RVER';
  });
});
