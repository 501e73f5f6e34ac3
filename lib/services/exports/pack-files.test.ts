import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { sampleVersion } from '@/lib/domain/fixtures/sample-version.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { EXPORT_FORMATS, type ExportFormat, exportFiles } from './export-files.ts';
import { packFiles } from './pack-files.ts';
import { type PublishedSet, unitSet } from './published-set.ts';

async function demonstration(): Promise<PublishedSet> {
  let key = 0;
  const read: unknown = JSON.parse(readFileSync('prisma/demonstration/petition-office-2023.json', 'utf8'));
  const parsed = parseBudgetPackage(read, () => `row-${++key}`);
  const budget = parsed.ok ? parsed.value.units[0] : undefined;
  if (!budget) throw new Error('the demonstration package has no budget');
  const version = sampleVersion({ number: 2, state: 'APPROVED', decidedAt: '2023-02-20T02:00:00.000Z' });
  return unitSet({
    budget,
    edition: await loadEdition(2023),
    annexSetRef: 'chongqing',
    rounding: 'EACH_CELL',
    version,
  });
}

const SET = await demonstration();
/** A draft bears marks besides. */
const DRAFT = { ...SET, isWhole: false };

async function packed(formats: readonly ExportFormat[], parts?: readonly string[], set = SET) {
  const files = await exportFiles(set, { formats, parts });
  if (!files.ok) throw new Error(JSON.stringify(files.error));
  const file = packFiles(set, files.value);
  if (!file) throw new Error('nothing to pack');
  return file;
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

describe('packFiles', async () => {
  const file = await packed(['docx', 'csv', 'json'], ['1', '12-3', 'narrative']);
  const entries = unzipSync(file.bytes);

  test('a manifest says what each file is, and by which rules its figures were drawn', () => {
    const manifest = JSON.parse(strFromU8(entries['manifest.json'] ?? new Uint8Array()));
    expect(manifest).toMatchObject({
      year: 2023,
      version: '第2版',
      state: '已审核（批复）',
      draft: false,
      date: '2023-02-20',
      rule: {
        annexSet: { id: 'chongqing', name: '重庆市部门预算公开表', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
        ...{ classification: 2023, rounding: 'once-half-up' },
      },
    });
    const listed = manifest.files.map(({ name, format, annex }: Record<string, unknown>) => [name, format, annex]);
    expect(listed).toEqual([
      ['309001信访办（本级）2023年部门预算.docx', 'docx', null],
      [expect.stringMatching(/^csv\/01 /), 'csv', '1'],
      [expect.stringMatching(/^csv\/12-3 /), 'csv', '12-3'],
      ['json/01.json', 'json', '1'],
      ['json/12-3.json', 'json', '12-3'],
      ['json/narrative.json', 'json', null],
    ]);
    for (const { name, size, sha256: sum } of manifest.files) {
      expect([entries[name]?.byteLength, sha256(entries[name] ?? new Uint8Array())]).toEqual([size, sum]);
    }
  });

  test('every file but the list of sums itself stands in it, as sha256sum reads it', () => {
    const lines = strFromU8(entries['SHA256SUMS.txt'] ?? new Uint8Array())
      .trimEnd()
      .split('\n');
    const sums = Object.entries(entries).map(([name, bytes]) => `${sha256(bytes)}  ${name}`);
    expect(lines).toEqual(sums.filter((line) => !line.endsWith('  SHA256SUMS.txt')));
  });

  test('one file alone comes as itself, none as nothing', async () => {
    expect((await packed(['docx'])).name).toMatch(/\.docx$/);
    expect(packFiles(SET, [])).toBeUndefined();
  }, 30_000);
});

describe('the same version', () => {
  const zone = process.env.TZ;
  afterEach(() => {
    vi.useRealTimers();
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });

  test('gives the same bytes at another time, in another zone, and after other exports', async () => {
    const sums: string[] = [];
    for (const [TZ, now] of [
      ['Asia/Shanghai', '2023-02-21T00:00:00Z'],
      ['America/New_York', '2031-07-04T23:59:59Z'],
    ] as const) {
      process.env.TZ = TZ;
      vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
      sums.push(sha256((await packed(EXPORT_FORMATS, undefined, DRAFT)).bytes));
      vi.useRealTimers();
    }
    expect(sums[1]).toBe(sums[0]);
  }, 60_000);

  test('an other version gives others', async () => {
    const [unit] = SET.units;
    if (!unit) throw new Error('no unit');
    const other = { ...SET, units: [{ ...unit, version: { ...unit.version, number: 3 } }] };
    expect((await packed(['json', 'html'], undefined, other)).bytes).not.toEqual(
      (await packed(['json', 'html'])).bytes,
    );
  });
});
