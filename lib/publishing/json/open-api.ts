const TEXT = { type: 'string' };
const WHOLE = { type: 'integer' };
const YUAN = { type: 'string', pattern: '^-?\\d+\\.\\d{2}$', description: '元，精确到分' };
const list = (items: object) => ({ type: 'array', items });
const nullable = (schema: { readonly type: string }) => ({ ...schema, type: [schema.type, 'null'] });
const object = (properties: Readonly<Record<string, object>>, required = Object.keys(properties)) => ({
  ...{ type: 'object', properties, required },
});
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });

const IDENTITY = {
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
          { name: 'q', in: 'query', description: '部门、单位或项目名称中的文字', schema: TEXT },
          { name: 'year', in: 'query', description: '预算年度', schema: WHOLE },
        ],
        responses: answers(object({ editions: list(ref('ListedEdition')) }), '按年度从近到远、再按单位编码'),
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
        responses: answers({ type: 'object' }, '印出的文字和精确金额'),
      },
    },
  },
  components: {
    schemas: {
      Problem: object({ code: TEXT, message: TEXT }),
      ListedEdition: object({ ...IDENTITY, ...BY_STATE }, Object.keys(IDENTITY)),
      Edition: object(
        {
          ...{ ...IDENTITY, ...BY_STATE, contact: TEXT, changeNote: TEXT },
          changes: list(object({ document: TEXT, place: TEXT, before: nullable(TEXT), after: nullable(TEXT) })),
          figures: object({
            ...{ general: ref('Amount'), basic: ref('Amount'), project: ref('Amount') },
            ...{ functions: list(ref('Amount')), threePublic: list(ref('Amount')) },
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
