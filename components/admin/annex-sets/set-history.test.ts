import { describe, expect, it } from 'vitest';
import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { NO_EDITS } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { changeAnnex } from '@/lib/domain/annexes/edits/change-edits.ts';
import { changeSet, isUnsaved, markSaved, redoSet, startSetHistory, undoSet } from './set-history.ts';

const SAVED = { name: '本区公开表', edits: NO_EDITS };
const START = startSetHistory(annexSetById('shanghai'), SAVED, 3);
const titled = (title: string) => ({ ...SAVED, edits: changeAnnex(NO_EDITS, '1', { title }) });

describe('the history of an annex set', () => {
  it('takes steps back and does them again', () => {
    const named = changeSet(START, { ...SAVED, name: '另一名称' }, null);
    const both = changeSet(named, titled('总表'), null);
    expect(undoSet(both).content).toEqual(named.content);
    expect(redoSet(undoSet(both)).content).toEqual(both.content);
    expect(undoSet(undoSet(undoSet(both)))).toEqual(undoSet(undoSet(both)));
    expect(redoSet(both)).toBe(both);
  });

  it('counts typing in one field as one step', () => {
    const typed = ['总', '总表', '总表一'].reduce((state, title) => changeSet(state, titled(title), 'title'), START);
    expect(undoSet(typed).content).toEqual(SAVED);
    const elsewhere = changeSet(typed, { ...typed.content, name: '甲' }, 'name');
    expect(undoSet(elsewhere).content).toEqual(typed.content);
  });

  it('forgets what was undone once something else is done', () => {
    const other = changeSet(undoSet(changeSet(START, titled('甲'), null)), titled('乙'), null);
    expect(redoSet(other)).toBe(other);
  });

  it('draws the last edits that can be drawn', () => {
    const sound = changeSet(START, titled('总表'), 'title');
    expect(changeSet(sound, titled('总表{'), 'title').drawable).toEqual(sound.content.edits);
  });

  it('knows whether the server has it', () => {
    const changed = changeSet(START, titled('总表'), null);
    expect([isUnsaved(START), isUnsaved(changed)]).toEqual([false, true]);
    expect(isUnsaved(changeSet(START, titled(`  ${START.base.annexes[0]?.title}`), null))).toBe(false);
    const saved = markSaved(changed, changed.content, 4);
    expect([isUnsaved(saved), isUnsaved(undoSet(saved)), saved.revision]).toEqual([false, true, 4]);
  });
});
