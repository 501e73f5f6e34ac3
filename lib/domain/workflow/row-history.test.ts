import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ChangeOrigin } from './change-origin.ts';
import type { RecordedChange, RecordedValues } from './history.ts';
import { fieldHistory, type RowHistoryEntry, type RowRecords, rowHistory } from './row-history.ts';

const LINE = { collection: 'expenditure', rowKey: 'a' } as const;
const PROFILE = { collection: null, rowKey: '' } as const;

const deed = (id: number) => ({
  id: String(id),
  at: `2026-01-01T00:00:${String(id).padStart(2, '0')}Z`,
  actorName: '经办',
  role: 'CLERK' as const,
  versionNumber: 1,
});
const save = (id: number, change: RecordedChange) => ({ ...deed(id), change });
const row = (before: RecordedValues | null, after: RecordedValues | null, origin?: ChangeOrigin): RecordedChange => ({
  op: before === null ? 'insert' : after === null ? 'delete' : 'update',
  ...{ collection: 'expenditure', key: 'a', before, after },
  ...(origin && { origin }),
});
const writing = (id: number, action: 'budget.created' | 'budget.imported', versionNumber = 1) => ({
  ...deed(id),
  ...{ action, versionNumber },
});
const records = (some: Partial<RowRecords>): RowRecords => ({
  ...{ saves: [], older: null, writings: [], firstVersion: 1 },
  ...some,
});
const told = (entries: readonly RowHistoryEntry[]) => entries.map(({ id, act, origin }) => [Number(id), act, origin]);

describe('rowHistory', () => {
  const added = save(2, row(null, { key: 'a', position: 1, amountFen: '100', note: '' }));

  it('tells of a row that was entered and changed', () => {
    const changed = save(3, row({ amountFen: '100' }, { amountFen: '250' }));
    const entries = rowHistory(LINE, records({ saves: [changed, added], writings: [writing(1, 'budget.created')] }));
    expect(told(entries)).toEqual([
      [3, 'changed', null],
      [2, 'added', null],
    ]);
    expect(entries[0]?.fields).toEqual([{ field: 'amountFen', before: '100', after: '250' }]);
    expect(entries[1]?.fields).toEqual([
      { field: 'position', before: undefined, after: 1 },
      { field: 'amountFen', before: undefined, after: '100' },
      { field: 'note', before: undefined, after: '' },
    ]);
  });

  it('tells a move, a removal and a row that came back apart', () => {
    const all = { key: 'a', position: 2, amountFen: '100', note: '' };
    const saves = [save(5, row(null, all)), save(4, row(all, null)), save(3, row({ position: 1 }, { position: 2 }))];
    expect(told(rowHistory(LINE, records({ saves: [...saves, added] })))).toEqual([
      [5, 'restored', null],
      [4, 'removed', null],
      [3, 'moved', null],
      [2, 'added', null],
    ]);
  });

  it('keeps where a change came from', () => {
    const saves = [
      save(3, row({ amountFen: '1' }, { amountFen: '2' }, 'proposal')),
      save(2, row(null, {}, 'last-year')),
    ];
    expect(told(rowHistory(LINE, records({ saves })))).toEqual([
      [3, 'changed', 'proposal'],
      [2, 'added', 'last-year'],
    ]);
  });

  it('says that a row which nobody added came with the draft', () => {
    const saves = [save(5, row({ note: '' }, { note: '改' }))];
    const writings = [writing(2, 'budget.imported'), writing(1, 'budget.created')];
    expect(told(rowHistory(LINE, records({ saves, writings })))).toEqual([
      [5, 'changed', null],
      [2, 'began', 'package'],
    ]);
    expect(told(rowHistory(LINE, records({ writings: [writing(1, 'budget.created')] })))).toEqual([
      [1, 'began', 'last-year'],
    ]);
  });

  it('ends a row once with an import over the draft', () => {
    const writings = [
      writing(9, 'budget.imported', 2),
      writing(8, 'budget.imported', 2),
      writing(1, 'budget.imported', 1),
    ];
    expect(told(rowHistory(LINE, records({ saves: [added], writings })))).toEqual([
      [8, 'replaced', 'package'],
      [2, 'added', null],
    ]);
    expect(told(rowHistory(LINE, records({ writings })))).toEqual([
      [8, 'replaced', 'package'],
      [1, 'began', 'package'],
    ]);
    const removed = save(5, row({ note: '' }, null));
    expect(told(rowHistory(LINE, records({ saves: [removed, added], writings })))).toEqual([
      [5, 'removed', null],
      [2, 'added', null],
    ]);
  });

  it('says nothing of a row that there never was', () => {
    const writings = [writing(1, 'budget.imported')];
    expect(rowHistory(LINE, records({ writings, firstVersion: null }))).toEqual([]);
  });

  it('leaves what is older to the next page', () => {
    const saves = [save(9, row({ note: '' }, { note: '改' }))];
    const writings = [writing(10, 'budget.imported', 2), writing(7, 'budget.imported'), writing(1, 'budget.created')];
    expect(told(rowHistory(LINE, records({ saves, older: added, writings })))).toEqual([
      [10, 'replaced', 'package'],
      [9, 'changed', null],
    ]);
  });

  it('names the words of the profile one by one, and outlasts an import', () => {
    const change: RecordedChange = {
      op: 'profile',
      before: { narrative: { duties: ['一'], terms: [] }, staffOnPost: null },
      after: { narrative: { duties: ['一', '二'], terms: [] }, staffOnPost: 3 },
    };
    const writings = [writing(9, 'budget.imported'), writing(1, 'budget.created')];
    const entries = rowHistory(PROFILE, records({ saves: [save(5, change)], writings }));
    expect(told(entries)).toEqual([
      [9, 'replaced', 'package'],
      [5, 'changed', null],
      [1, 'began', null],
    ]);
    expect(entries[1]?.fields).toEqual([
      { field: 'narrative.duties', before: ['一'], after: ['一', '二'] },
      { field: 'staffOnPost', before: null, after: 3 },
    ]);
  });

  it('of one field leaves the others out', () => {
    const note = save(4, row({ note: '' }, { note: '改' }));
    const amount = save(3, row({ amountFen: '100' }, { amountFen: '250' }));
    const entries = rowHistory(LINE, records({ saves: [note, amount, added] }));
    expect(fieldHistory(entries, 'amountFen').map(({ id, fields }) => [id, fields])).toEqual([
      ['3', [{ field: 'amountFen', before: '100', after: '250' }]],
      ['2', [{ field: 'amountFen', before: undefined, after: '100' }]],
    ]);
  });
});

/** What a row is after all that its history says, oldest first. */
function replay(entries: readonly RowHistoryEntry[]): Record<string, unknown> | null {
  let values: Map<string, unknown> | null = null;
  for (const { act, fields } of entries.toReversed()) {
    if (act === 'removed' || act === 'replaced') {
      values = null;
      continue;
    }
    values ??= new Map();
    for (const { field, after } of fields) values.set(field, after);
  }
  return values && Object.fromEntries(values);
}

it('replayed, gives what the row is now, however its pages are cut', () => {
  const values = fc.record({
    position: fc.integer({ min: 0, max: 2 }),
    amountFen: fc.constantFrom(null, '1', '2'),
    note: fc.constantFrom('', '改'),
  });
  const states = fc.array(fc.option(values, { freq: 4 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(states, fc.integer({ min: 1, max: 5 }), (wanted, size) => {
      const saves = [null, ...wanted]
        .slice(1)
        .flatMap((after, at) => {
          const before = [null, ...wanted][at] ?? null;
          return JSON.stringify(before) === JSON.stringify(after) ? [] : [save(at + 1, row(before, after))];
        })
        .reverse();
      const pages = Array.from({ length: Math.ceil(saves.length / size) }, (_, page) => {
        const end = (page + 1) * size;
        return rowHistory(LINE, records({ saves: saves.slice(page * size, end), older: saves[end] ?? null }));
      });
      const whole = rowHistory(LINE, records({ saves }));
      expect(pages.flat()).toEqual(whole);
      expect(replay(whole)).toEqual(wanted.at(-1));
    }),
  );
});
