const TEXT = { type: 'string' };
const WHOLE = { type: 'integer' };
const YUAN = { type: 'string', pattern: '^-?\\d+(\\.\\d{2})?$', description: '元，精确到分；整元不带小数' };
const list = (items: object) => ({ type: 'array', items });
const nullable = (schema: { readonly type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const object = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)) => ({
  ...{ type: 'object', properties, required },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const IDENTITY = {
  id: { type: 'string', description: '年度/单位编码/第几次公开，永不改变', pattern: '^\\d{4}/\\d+/\\d+$' },
  ...{ year: WHOLE, unitCode: TEXT, unitName: TEXT, departmentCode: TEXT, departmentName: TEXT, title: TEXT },
  ...{ isMerged: { type: 'boolean' }, unitCount: WHOLE },
  ...{ number: WHOLE, state: { type: 'string', enum: ['PUBLISHED', 'WITHDRAWN'] } },
  publishedAt: { type: 'string', format: 'date-time' },
  url: TEXT,
};

/** What a withdrawn edition has and what a published one has, beside what both have. */
const BY_STATE = {
  ...{ withdrawnAt: { type: 'string', format: 'date-time' }, withdrawReason: TEXT },
  ...{ expenditure: YUAN, projectNames: list(TEXT) },
};

const parameter = (name: string, description: string, schema: object = TEXT) => ({
  ...{ name, in: 'path', required: true, description, schema },
});

const EDITION_PARAMETERS = [
  parameter('year', '预算年度', WHOLE),
  parameter('unitCode', '单位编码，如 309001'),
  parameter('number', '第几次公开', WHOLE),
];

const answers = (schema: object, description: string) => ({
  200: {
    description,
    headers: { ETag: { description: '内容的 SHA-256', schema: TEXT } },
    content: { 'application/json': { schema } },
  },
  304: { description: '与 If-None-Match 所带的相同，内容未变' },
  404: { description: '没有公开，或已撤下', content: { 'application/json': { schema: ref('Problem') } } },
});

const query = (name: string, description: string, schema: object) => ({ name, in: 'query', description, schema });

/** Leaves of a heading hold the cells; a heading over them has only children. */
const ANNEX = object(
  {
    ...{ annex: TEXT, number: TEXT, title: TEXT, unit: { ...TEXT, description: '金额单位，没有金额时为空' } },
    fields: list(
      object({ key: TEXT, label: TEXT, value: { type: ['string', 'array', 'null'], items: TEXT }, amount: YUAN }, [
        ...['key', 'label', 'value'],
      ]),
    ),
    columns: list(object({ key: TEXT, label: TEXT, children: list({ type: 'object' }) }, ['key', 'label'])),
    rows: list(
      object({
        ...{ id: TEXT, role: { type: 'string', enum: ['total', 'body'] }, level: WHOLE },
        cells: { type: 'object', additionalProperties: nullable(TEXT), description: '印出的文字，按列的 key' },
        amounts: { type: 'object', additionalProperties: YUAN, description: '金额列的精确金额，按列的 key' },
      }),
    ),
    notes: list(TEXT),
  },
  ['annex', 'number', 'title', 'unit', 'columns', 'rows', 'notes'],
);

/** The description of the open API, as OpenAPI 3.1. */
export const OPEN_API = {
  openapi: '3.1.0',
  info: {
    title: '部门预算公开数据',
    version: '1.0.0',
    description: '已公开的部门预算，无需登录。金额为元，十进制文本。',
  },
  paths: {
    '/api/open/v1/editions': {
      get: {
        summary: '各单位各年度现行的公开',
        parameters: [
          query('q', '部门、单位或项目名称中的词，多个词用空格隔开，须全部符合', TEXT),
          query('year', '预算年度', WHOLE),
          query('department', '部门编码，如 309', TEXT),
          query('page', '页码，从 1 起', { ...WHOLE, minimum: 1, default: 1 }),
          query('perPage', '每页项数', { ...WHOLE, minimum: 1, maximum: 500, default: 100 }),
        ],
        responses: {
          ...answers(ref('EditionList'), '按年度从近到远、再按单位编码'),
          422: { description: '参数有误', content: { 'application/json': { schema: ref('Problem') } } },
        },
      },
    },
    '/api/open/v1/editions/{year}/{unitCode}/{number}': {
      get: {
        summary: '一次公开：主要数字、改动、文件',
        parameters: EDITION_PARAMETERS,
        responses: answers(ref('Edition'), '已撤下的只有撤下时间和原因'),
      },
    },
    '/api/open/v1/editions/{year}/{unitCode}/{number}/annexes/{annex}': {
      get: {
        summary: '一张附表，与公开的 JSON 文件逐字节相同；narrative 为情况说明',
        parameters: [...EDITION_PARAMETERS, parameter('annex', '附件编号，如 3、12-1 或 narrative')],
        responses: answers({ anyOf: [ref('Annex'), ref('Narrative')] }, '印出的文字和精确金额'),
      },
    },
  },
  components: {
    schemas: {
      Problem: object({ code: TEXT, message: TEXT }),
      EditionList: object({
        ...{ total: WHOLE, page: WHOLE, perPage: WHOLE },
        next: { ...nullable(TEXT), description: '下一页的地址，最后一页为 null' },
        editions: list(ref('ListedEdition')),
      }),
      Annex: ANNEX,
      Narrative: object({ sections: list({ type: 'object' }), closing: list({ type: 'object' }) }),
      ListedEdition: object({ ...IDENTITY, ...BY_STATE }, Object.keys(IDENTITY)),
      Edition: object(
        {
          ...{ ...IDENTITY, ...BY_STATE, contact: TEXT, changeNote: TEXT },
          changes: list(object({ document: TEXT, place: TEXT, before: nullable(TEXT), after: nullable(TEXT) })),
          figures: object({
            ...{ general: ref('Amount'), basic: ref('Amount'), project: ref('Amount') },
            functions: { ...list(ref('Amount')), description: '全部资金，按功能分类的类' },
            generalFunctions: {
              ...list(ref('Amount')),
              description: '一般公共预算财政拨款，按功能分类的类；上年数不详时为空',
            },
            threePublic: list(ref('Amount')),
          }),
          files: list(ref('File')),
        },
        [...Object.keys(IDENTITY), 'contact'],
      ),
      Amount: object({ key: TEXT, label: TEXT, amount: YUAN, prior: nullable(YUAN) }),
      File: object({
        ...{ name: TEXT, format: TEXT, part: TEXT, mediaType: TEXT, byteLength: WHOLE },
        ...{ sha256: { type: 'string', pattern: '^[0-9a-f]{64}$' }, url: TEXT },
      }),
    },
  },
};
