import { describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

const parse = (line: string) => parseCommand(line.split(' ').filter((word) => word !== ''));
const BUDGET = { unitCode: '309001', year: 2023, number: undefined };

describe('a command', () => {
  it.each([
    ['import a.json', { name: 'import', file: 'a.json', replace: false }],
    ['import --replace a.json', { name: 'import', file: 'a.json', replace: true }],
    [
      'export --unit 309001 --year 2023 --to out',
      { name: 'export', folder: 'out', formats: ['json'], options: [], ...BUDGET },
    ],
    [
      'export --unit=309001 --year=2023 --to out --format XLSX,pdf,pdf --version 2',
      { name: 'export', folder: 'out', formats: ['xlsx', 'pdf'], options: [], ...BUDGET, number: 2 },
    ],
    [
      'export --department 309 --year 2023 --to out',
      { name: 'export', folder: 'out', formats: ['json'], options: [], departmentCode: '309', year: 2023 },
    ],
    [
      'export --unit 309001 --year 2023 --to out --format pdf --options cover,contents,untagged',
      {
        ...{ name: 'export', folder: 'out', formats: ['pdf'] },
        ...{ options: ['cover', 'contents', 'untagged'], ...BUDGET },
      },
    ],
    ['check --department 309 --year 2023', { name: 'check', json: false, departmentCode: '309', year: 2023 }],
    ['check --unit 309001 --year 2023', { name: 'check', json: false, ...BUDGET }],
    ['check --unit 309001 --year 2023 --json', { name: 'check', json: true, ...BUDGET }],
    ['help', { name: 'help' }],
    ['check --help', { name: 'help' }],
  ])('%s', (line, expected) => expect(parse(line)).toEqual({ ok: true, value: expected }));

  it.each([
    ['', '缺少命令：import、export 或 check。'],
    ['drop', '没有“drop”这个命令，应为 import、export 或 check。'],
    ['import', '缺少要导入的文件。'],
    ['import a.json b.json', '一次导入一个文件，多余的参数：b.json'],
    ['import a.json --unit 309001', '命令 import 没有参数 --unit。'],
    ['check --year 2023', '缺少单位编码 --unit，如 --unit 309001；或部门编码 --department，如 --department 309。'],
    [
      'check --unit 309001 --department 309 --year 2023',
      '--unit 与 --department 只能写一个：一个单位，或一个部门的全部单位。',
    ],
    [
      'export --department 309 --year 2023 --version 2 --to out',
      '--department 取各单位的最新版本，不能与 --version 同用。',
    ],
    ['check --department 309', '缺少年度 --year，如 --year 2023。'],
    ['import a.json --department 309', '命令 import 没有参数 --department。'],
    ['check --unit 309001', '缺少年度 --year，如 --year 2023。'],
    ['check --unit 309001 --year 二三', '年度 --year 应为四位数字，不是“二三”。'],
    ['check --unit 309001 --year 2023 --version 0', '版本号 --version 应为 1、2、3 这样的数字，不是“0”。'],
    ['check --unit 309001 --year 2023 more', '多余的参数：more'],
    ['export --unit 309001 --year 2023', '缺少导出目录 --to，如 --to out。'],
    [
      'export --unit 309001 --year 2023 --to out --format json,doc',
      '没有“doc”这种格式，应为 json、xlsx、pdf、csv、docx、html、datapackage，以逗号分隔。',
    ],
    [
      'export --unit 309001 --year 2023 --to out --options toc',
      '没有“toc”这个版式选项，应为 cover、contents、untagged，以逗号分隔。',
    ],
    [
      'export --unit 309001 --year 2023 --to out --format ,',
      '请写明格式 --format：json、xlsx、pdf、csv、docx、html、datapackage，以逗号分隔。',
    ],
  ])('refused: %s', (line, sentence) => expect(parse(line)).toEqual({ ok: false, error: sentence }));

  it('refused: an option that nobody knows', () => {
    const result = parse('check --unti 309001');
    expect(result.ok ? '' : result.error).toMatch(/^参数有误：.*--unti/);
  });
});
