import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { plainCodeRecord } from './code-record.ts';
import { treeIssues } from './code-tree.ts';
import { readCsv } from './csv-table.ts';
import { CODE_BOOK_FILES, type CodeBookTexts, parseCodeBook } from './parse-code-book.ts';

const FUNCTIONAL = 'code,name,parent,level,budget_type,valid_from,valid_to,unverified';
const ECONOMIC =
  'code,name,parent,level,basic_expenditure_column,government_code_administrative,government_code_institution,valid_from,valid_to,unverified';
const GOVERNMENT = 'code,name,parent,level,valid_from,valid_to,unverified';

const SMALL: CodeBookTexts = {
  functional: `${FUNCTIONAL}
201,一般公共服务支出,,类,一般公共预算,,,false
20103,办公厅,201,款,一般公共预算,,,false
2010308,信访事务,20103,项,一般公共预算,,2023-12-31,false
2010399,其他,20103,项,一般公共预算,2024-01-01,,true
`,
  economic: `${ECONOMIC}
301,工资福利支出,,类,人员经费,,,,,false
30101,基本工资,301,款,人员经费,50101,50501,,,false
`,
  governmentEconomic: `${GOVERNMENT}
501,机关工资福利支出,,类,,,false
50101,工资奖金津补贴,501,款,,,false
505,对事业单位经常性补助,,类,,,false
50501,工资福利支出,505,款,,,true
`,
  expenditureClasses: 'code,name\n201,一般公共服务支出\n',
  succession: 'old_code,new_codes,from,unverified\n2010308,2010399,2024-01-01,true\n',
};

function issuesOf(changed: Partial<CodeBookTexts>) {
  const result = parseCodeBook({ ...SMALL, ...changed });
  return result.ok ? [] : result.error.map((issue) => `${issue.path} ${issue.message}`);
}

describe('the shipped book', () => {
  const texts = Object.fromEntries(
    Object.entries(CODE_BOOK_FILES).map(([name, file]) => [
      name,
      readFileSync(`prisma/classification/2023/${file}`, 'utf8'),
    ]),
  ) as CodeBookTexts;

  it('is without fault and whole', () => {
    const book = parseCodeBook(texts);
    if (!book.ok) throw new Error(JSON.stringify(book.error));
    const levels = book.value.functional.map((code) => code.level);
    expect(book.value.functional).toHaveLength(1369);
    expect([1, 2, 3].map((level) => levels.filter((one) => one === level).length)).toEqual([30, 230, 1109]);
    expect(book.value.economic).toHaveLength(110);
    expect(book.value.expenditureClasses).toHaveLength(28);
  });

  it('marks what nobody has checked', () => {
    const book = parseCodeBook(texts);
    const unverified = book.ok ? book.value.functional.filter((code) => code.unverified).length : 0;
    expect(unverified).toBe(1282);
  });

  it('has a revenue list that is a tree too', () => {
    const file = 'revenue.csv';
    const table = readCsv(file, readFileSync(`prisma/classification/2023/${file}`, 'utf8'), plainCodeRecord);
    expect(table.records).toHaveLength(48);
    expect([...table.issues, ...treeIssues(file, table.records)]).toEqual([]);
  });
});

describe('faults are named with file, row and column', () => {
  it('accepts the small book they are made from', () => {
    expect(issuesOf({})).toEqual([]);
  });

  it.each([
    [
      'a code twice',
      '20103,办公厅,201,款,一般公共预算,,,false',
      'functional.csv:6:code 科目 20103 重复，第 3 行已有此科目。',
    ],
    [
      'a parent that is missing',
      '2010401,甲,20104,项,一般公共预算,,,false',
      'functional.csv:6:parent 科目 2010401 的上级科目 20104 不在表中。',
    ],
    [
      'a prefix that is not the parent',
      '2020301,甲,20103,项,一般公共预算,,,false',
      'functional.csv:6:parent 科目 2020301 应以上级科目 20103 开头，且只低一级。',
    ],
    [
      'a level skipped',
      '2010301,甲,201,项,一般公共预算,,,false',
      'functional.csv:6:parent 科目 2010301 应以上级科目 201 开头，且只低一级。',
    ],
    [
      'a level of another length',
      '20109,甲,201,项,一般公共预算,,,false',
      'functional.csv:6:code 项级科目 20109 应为 7 位数字。',
    ],
    [
      'a class with a parent',
      '202,甲,201,类,一般公共预算,,,false',
      'functional.csv:6:parent 类级科目 202 不应有上级科目。',
    ],
    [
      'an unknown budget',
      '202,甲,,类,地方预算,,,false',
      'functional.csv:6:budget_type “地方预算”不是允许的内容，应为：一般公共预算、政府性基金、国有资本经营。',
    ],
    [
      'a property of every object as a word',
      '202,甲,,类,constructor,,,false',
      'functional.csv:6:budget_type “constructor”不是允许的内容，应为：一般公共预算、政府性基金、国有资本经营。',
    ],
    [
      'a year for a date',
      '202,甲,,类,一般公共预算,2024,,false',
      'functional.csv:6:valid_from 日期应写作 YYYY-MM-DD，如 2024-01-01。',
    ],
    [
      'a code that is no code',
      '20A,甲,,类,一般公共预算,,,false',
      'functional.csv:6:code 科目编码应为 3、5 或 7 位数字。',
    ],
    ['no name', '202,,,类,一般公共预算,,,false', 'functional.csv:6:name 科目名称不能为空。'],
  ])('%s', (_, row, expected) => {
    expect(issuesOf({ functional: `${SMALL.functional}${row}\n` })).toEqual([expected]);
  });

  it('a child that outlives its parent', () => {
    const functional = SMALL.functional.replace(
      '20103,办公厅,201,款,一般公共预算,,,',
      '20103,办公厅,201,款,一般公共预算,,2023-12-31,',
    );
    expect(issuesOf({ functional })).toEqual([
      'functional.csv:5:valid_from 科目 2010399 的有效期超出上级科目 20103 的有效期。',
    ]);
  });

  it('an economic code mapped to nowhere', () => {
    const economic = SMALL.economic.replace('50501', '50502');
    expect(issuesOf({ economic })).toEqual([
      'economic.csv:3 科目 30101 对应的政府预算经济分类 50502 不在 government-economic.csv 中。',
    ]);
  });

  it('a printed class that is none', () => {
    expect(issuesOf({ expenditureClasses: 'code,name\n201,甲\n201,甲\n20103,乙\n' })).toEqual([
      'expenditure-classes.csv:3:code 类级功能科目 201 重复。',
      'expenditure-classes.csv:4:code 20103 不是类级功能科目。',
    ]);
  });

  it('a succession of codes that are unknown, still in force, or not yet', () => {
    const succession = `old_code,new_codes,from,unverified
2010308,2010398,2024-01-01,true
2010308,2010399,2023-01-01,true
`;
    expect(issuesOf({ succession })).toEqual([
      'succession.csv:2:new_codes 新科目 2010398 不在功能科目表中。',
      'succession.csv:3:from 原科目 2010308 在 2023-01-01 仍然有效，应先填写停用日期。',
      'succession.csv:3:new_codes 新科目 2010399 在 2023-01-01 尚未启用。',
    ]);
  });

  it('several at once, and a file with a BOM and blank rows', () => {
    const functional = `\uFEFF${SMALL.functional}\n,,,,,,,\n202,,,类,一般公共预算,,,no\n`;
    expect(issuesOf({ functional })).toEqual([
      'functional.csv:8:name 科目名称不能为空。',
      'functional.csv:8:unverified “no”不是允许的内容，应为：true、false。',
    ]);
  });
});
