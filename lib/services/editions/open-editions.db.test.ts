import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { editionJson, editionListItem } from '@/lib/publishing/json/open-json.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { type Stage, type StagedDraft, setStage } from '@/tests/stage.ts';
import { stageApproved } from '@/tests/stage-approved.ts';
import { openAdjustment } from '../budgets/open-adjustment.ts';
import { drawOpenEdition } from './draw-open-edition.ts';
import {
  readOpenAnnex,
  readOpenDocuments,
  readOpenEdition,
  readOpenFile,
  searchOpenEditions,
} from './open-editions.ts';
import { publishEdition } from './publish-edition.ts';
import { withdrawEdition } from './withdraw-edition.ts';

useTestDatabase();

const NOT_FOUND = { ok: false, error: { code: 'NOT_FOUND' } };
/** Written into the draft that follows, and into what stays in the house: none of it may be read by the public. */
const SECRET = '不得外传的内容';

let stage: Stage;
let staged: StagedDraft;

beforeAll(async () => {
  stage = await setStage();
  staged = await stageApproved(stage, 'open');
});

const place = (number?: number) => ({ year: 2023, unitCode: '309001', number });

async function publish(seenNumber: number): Promise<void> {
  const done = await publishEdition(stage.actors.BUDGET_OFFICE, {
    ...{ ...staged, seenNumber, secrecyReviewedBy: 'UNIT_HEAD', contact: '办公室', changeNote: '更正附件' },
  });
  expect(done).toMatchObject({ ok: true });
}

async function drawn(number?: number) {
  const page = await drawOpenEdition(place(number), 'https://budget.example.gov.cn');
  if (!page.ok) throw new Error(page.error.code);
  return page.value;
}

/** Everything that the public can reach, as one text. */
async function everythingPublic(): Promise<string> {
  const listed = await searchOpenEditions({});
  const opened = await readOpenEdition(place());
  const whole = opened.ok ? opened.value.editions : [];
  const documents = await Promise.all(whole.map(readOpenDocuments));
  const pages = await Promise.all(whole.map(({ number }) => drawn(number)));
  return JSON.stringify([listed.map(editionListItem), whole.map(editionJson), documents, pages]);
}

describe('before anything is published', () => {
  it('nothing is there', async () => {
    expect(await searchOpenEditions({})).toEqual([]);
    expect(await readOpenEdition(place())).toEqual(NOT_FOUND);
    expect(await readOpenFile(place(1), '01.json')).toEqual(NOT_FOUND);
    expect(await readOpenAnnex(place(1), '1')).toEqual(NOT_FOUND);
  });
});

describe('a published edition', () => {
  beforeAll(() => publish(0));

  it('is found by year, department, unit and project', async () => {
    const [{ projectNames: [project = ''] = [] } = {}] = await searchOpenEditions({});
    expect(project).not.toBe('');
    for (const words of ['', ' 信访 ', '单位001', project])
      expect(await searchOpenEditions({ typed: words })).toHaveLength(1);
    expect(await searchOpenEditions({ typed: '没有这个' })).toEqual([]);
    expect(await searchOpenEditions({ typed: '%' })).toEqual([]);
    expect(await searchOpenEditions({ typed: `${project}　信访` })).toHaveLength(1);
    expect(await searchOpenEditions({ typed: `${project} 没有这个` })).toEqual([]);
    expect(await searchOpenEditions({ typed: '单位００１' })).toHaveLength(1);
    expect(await searchOpenEditions({ year: 2022 })).toEqual([]);
    expect(await searchOpenEditions({ departmentCode: '309' })).toHaveLength(1);
  });

  it('gives its files byte for byte', async () => {
    const opened = await readOpenEdition(place());
    const files = opened.ok ? opened.value.edition.files : [];
    expect(files.length).toBeGreaterThan(20);
    for (const { name, sha256 } of files) {
      const file = await readOpenFile(place(1), name);
      expect(file.ok && createHash('sha256').update(file.value.content).digest('hex')).toBe(sha256);
    }
    expect(await readOpenFile(place(1), 'budget.json')).toEqual(NOT_FOUND);
    expect(await readOpenFile(place(2), files[0]?.name ?? '')).toEqual(NOT_FOUND);
  });

  it('prints each cell of each frozen annex on its page, in order', async () => {
    const { html } = await drawn();
    const opened = await readOpenEdition(place());
    if (!opened.ok) throw new Error('not there');
    const { annexes, narrative } = await readOpenDocuments(opened.value.edition);
    expect(narrative?.sections.length).toBeGreaterThan(3);
    expect(annexes.length).toBeGreaterThan(11);
    for (const annex of annexes) {
      const section = html.split(`aria-labelledby="annex-${annex.annex}">`)[1] ?? '';
      const body = section.slice(section.indexOf('<tbody>'), section.indexOf('</tbody>'));
      const cells = [...body.matchAll(/<t[dh][^>]*>([^<]*)<\/t[dh]>/g)].map(([, text = '']) => unescaped(text));
      const keys = leafKeys(annex.columns);
      expect([annex.annex, cells]).toEqual([
        annex.annex,
        annex.rows.flatMap((row) => keys.map((key) => row.cells[key] ?? '')),
      ]);
    }
  });

  it('has no script, and says for search engines what it is', async () => {
    const { html } = await drawn();
    const scripts = [...html.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/ld+json">']);
    const json = /<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '';
    expect(JSON.parse(json)).toMatchObject({
      '@type': 'Dataset',
      url: 'https://budget.example.gov.cn/open/2023/309001/1',
      version: '1',
    });
    expect(html).not.toMatch(/\son[a-z]+=|\sstyle=/);
  });

  it('tells nothing of what was not published', async () => {
    const { budgetId, versionId } = staged;
    const opened = await openAdjustment(stage.actors.BUDGET_OFFICE, { budgetId, versionId, reason: SECRET });
    if (!opened.ok) throw new Error(opened.error.code);
    const { versionId: draftId } = opened.value;
    await database().revenueLine.updateMany({ where: { versionId: draftId }, data: { note: SECRET } });
    await database().project.updateMany({ where: { versionId: draftId }, data: { name: SECRET } });
    await database().unit.update({ where: { id: stage.unitId }, data: { fullName: `${SECRET}单位` } });
    const text = await everythingPublic();
    expect(text).toContain('办公室');
    expect(text).not.toContain(SECRET);
    // Neither who did it nor under which ids it is kept
    for (const hidden of [budgetId, versionId, draftId, stage.unitId, stage.actors.BUDGET_OFFICE.userId]) {
      expect(text).not.toContain(hidden);
    }
    expect(text).not.toContain('budget-office-309');
    expect(await searchOpenEditions({ typed: SECRET })).toEqual([]);
  });
});

describe('a withdrawn edition', () => {
  beforeAll(async () => {
    const { id } = await database().edition.findFirstOrThrow({ where: { budgetId: staged.budgetId } });
    await withdrawEdition(stage.actors.BUDGET_OFFICE, {
      ...{ budgetId: staged.budgetId, editionId: id, reason: '附件二有误' },
    });
  });

  it('says so, and gives nothing of what it said', async () => {
    const { html, isWithdrawn } = await drawn(1);
    expect(isWithdrawn).toBe(true);
    expect(html).toContain('附件二有误');
    expect(html).not.toContain('<table');
    const opened = await readOpenEdition(place());
    if (!opened.ok) throw new Error('not there');
    const { edition } = opened.value;
    expect(edition.files.length).toBeGreaterThan(0);
    for (const { name } of edition.files) expect(await readOpenFile(place(1), name)).toEqual(NOT_FOUND);
    expect(await readOpenAnnex(place(1), '1')).toEqual(NOT_FOUND);
    expect(await readOpenDocuments(edition)).toEqual({ annexes: [], narrative: null });
    expect(JSON.stringify(editionJson(edition))).not.toContain('figures');
    const [project = ''] = edition.projectNames;
    expect(await searchOpenEditions({ typed: project })).toEqual([]);
    expect(await searchOpenEditions({ typed: '单位001' })).toMatchObject([{ state: 'WITHDRAWN' }]);
  });
});

function leafKeys(
  columns: readonly { readonly key: string; readonly children?: readonly never[] | readonly object[] }[],
): string[] {
  return columns.flatMap((column) =>
    column.children ? leafKeys(column.children as Parameters<typeof leafKeys>[0]) : [column.key],
  );
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
