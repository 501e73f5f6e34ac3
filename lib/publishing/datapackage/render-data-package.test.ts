import { createHash } from 'node:crypto';
import { strFromU8 } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { FORM, GRID, SAMPLE, words } from '@/tests/sample-publication.ts';
import type { DataTable } from './data-resource.ts';
import { renderDataPackage } from './render-data-package.ts';

const LINES: DataTable = {
  name: 'lines',
  title: '预算明细',
  fields: [
    { name: 'AGENCY_CODE', type: 'string', title: '单位代码', constraints: { required: true } },
    { name: 'REPLY_AMT', type: 'number', title: '年初批复数', columnType: 'value' },
  ],
  rows: [['309001', '9376012.5']],
};

const NAMES = { name: 'budget-309001-2023', lines: LINES };

interface Descriptor {
  readonly profile: string;
  readonly name: string;
  readonly resources: readonly {
    readonly name: string;
    readonly path: string;
    readonly bytes: number;
    readonly hash: string;
    readonly schema: {
      readonly primaryKey?: string;
      readonly fields: readonly { name: string; type: string; constraints?: { required?: boolean; enum?: string[] } }[];
    };
  }[];
}

/** What the Data Package, Data Resource and Table Schema specifications ask of the structure. */
function faultsOf(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): string[] {
  const read = (name: string) => files.find((file) => file.name === name)?.bytes ?? new Uint8Array();
  const { profile, name, resources }: Descriptor = JSON.parse(strFromU8(read('datapackage.json')));
  const faults: string[] = [];
  const check = (isSound: boolean, fault: string) => isSound || faults.push(fault);
  check(profile === 'tabular-data-package', 'profile');
  check(/^[a-z0-9._-]+$/.test(name), 'name of the package');
  check(resources.length > 0, 'no resource');
  check(new Set(resources.map((resource) => resource.name)).size === resources.length, 'names of resources repeat');
  for (const { name: table, path, bytes, hash, schema } of resources) {
    const content = read(path);
    check(/^[a-z0-9._-]+$/.test(table), `name of ${table}`);
    check(content.byteLength === bytes, `size of ${table}`);
    check(hash === `sha256:${createHash('sha256').update(content).digest('hex')}`, `hash of ${table}`);
    const [head = [], ...rows] = Papa.parse<string[]>(strFromU8(content), { skipEmptyLines: true }).data;
    const names = schema.fields.map((field) => field.name);
    check(JSON.stringify(head) === JSON.stringify(names), `heading of ${table}`);
    check(new Set(names).size === names.length, `fields of ${table} repeat`);
    const keys = rows.map((row) => row[names.indexOf(schema.primaryKey ?? '')]);
    check(schema.primaryKey === undefined || new Set(keys).size === rows.length, `key of ${table}`);
    for (const row of rows) {
      schema.fields.forEach((field, index) => {
        const value = row[index] ?? '';
        const isNumber = /^-?\d+(\.\d+)?$/.test(value);
        const isTyped =
          field.type === 'string' ||
          (field.type === 'boolean' && /^(true|false)$/.test(value)) ||
          (field.type === 'integer' && /^-?\d+$/.test(value)) ||
          (field.type === 'number' && isNumber);
        check(value === '' ? !field.constraints?.required : isTyped, `${table}.${field.name}: ${value}`);
        check(value === '' || (field.constraints?.enum?.includes(value) ?? true), `${table}.${field.name}: ${value}`);
      });
    }
  }
  return faults;
}

describe('renderDataPackage', () => {
  const files = renderDataPackage(SAMPLE, NAMES);
  const descriptor = JSON.parse(strFromU8(files[0]?.bytes ?? new Uint8Array()));

  test('is sound in structure', () => expect(faultsOf(files)).toEqual([]));

  test('the lines first, then one table an annex, in one folder', () => {
    expect(files.map(({ name, annex }) => [name, annex])).toEqual([
      ['datapackage.json', null],
      ['lines.csv', null],
      ['annex-03.csv', '3'],
      ['annex-12-3.csv', '12-3'],
    ]);
    expect(descriptor).toMatchObject({ created: '2023-02-10T00:00:00Z', edition: { version: '第2版', draft: true } });
  });

  test('figures are numbers in the unit that is printed, without a byte order mark', () => {
    const [, , annex] = files;
    expect(
      strFromU8(annex?.bytes ?? new Uint8Array())
        .split('\r\n')
        .slice(0, 2),
    ).toEqual(['row_id,row_role,row_level,code,name,exact,rounded,reception', 'total,total,0,,合计,937.60,0.01,0.00']);
    expect(descriptor.resources[1]).toMatchObject({ unit: '万元', notes: GRID.notes });
    expect(descriptor.resources[1].schema.fields[5]).toEqual({
      name: 'exact',
      type: 'number',
      title: '2023年预算数/总计',
      description: '单位：万元',
    });
  });

  test('the labelled values of a form stand in the descriptor', () => {
    const values = descriptor.resources[2].labelledValues;
    expect(values).toHaveLength(FORM.fields.length);
    expect(values.at(-1)).toEqual({ label: '绩效目标', value: '1.化解积案；\n2.排查矛盾。' });
  });

  test('a column with a word among its figures is of texts', () => {
    const [first, ...rest] = GRID.rows;
    const rows = first ? [{ ...first, cells: { ...first.cells, exact: words('—') } }, ...rest] : [];
    expect(faultsOf(renderDataPackage({ ...SAMPLE, tables: [{ ...GRID, rows }] }, NAMES))).toEqual([]);
  });

  test('annexes alone have no lines; nothing at all is no package', () => {
    expect(renderDataPackage(SAMPLE, { ...NAMES, lines: null }).map(({ name }) => name)).not.toContain('lines.csv');
    expect(renderDataPackage({ ...SAMPLE, tables: [] }, { ...NAMES, lines: null })).toEqual([]);
  });
});
