import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { isLeaf } from '@/lib/domain/classification/edition.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { loadStandards } from './load-standards.ts';

const made: string[] = [];

async function ownFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'standards-'));
  made.push(folder);
  await cp('prisma/standards', folder, { recursive: true });
  return folder;
}

afterEach(async () => {
  vi.unstubAllEnvs();
  for (const folder of made.splice(0)) await rm(folder, { recursive: true });
});

describe('loadStandards', () => {
  it('reads what comes with the product', async () => {
    const { standards, faults } = await loadStandards(2023);
    expect(faults).toEqual([]);
    expect(standards.map(({ id }) => id)).toContain('pension');
  });

  it('covers what a unit pays for its people, under codes that lines may bear', async () => {
    const { standards } = await loadStandards(2023);
    const edition = await loadEdition(2023);
    const codes = standards.flatMap(({ targets }) => targets.map(({ economicCode }) => economicCode));
    const expected = [
      ...['30101', '30102', '30103', '30107', '30108', '30109', '30110', '30111', '30112', '30113'],
      ...['30201', '30228', '30229', '30231', '30239', '30302', '30305', '30307', '30399'],
    ];
    expect(expected.filter((code) => !codes.includes(code))).toEqual([]);
    expect(codes.filter((code) => !isLeaf(edition.economic, code))).toEqual([]);
    const functions = standards.map(({ functionCode }) => functionCode).filter((code) => code !== '');
    expect(functions.filter((code) => !isLeaf(edition.functional, code))).toEqual([]);
  });

  it('reads a bureau’s own folder in its place', async () => {
    const folder = await ownFolder();
    const row =
      'id,name,method,staff_kinds,base,value,rounding,function_code,economic_code,source,valid_from,valid_to,document,unverified,note\n' +
      'housing,住房公积金,比例,行政编制,基本工资,10%,元,2210201,30113,一般公共预算,,,本地〔2023〕1号,false,\n';
    await writeFile(path.join(folder, 'standards.csv'), row);
    await writeFile(path.join(folder, 'distribution.csv'), 'standard_id,economic_code,share\n');
    vi.stubEnv('STANDARDS_DIR', folder);
    const { standards } = await loadStandards(2023);
    expect(standards.map(({ id, document }) => [id, document])).toEqual([['housing', '本地〔2023〕1号']]);
  });

  it('names the faults of a folder, and sees when they are mended', async () => {
    const folder = await ownFolder();
    const file = path.join(folder, 'distribution.csv');
    await writeFile(file, 'standard_id,economic_code,share\noperating-institution,30201,90%\n');
    const broken = await loadStandards(2023, folder);
    expect(broken.standards).toEqual([]);
    expect(broken.faults[0]).toEqual({ path: 'distribution.csv:2:share', message: expect.stringContaining('90%') });
    await cp('prisma/standards/distribution.csv', file);
    expect((await loadStandards(2023, folder)).faults).toEqual([]);
  });

  it('says which file is missing', async () => {
    const folder = await ownFolder();
    await rm(path.join(folder, 'standards.csv'));
    const { faults } = await loadStandards(2023, folder);
    expect(faults).toEqual([{ path: 'standards.csv', message: '支出标准文件夹中没有 standards.csv，或者无法读取。' }]);
  });
});
