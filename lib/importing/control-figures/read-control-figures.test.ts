import { describe, expect, it } from 'vitest';
import { itemText } from '@/lib/domain/budget/control-form.ts';
import { renderControlFigures } from '@/lib/publishing/control-figures/render-control-figures.ts';
import { openControlFile } from './open-control-file.ts';
import { type KnownUnit, readControlFigures } from './read-control-figures.ts';

const key = (digit: string) => `${digit.repeat(8)}-0000-4000-8000-000000000000`;
const UNITS: readonly KnownUnit[] = [
  {
    ...{ unitId: 'u1', unitCode: '309001', unitName: '信访办' },
    projects: [
      { key: key('1'), name: '信访维稳', category: 'INITIAL_GENERAL' },
      { key: key('2'), name: '同名', category: 'INITIAL_GENERAL' },
      { key: key('3'), name: '同名', category: 'SUPERIOR_ADVANCE' },
    ],
    figures: [{ item: `project:${key('9')}` }],
  },
  { unitId: 'u2', unitCode: '309002', unitName: '档案馆', projects: [], figures: [] },
];
const HEADING = '单位编码,单位名称,类别,项目组/项目,资金来源,金额（元）';

async function readText(...lines: string[]) {
  const sheets = await openControlFile(new TextEncoder().encode([HEADING, ...lines].join('\r\n')));
  if (!sheets.ok) throw new Error(sheets.error.reason);
  const reading = readControlFigures(sheets.value, UNITS);
  if (!reading.ok) throw new Error(reading.error.reason);
  return reading.value;
}

const faultsOf = async (...lines: string[]) =>
  (await readText(...lines)).faults.map(({ address, message }) => `${address} ${message}`);

describe('a file of control figures', () => {
  it('names figures of categories, groups and projects', async () => {
    const { figures, faults } = await readText(
      '309001,信访办,人员经费,,一般公共预算,"1,000.50"',
      '309001,,项目支出,一般性项目,一般公共预算,200',
      '309001,,项目支出,信访维稳,政府性基金预算,1万元',
      '309002,,公用经费,,事业收入,',
    );
    expect(faults).toEqual([]);
    expect(
      figures.map(({ unitId, category, item, source, amountFen }) => [unitId, category, item, source, amountFen]),
    ).toEqual([
      ['u1', 'PERSONNEL', '', 'GENERAL_PUBLIC', 100_050n],
      ['u1', 'PROJECT', 'group:INITIAL_GENERAL', 'GENERAL_PUBLIC', 20_000n],
      ['u1', 'PROJECT', `project:${key('1')}`, 'GOVERNMENT_FUND', 1_000_000n],
      ['u2', 'ROUTINE', '', 'BUSINESS', null],
    ]);
  });

  it('is told every error by its cell, and loses no other row by it', async () => {
    const faults = await faultsOf(
      '999,,人员经费,,一般公共预算,1',
      '309001,档案馆,人员经费,,一般公共预算,1',
      '309001,,工资,,公共预算,多',
      '309001,,人员经费,信访维稳,一般公共预算,1',
      '309001,,项目支出,不存在,一般公共预算,1',
      '309001,,项目支出,同名,一般公共预算,1',
      '309001,,项目支出,,一般公共预算,1',
      '309001,,项目支出,,一般公共预算,2',
    );
    expect(faults.map((fault) => fault.split(' ')[0])).toEqual([
      ...['CSV!A2', 'CSV!B3', 'CSV!C4', 'CSV!E4', 'CSV!F4', 'CSV!D5', 'CSV!D6', 'CSV!D7', 'CSV!F9'],
    ]);
    expect((await readText('999,,,,,', '309001,,项目支出,,一般公共预算,1')).figures).toHaveLength(1);
  });

  it('reads back what was written, namesakes and projects that are gone too', async () => {
    const [unit] = UNITS;
    if (!unit) throw new Error('no unit');
    const items = [
      `project:${key('2')}`,
      `project:${key('3')}`,
      `project:${key('9')}`,
      'group:SUPERIOR_ADVANCE',
    ] as const;
    const bytes = await renderControlFigures(
      2023,
      items.map((item, index) => ({
        ...{ unitCode: unit.unitCode, unitName: unit.unitName, category: 'PROJECT' as const },
        ...{ itemText: itemText(item, unit.projects), sourceName: '一般公共预算', amountFen: BigInt(index) + 1n },
      })),
    );
    const sheets = await openControlFile(bytes);
    const reading = sheets.ok ? readControlFigures(sheets.value, UNITS) : sheets;
    expect(reading).toMatchObject({ ok: true, value: { faults: [] } });
    const figures = reading.ok ? reading.value.figures : [];
    expect(figures.map(({ item, amountFen }) => [item, amountFen])).toEqual(
      items.map((item, index) => [item, BigInt(index) + 1n]),
    );
  });

  it('takes CSV as Excel saves it in Chinese', async () => {
    /* 单位编码 and so on in GB 18030. */
    const bytes = Buffer.from(
      'b5a5cebbb1e0c2eb2cc0e0b1f02cd7cabdf0c0b4d4b42cbdf0b6ee0d0a3330393030312cc8cbd4b1beadb7d12cd2bbb0e3b9abb9b2d4a4cbe32c350d0a',
      'hex',
    );
    const sheets = await openControlFile(bytes);
    expect(sheets.ok && readControlFigures(sheets.value, UNITS)).toMatchObject({
      value: { figures: [{ unitId: 'u1', category: 'PERSONNEL', amountFen: 500n }] },
    });
  });

  it('is refused when it is something else', async () => {
    expect(await openControlFile(new Uint8Array([0, 1, 2]))).toMatchObject({ error: { reason: 'NOT_A_WORKBOOK' } });
    const sheets = await openControlFile(new TextEncoder().encode('a,b\n1,2'));
    expect(sheets.ok && readControlFigures(sheets.value, UNITS)).toMatchObject({ error: { reason: 'NOTHING_KNOWN' } });
  });
});
