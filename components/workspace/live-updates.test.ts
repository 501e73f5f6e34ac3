import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { sampleWorkspace } from '@/lib/domain/fixtures/sample-workspace.ts';
import { ok } from '@/lib/domain/result.ts';
import { DraftStore } from './draft-store.ts';
import { LiveUpdates } from './live-updates.ts';
import type { LiveNews, NewsAnswer, NewsRequest } from './news-over-http.ts';

const KEY = '309001:basic-1';

function newsAt(contentRevision: number, rows: readonly object[] = []): NewsAnswer {
  const content = { rows: rows as never, profile: null, contentRevision };
  const news: LiveNews = { versionId: 'v1', state: 'DRAFT', contentRevision, present: [], remarks: '', content };
  return { kind: 'news', tag: `tag-${contentRevision}`, news };
}

function changed(workspace: ReturnType<typeof sampleWorkspace>, note: string, revision: number) {
  const line = workspace.budget.expenditure.find(({ key }) => key === KEY);
  return { collection: 'expenditure', key: KEY, theirs: { ...line, note }, revision, savedByName: '同事' };
}

function start(answers: (NewsAnswer | Promise<NewsAnswer>)[], typing: ReadonlySet<string> = new Set()) {
  const workspace = sampleWorkspace();
  const requests: NewsRequest[] = [];
  const store = new DraftStore(workspace, async () => ok({ rows: { [KEY]: 2 }, profile: 1, content: 2 }));
  const updates = new LiveUpdates({
    store,
    typingRows: () => typing,
    onNews: () => {},
    readNews: async (request) => {
      requests.push(request);
      return (await answers.shift()) ?? { kind: 'same' };
    },
  });
  return { workspace, requests, store, updates, note: () => store.snapshot().budget.expenditure[0]?.note };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('asking for news', () => {
  test('names what is known and the tag of the last answer, every few seconds', async () => {
    const { updates, requests } = start([newsAt(3)]);
    updates.start();
    await vi.advanceTimersByTimeAsync(6_000);
    updates.stop();
    expect(requests.map(({ since, tag }) => [since, tag])).toEqual([
      [1, null],
      [3, 'tag-3'],
      [3, 'tag-3'],
    ]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(requests).toHaveLength(3);
  });

  test('becomes rare while nobody answers, and stops when signed out until it is resumed', async () => {
    const silent = Array.from({ length: 20 }, (): NewsAnswer => ({ kind: 'unreachable' }));
    const { updates, requests } = start(silent);
    updates.start();
    await vi.advanceTimersByTimeAsync(120_000);
    expect(requests.length).toBeLessThan(9);
    silent.splice(0, 20, { kind: 'signed-out' });
    await vi.advanceTimersByTimeAsync(60_000);
    const asked = requests.length;
    await vi.advanceTimersByTimeAsync(300_000);
    expect(requests).toHaveLength(asked);
    updates.resume();
    await vi.advanceTimersByTimeAsync(10);
    expect(requests).toHaveLength(asked + 1);
    updates.stop();
  });
});

describe('taking over', () => {
  test('leaves the row that is being typed in, and asks again soon', async () => {
    const typing = new Set([KEY]);
    const workspace = sampleWorkspace();
    const answers = [newsAt(2, [changed(workspace, '同事的', 2)]), newsAt(2, [changed(workspace, '同事的', 2)])];
    const again = start(answers, typing);
    again.updates.start();
    await vi.advanceTimersByTimeAsync(10);
    expect(again.note()).toBe('a');
    typing.clear();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(again.note()).toBe('同事的');
    expect(again.requests.map(({ tag }) => tag)).toEqual([null, null]);
    again.updates.stop();
  });

  test('an answer from before a save of this window is not believed', async () => {
    let answer: (news: NewsAnswer) => void = () => {};
    const late = new Promise<NewsAnswer>((resolve) => {
      answer = resolve;
    });
    const { workspace, store, updates, note } = start([late]);
    updates.start();
    store.edit([{ op: 'update', collection: 'expenditure', key: KEY, fields: { note: '我的' } }]);
    await store.flush();
    answer(newsAt(1, [changed(workspace, 'a', 1)]));
    await vi.advanceTimersByTimeAsync(10);
    expect(note()).toBe('我的');
    updates.stop();
  });
});
