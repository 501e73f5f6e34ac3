import { describe, expect, it } from 'vitest';
import { sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { sampleVersion } from '../fixtures/sample-version.ts';
import { remarkedRows, remarksOfReturn, returnBefore, returnedRemarks, waitingRemarks } from './returned-remarks.ts';
import type { ReviewComment } from './workspace.ts';

const RETURNED_AT = '2023-02-10T00:00:00.000Z';
const RETURNED = sampleVersion({ id: 'v1', number: 1, state: 'RETURNED', decidedAt: RETURNED_AT });
const WITHDRAWN = sampleVersion({ id: 'v2', number: 2, state: 'WITHDRAWN' });
const DRAFT = sampleVersion({ id: 'v3', number: 3 });

function remark(id: string, over: Partial<ReviewComment> = {}): ReviewComment {
  return {
    ...{ id, versionNumber: 1, parentId: null, collection: null, rowKey: null, field: null },
    ...{ annex: null, annexRow: null, annexColumn: null, text: id },
    ...{ authorId: 'r', authorName: 'r', authorRole: 'REVIEWER' as const },
    ...{ createdAt: '2023-02-01T00:00:00.000Z', resolvedAt: null },
    ...over,
  };
}

describe('the return that a version answers', () => {
  it('is the one before it, whatever was withdrawn in between', () => {
    expect(returnBefore(DRAFT, [DRAFT, WITHDRAWN, RETURNED])).toBe(RETURNED);
    expect(returnBefore(DRAFT, [RETURNED, WITHDRAWN, DRAFT])).toBe(RETURNED);
    expect(returnBefore(RETURNED, [RETURNED])).toBeNull();
    expect(returnBefore(DRAFT, [sampleVersion({ number: 2, state: 'ACCEPTED' }), RETURNED])).toBeNull();
  });
});

describe('the remarks of a return', () => {
  it('are those that were open then, without answers', () => {
    const comments = [
      remark('open'),
      remark('settled since', { resolvedAt: '2023-02-11T00:00:00.000Z' }),
      remark('settled before', { resolvedAt: '2023-02-09T00:00:00.000Z' }),
      remark('made since', { createdAt: '2023-02-11T00:00:00.000Z' }),
      remark('answer', { parentId: 'open' }),
    ];
    expect(remarksOfReturn(RETURNED, comments).map(({ id }) => id)).toEqual(['open', 'settled since']);
    expect(remarksOfReturn({ decidedAt: null }, comments)).toEqual([]);
  });

  it('say whether they are settled or answered, those that wait first', () => {
    const comments = [
      remark('settled', { resolvedAt: '2023-02-11T00:00:00.000Z' }),
      remark('answered'),
      remark('open'),
      remark('early', { parentId: 'open' }),
      remark('late', { parentId: 'answered', createdAt: '2023-02-12T00:00:00.000Z' }),
    ];
    const found = returnedRemarks(
      { version: DRAFT, versions: [DRAFT, RETURNED], comments, returnedRows: {} },
      sampleBudget(),
    );
    expect(found).toMatchObject({ version: { number: 1 }, open: 2 });
    expect(found?.remarks.map((each) => [each.remark.id, each.isSettled, each.isAnswered, each.fate])).toEqual([
      ['answered', false, true, null],
      ['open', false, false, null],
      ['settled', true, false, null],
    ]);
    const before = { version: RETURNED, versions: [RETURNED], comments, returnedRows: {} };
    expect(returnedRemarks(before, sampleBudget())).toBeNull();
  });
});

describe('the rows that remarks are about', () => {
  const before = sampleBudget({
    basic: [{ amountFen: yuan(1) }, { amountFen: yuan(2) }],
    projects: [{ lines: [{ amountFen: yuan(3) }], indicators: [{}] }, {}],
  });
  const comments = [
    remark('line', { collection: 'expenditure', rowKey: '309001:basic-1' }),
    remark('project', { collection: 'projects', rowKey: '309001:project-1' }),
    remark('other project', { collection: 'projects', rowKey: '309001:project-2' }),
    remark('unknown', { collection: 'revenue', rowKey: 'nowhere' }),
    remark('whole'),
  ];
  const returnedRows = remarkedRows(comments, before);
  const fates = (after: typeof before) =>
    Object.fromEntries(
      (
        returnedRemarks({ version: DRAFT, versions: [DRAFT, RETURNED], comments, returnedRows }, after)?.remarks ?? []
      ).map(({ remark: { id }, fate }) => [id, fate]),
    );

  it('are alone kept of a version', () => {
    const keys = Object.entries(returnedRows).map(([id, rows]) => [id, rows.map(({ key }) => key)]);
    expect(keys).toEqual([
      ['line', ['309001:basic-1']],
      ['project', ['309001:project-1', '309001:project-1-line-1', '309001:project-1-indicator-1']],
      ['other project', ['309001:project-2']],
      ['unknown', []],
    ]);
  });

  it('are unchanged in the copy that a return opens', () => {
    const moved = { ...before, expenditure: before.expenditure.map((row) => ({ ...row, position: row.position + 1 })) };
    expect(fates(moved)).toEqual({
      ...{ line: 'unchanged', project: 'unchanged', 'other project': 'unchanged' },
      ...{ unknown: null, whole: null },
    });
  });

  it('are changed with the row, or with what belongs to a project', () => {
    const edit = (key: string) => ({
      ...before,
      expenditure: before.expenditure.map((row) => (row.key === key ? { ...row, amountFen: yuan(9) } : row)),
    });
    expect(fates(edit('309001:basic-1'))).toMatchObject({ line: 'changed', project: 'unchanged' });
    expect(fates(edit('309001:basic-2'))).toMatchObject({ line: 'unchanged', project: 'unchanged' });
    expect(fates(edit('309001:project-1-line-1'))).toMatchObject({ project: 'changed', 'other project': 'unchanged' });
    expect(fates({ ...before, indicators: [] })).toMatchObject({ project: 'changed' });
    const found = returnedRemarks(
      { version: DRAFT, versions: [DRAFT, RETURNED], comments, returnedRows },
      edit('309001:basic-1'),
    );
    expect(waitingRemarks(found)).toEqual({ open: 5, untouched: 2 });
    expect(waitingRemarks(null)).toEqual({ open: 0, untouched: 0 });
  });

  it('may be gone', () => {
    expect(fates({ ...before, expenditure: [], projects: [] })).toMatchObject({ line: 'removed', project: 'removed' });
  });
});
