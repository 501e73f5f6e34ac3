import { expect, it } from 'vitest';
import { valueWords } from '@/components/versions/change-words.ts';
import { sampleBudget } from '@/lib/domain/fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '@/lib/domain/fixtures/sample-edition.ts';
import type { RowHistoryEntry } from '@/lib/domain/workflow/row-history.ts';
import { toldFields } from './history-words.ts';

const words = valueWords(SAMPLE_EDITION, [sampleBudget({})]);
const entry = (act: RowHistoryEntry['act'], fields: RowHistoryEntry['fields']): RowHistoryEntry => ({
  ...{ id: '1', at: '2026-01-01T00:00:00Z', actorName: '经办', role: 'CLERK', versionNumber: 1 },
  ...{ act, origin: null, fields },
});
const told = (...asked: Parameters<typeof entry>) =>
  toldFields(entry(...asked), words).map(({ label, before, after }) => [label, before, after]);

it('says old and new of what changed, blanks too', () => {
  const fields = [
    { field: 'amountFen', before: '10000', after: null },
    { field: 'note', before: '', after: '改' },
    { field: 'position', before: 1, after: 2 },
  ];
  expect(told('changed', fields)).toEqual([
    ['金额', '100.00 元', '（空）'],
    ['备注', '（空）', '改'],
  ]);
});

it('says of a new row what it holds', () => {
  const fields = [
    { field: 'amountFen', before: undefined, after: '10000' },
    { field: 'carriedOver', before: undefined, after: false },
    { field: 'note', before: undefined, after: '' },
  ];
  expect(told('added', fields)).toEqual([['金额', null, '100.00 元']]);
});

it('says of one cell of a new row that it was blank', () => {
  expect(told('added', [{ field: 'note', before: undefined, after: '' }])).toEqual([['备注', null, '（空）']]);
});

it('names the figures of last year and the words of the narrative', () => {
  const fields = [
    { field: 'priorThreePublic.receptionsFen', before: null, after: '100' },
    { field: 'narrative.duties', before: ['一'], after: ['一', '二'] },
  ];
  expect(told('changed', fields)).toEqual([
    ['上年公务接待费', '（空）', '1.00 元'],
    ['职能职责', '一', '一；二'],
  ]);
});
