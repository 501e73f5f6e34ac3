import type { AmountCell, AnnexTable, CellReference, TextCell } from '@/lib/domain/annexes/annex-table.ts';
import type { Publication } from '@/lib/publishing/publication.ts';

export function amount(amountFen: bigint, sumOf?: readonly CellReference[]): AmountCell {
  return { kind: 'amount', amountFen, style: 'fixed', ...(sumOf ? { sumOf } : {}) };
}

export function words(text: string): TextCell {
  return { kind: 'text', text };
}

const parts = (columnKey: string): readonly CellReference[] => [
  { rowId: '30101', columnKey },
  { rowId: '30102', columnKey },
];

/**
 * A grid with headings of three levels. Of its totals `exact` is the sum of its printed parts; `rounded` is not:
 * 0.005 + 0.005 万元 print as 0.01 + 0.01, and their exact sum as 0.01. `reception` is 60 yuan in all: a nought that is
 * none.
 */
export const GRID: AnnexTable = {
  annex: '3',
  number: '附件3',
  title: '示例区信访办公室一般公共预算基本支出预算表',
  unit: '万元',
  columns: [
    { key: 'code', label: '科目编码', content: 'code' },
    { key: 'name', label: '科目名称', content: 'text', indented: true },
    {
      key: 'year',
      label: '2023年预算数',
      children: [
        { key: 'exact', label: '总计', content: 'amount' },
        {
          key: 'vehicles',
          label: '公务用车',
          children: [
            { key: 'rounded', label: '购置', content: 'amount' },
            { key: 'reception', label: '接待', content: 'amount' },
          ],
        },
      ],
    },
  ],
  rows: [
    {
      id: 'total',
      role: 'total',
      level: 0,
      cells: {
        name: words('合计'),
        exact: amount(9_376_000_00n, parts('exact')),
        rounded: amount(1_0000n, parts('rounded')),
        reception: amount(40_00n),
      },
    },
    {
      id: '30101',
      role: 'body',
      level: 1,
      cells: {
        code: words('30101'),
        name: words('=HYPERLINK("x")'),
        exact: amount(9_376_012_50n),
        rounded: amount(5000n),
      },
    },
    {
      id: '30102',
      role: 'body',
      level: 2,
      cells: {
        code: words('30102'),
        name: words('津贴，补贴'),
        exact: amount(-12_50n),
        rounded: amount(5000n),
        reception: amount(0n),
      },
    },
  ],
  fields: [],
  notes: ['备注：因四舍五入，部分合计数与分项之和略有尾差。'],
  roundingDifferences: [],
  print: { orientation: 'landscape', layout: 'grid' },
};

/** A form: fields above, indicators below. */
export const FORM: AnnexTable = {
  annex: '12-3',
  number: '附件12-3',
  title: '示例区信访办公室2023年预算项目绩效目标表-3',
  unit: '万元',
  columns: [
    { key: 'level1', label: '一级指标', content: 'text', width: 24 },
    { key: 'level2', label: '二级指标', content: 'text', width: 32 },
    { key: 'level3', label: '三级指标', content: 'text', width: 56 },
    { key: 'operator', label: '指标性质', content: 'text', width: 16 },
    { key: 'weight', label: '权重', content: 'number', width: 12 },
  ],
  rows: [
    {
      id: 'a',
      role: 'body',
      level: 0,
      cells: {
        level1: words('产出指标'),
        level2: words('数量指标'),
        level3: words('化解疑难信访案件'),
        operator: words('＝'),
        weight: { kind: 'number', value: 40 },
      },
    },
    {
      id: 'b',
      role: 'body',
      level: 0,
      cells: {
        level1: words('产出指标'),
        level2: words('质量指标'),
        level3: words('＋1+1'),
        operator: words('≥'),
        weight: { kind: 'number', value: 50 },
      },
    },
  ],
  fields: [
    { key: 'name', label: '项目名称', value: words('疑难信访问题专项') },
    {
      key: 'amount',
      label: '资金总额（万元）',
      value: { kind: 'amount', amountFen: 937_60_00_00n, style: 'trimmed' },
      span: 'half',
    },
    { key: 'nature', label: '项目属性', value: words('常年'), span: 'half' },
    { key: 'goals', label: '绩效目标', value: ['1.化解积案；', '2.排查矛盾。'] },
  ],
  notes: [],
  roundingDifferences: [],
  print: { orientation: 'portrait', layout: 'form' },
};

export const SAMPLE: Publication = {
  titleLines: ['示例区信访办公室', '2023年部门预算情况说明'],
  organisation: '示例区信访办公室',
  year: 2023,
  versionLabel: '第2版',
  stateLabel: '已提交',
  draft: true,
  date: '2023-02-10',
  narrative: {
    titleLines: ['示例区信访办公室', '2023年部门预算情况说明'],
    sections: [
      {
        heading: '一、部门收支总体情况',
        level: 1,
        paragraphs: [
          {
            id: 'revenue',
            lead: '（一）收入预算：',
            runs: [
              { kind: 'text', text: '2023年年初预算数' },
              { kind: 'figure', text: '937.6', ref: 'revenue.total' },
              { kind: 'text', text: '万元。#set text(red) *非标记* $x$ @引用 <标签>' },
            ],
          },
        ],
        sections: [],
      },
    ],
    closing: [],
  },
  tables: [GRID, FORM],
};
