import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromJSONSchema } from 'zod';
import { database } from '@/lib/db/client.ts';
import { OPEN_API } from '@/lib/publishing/json/open-api.ts';
import { publishEdition } from '@/lib/services/editions/publish-edition.ts';
import { withdrawEdition } from '@/lib/services/editions/withdraw-edition.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, type StagedDraft, setStage } from '@/tests/stage.ts';
import { stageApproved } from '@/tests/stage-approved.ts';
import { GET as getAnnexJson } from '../api/open/v1/editions/[year]/[unitCode]/[number]/annexes/[annex]/route.ts';
import { GET as getEditionJson } from '../api/open/v1/editions/[year]/[unitCode]/[number]/route.ts';
import { GET as getListJson } from '../api/open/v1/editions/route.ts';
import { GET as getAnnex } from './[year]/[unitCode]/[number]/annexes/[annex]/route.ts';
import { GET as getFile } from './[year]/[unitCode]/[number]/files/[name]/route.ts';
import { GET as getEdition } from './[year]/[unitCode]/[number]/route.ts';
import { GET as getCurrent } from './[year]/[unitCode]/route.ts';
import { GET as getDepartment } from './departments/[code]/route.ts';
import { GET as getIndex } from './route.ts';
import { GET as getSitemap } from './sitemap.xml/route.ts';

useTestDatabase();

const ORIGIN = 'https://budget.example.gov.cn';

type Route = (request: Request, context: { params: Promise<unknown> }) => Promise<Response>;

let stage: Stage;
let first: StagedDraft;
let second: StagedDraft;

/** Two units with an edition each. */
beforeAll(async () => {
  Object.assign(process.env, { NEXTAUTH_SECRET: 'x'.repeat(32), NEXTAUTH_URL: ORIGIN });
  stage = await setStage();
  first = await stageApproved(stage, 'one');
  second = await stageApproved({ ...stage, unitId: stage.otherUnitId }, 'two');
  for (const staged of [first, second]) await publish(staged, 0);
});

async function publish(staged: StagedDraft, seenNumber: number): Promise<void> {
  const published = await publishEdition(stage.actors.BUDGET_OFFICE, {
    ...{ ...staged, seenNumber, secrecyReviewedBy: 'UNIT_HEAD', contact: '办公室', changeNote: '补充附件说明' },
  });
  expect(published).toMatchObject({ ok: true });
}

async function withdraw({ budgetId }: StagedDraft, number: number): Promise<void> {
  const { id: editionId } = await database().edition.findFirstOrThrow({ where: { budgetId, number } });
  const reason = '附件二有误，另行公开';
  expect(await withdrawEdition(stage.actors.BUDGET_OFFICE, { budgetId, editionId, reason })).toMatchObject({
    ok: true,
  });
}

const PLACE = { year: '2023', unitCode: '309001', number: '1' };

function ask(route: Route, params: object = {}, query = '', headers: Record<string, string> = {}): Promise<Response> {
  return route(new Request(`${ORIGIN}/open${query}`, { headers }), { params: Promise.resolve(params) });
}

async function pageOf(route: Route, params: object = {}, query = ''): Promise<string> {
  const response = await ask(route, params, query);
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  return response.text();
}

/** The names of rows, in the order of a page's last table. */
function rowNames(html: string): readonly string[] {
  const body = html.slice(html.lastIndexOf('<tbody>'), html.lastIndexOf('</tbody>'));
  return [...body.matchAll(/<th scope="row"[^>]*>([^<]*)/g)].map(([, name = '']) => name);
}

describe('the list', () => {
  it('shows a year, and finds names in all years', async () => {
    const html = await pageOf(getIndex);
    expect(html).toContain('2份');
    expect(html).toContain('href="/open/2023/309001"');
    expect(html).toContain(`<link rel="canonical" href="${ORIGIN}/open">`);
    expect(await pageOf(getIndex, {}, '?q=%E5%8D%95%E4%BD%8D%EF%BC%90%EF%BC%90%EF%BC%92')).toContain('共 1 项');
  });

  it('says that nothing was found, and keeps what was typed', async () => {
    const html = await pageOf(getIndex, {}, '?q=%3Cb%3E%E6%B2%A1%E6%9C%89&year=2023');
    expect(html).toContain('没有找到与“&lt;b&gt;没有”有关的公开内容（2023年）');
    expect(html).toContain('value="&lt;b&gt;没有"');
    expect(html).not.toContain('<b>没有');
  });

  it('says so of a year and of a page that are not there', async () => {
    expect(await pageOf(getIndex, {}, '?year=1999')).toContain('1999年没有公开的预算');
    expect(await pageOf(getIndex, {}, '?page=9')).toContain('没有第 9 页，共 1 页');
    const refused = await ask(getIndex, {}, '?page=0');
    expect([refused.status, (await refused.text()).includes('页码应为正整数')]).toEqual([422, true]);
  });

  it('leads search engines to what holds', async () => {
    const xml = await (await ask(getSitemap)).text();
    expect(xml).toContain(`<loc>${ORIGIN}/open/2023/309001/1</loc><lastmod>`);
    expect(xml).toContain(`<loc>${ORIGIN}/open/departments/309</loc>`);
  });
});

describe('an edition', () => {
  it('is kept by caches for a minute, and answers 304 to who has it', async () => {
    const response = await ask(getCurrent, PLACE);
    expect(response.headers.get('cache-control')).toBe('public, max-age=0, s-maxage=60, must-revalidate');
    const again = await ask(getCurrent, PLACE, '', { 'if-none-match': response.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
    expect(again.headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('adds up with the others of its department', async () => {
    const html = await pageOf(getDepartment, { code: '309' });
    expect(html).toContain('支出合计');
    expect(html).toContain('href="/open/2023/309002"');
    expect((await ask(getDepartment, { code: '999' })).status).toBe(404);
  });

  it('has each annex on a page of its own, sorted without scripts', async () => {
    const place = { ...PLACE, annex: '2' };
    const plain = await pageOf(getAnnex, place);
    const sorted = await pageOf(getAnnex, place, '?sort=y2023Total&dir=asc');
    expect(sorted).toMatch(/aria-sort="ascending"><a href="\?sort=y2023Total&amp;dir=desc">/);
    expect(sorted).toContain('已按“总计”从小到大排列');
    expect(rowNames(sorted)[0]).toBe('合计');
    expect(rowNames(sorted)).not.toEqual(rowNames(plain));
    expect(rowNames(sorted).toSorted()).toEqual(rowNames(plain).toSorted());
    const canonical = `<link rel="canonical" href="${ORIGIN}/open/2023/309001/1/annexes/2">`;
    for (const html of [plain, sorted]) expect(html).toContain(canonical);
    for (const query of ['?sort=nothing', '?sort=%3Cb%3E&dir=sideways']) {
      expect(rowNames(await pageOf(getAnnex, place, query))).toEqual(rowNames(plain));
    }
    expect((await ask(getAnnex, { ...PLACE, annex: '99' })).status).toBe(404);
    expect((await ask(getAnnex, { ...PLACE, annex: 'narrative' })).status).toBe(404);
  });
});

describe('the open API', () => {
  it('answers as it is described', async () => {
    expectDescribed('EditionList', await jsonOf(getListJson, {}, '?perPage=1'));
    expectDescribed('Edition', await jsonOf(getEditionJson, PLACE));
    for (const annex of ['1', '2', '10', '11', '12-1']) {
      expectDescribed('Annex', await jsonOf(getAnnexJson, { ...PLACE, annex }));
    }
    expectDescribed('Narrative', await jsonOf(getAnnexJson, { ...PLACE, annex: 'narrative' }), { strict: false });
    for (const [query, status] of [
      ['?perPage=501', 422],
      ['?page=x', 422],
      ['?year=23', 422],
    ] as const) {
      const refused = await ask(getListJson, {}, query);
      expect([query, refused.status]).toEqual([query, status]);
      expectDescribed('Problem', await refused.json());
    }
    const missing = await ask(getEditionJson, { ...PLACE, number: '7' });
    expect([missing.status, missing.headers.get('access-control-allow-origin')]).toEqual([404, '*']);
    expectDescribed('Problem', await missing.json());
  });

  it('is described closely enough to notice what is wrong', async () => {
    const edition = Object(await jsonOf(getEditionJson, PLACE));
    for (const wrong of [{ more: 1 }, { number: '1' }, { state: 'DRAFT' }, { id: undefined }]) {
      expect(() => expectDescribed('Edition', { ...edition, ...wrong })).toThrow();
    }
    const figures = { ...edition.figures, general: { ...edition.figures.general, amount: '1.5' } };
    expect(() => expectDescribed('Edition', { ...edition, figures })).toThrow();
  });

  it('describes nothing that is not there', () => {
    const text = JSON.stringify(OPEN_API);
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g)) {
      expect(Object.keys(OPEN_API.components.schemas)).toContain(name);
    }
    for (const [path, { get }] of Object.entries(OPEN_API.paths)) {
      const parameters: readonly { readonly name: string; readonly in: string }[] = get.parameters;
      const named = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(named).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it('leads from page to page until there is no more', async () => {
    const ids: string[] = [];
    let query = '?year=2023&department=309&perPage=1';
    for (let pages = 0; pages < 5 && query !== ''; pages += 1) {
      const { editions, next, total } = Object(await jsonOf(getListJson, {}, query));
      expect(total).toBe(2);
      ids.push(...editions.map(({ id }: { id: string }) => id));
      query = next === null ? '' : new URL(next, ORIGIN).search;
    }
    expect(ids).toEqual(['2023/309001/1', '2023/309002/1']);
  });

  it('may be read by the programs of any site, files too', async () => {
    const name = '01.json';
    for (const response of [await ask(getListJson), await ask(getFile, { ...PLACE, name })]) {
      expect(response.headers.get('access-control-allow-origin')).toBe('*');
    }
    expect((await ask(getIndex)).headers.get('access-control-allow-origin')).toBeNull();
    const file = await (await ask(getFile, { ...PLACE, name })).arrayBuffer();
    const annex = await (await ask(getAnnexJson, { ...PLACE, annex: '1' })).arrayBuffer();
    expect(Buffer.from(annex).equals(Buffer.from(file))).toBe(true);
    const { files } = Object(await jsonOf(getEditionJson, PLACE));
    const { sha256 } = files.find((one: { name: string }) => one.name === name);
    expect(createHash('sha256').update(Buffer.from(file)).digest('hex')).toBe(sha256);
  });
});

describe('a correction and its withdrawal', () => {
  beforeAll(() => publish(first, 1));

  it('are seen on every page, and the first edition holds again', async () => {
    const before = (await ask(getCurrent, PLACE)).headers.get('etag');
    expect(await pageOf(getEdition, PLACE)).toContain('以<a href="/open/2023/309001/2">第2次公开</a>为准');
    expect(await pageOf(getAnnex, { ...PLACE, annex: '2' })).toContain('第2次公开');
    expect(await pageOf(getCurrent, PLACE)).toContain('补充附件说明');
    await withdraw(first, 2);
    const current = await ask(getCurrent, PLACE, '', { 'if-none-match': before ?? '' });
    expect(current.status).toBe(200);
    expect(await current.text()).toContain('历次公开');
    const gone = { ...PLACE, number: '2' };
    for (const [route, params] of [
      [getEdition, gone],
      [getAnnex, { ...gone, annex: '2' }],
    ] as const) {
      const response = await ask(route, params, '', { 'if-none-match': '*' });
      const text = await response.text();
      expect([response.status, text.includes('附件二有误'), text.includes('<table')]).toEqual([410, true, false]);
      expect(text).toContain('<meta name="robots" content="noindex">');
    }
    expect((await ask(getFile, { ...gone, name: '01.json' })).status).toBe(404);
    expectDescribed('Edition', await jsonOf(getEditionJson, gone));
  });

  it('of the only edition leave the unit in the list, without figures', async () => {
    await withdraw(second, 1);
    const html = await pageOf(getIndex);
    expect(html).toMatch(/309002">[^<]*<\/a><\/th>.*?已撤下/);
    expectDescribed('EditionList', await jsonOf(getListJson));
    expect(await (await ask(getSitemap)).text()).not.toContain('309002');
  });
});

async function jsonOf(route: Route, params: object = {}, query = ''): Promise<unknown> {
  const response = await ask(route, params, query);
  expect(response.status).toBe(200);
  expect(response.headers.get('etag')).toMatch(/^"[0-9a-f]{64}"$/);
  return response.json();
}

/** Valid by a schema of the description; `strict`: with no field that it does not name. */
function expectDescribed(name: keyof typeof OPEN_API.components.schemas, value: unknown, { strict = true } = {}): void {
  const text = JSON.stringify(OPEN_API.components.schemas).replaceAll('#/components/schemas/', '#/$defs/');
  const $defs = JSON.parse(text, (_key, part) =>
    strict && part?.type === 'object' && part.properties ? { additionalProperties: false, ...part } : part,
  );
  const schema = fromJSONSchema({
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $ref: `#/$defs/${name}`,
    $defs,
  });
  const parsed = schema.safeParse(value);
  expect(parsed.error?.issues ?? []).toEqual([]);
}
