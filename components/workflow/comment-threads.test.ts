import { expect, test } from 'vitest';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import { commentThreads } from './comment-threads.ts';

const comment = (id: string, over: Partial<ReviewComment> = {}): ReviewComment => ({
  id,
  versionNumber: 1,
  parentId: null,
  collection: null,
  rowKey: null,
  field: null,
  ...{ annex: null, annexRow: null, annexColumn: null },
  text: id,
  authorName: '审核',
  authorId: 'reviewer',
  authorRole: 'REVIEWER',
  createdAt: `2023-01-0${id.at(-1)}T00:00:00.000Z`,
  resolvedAt: null,
  ...over,
});

test('open threads come first, newest first, with their replies in order of writing', () => {
  const threads = commentThreads([
    comment('c4', { parentId: 'c1' }),
    comment('c1'),
    comment('c2', { resolvedAt: '2023-01-09T00:00:00.000Z' }),
    comment('c3'),
    comment('c5', { parentId: 'c1' }),
  ]);
  expect(threads.map(({ root, replies }) => [root.id, replies.map((reply) => reply.id)])).toEqual([
    ['c3', []],
    ['c1', ['c4', 'c5']],
    ['c2', []],
  ]);
});
