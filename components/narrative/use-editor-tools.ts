'use client';

import { useMemo } from 'react';
import { badCellKey } from '@/components/workspace/bad-cells.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { passageData } from '@/lib/domain/narrative/build-narrative.ts';
import { CHONGQING_NARRATIVE } from '@/lib/domain/narrative/chongqing-template.ts';
import { figureName } from '@/lib/domain/narrative/figure-names.ts';
import { formatPassage, type PassageParts, parsePassage } from '@/lib/domain/narrative/passage-text.ts';
import { printedNumbers } from '@/lib/domain/narrative/printed-numbers.ts';
import { refText } from '@/lib/domain/narrative/render-template.ts';
import { wordingChanges } from '@/lib/domain/narrative/wording-changes.ts';
import { MAX_LENGTH } from '@/lib/schemas/max-length.ts';
import type { EditorTools } from './editor-tools.ts';

const FIELD = 'text';

/** The data that the paragraphs draw from, and what they do to the draft. */
export function useEditorTools(actions: Pick<EditorTools, 'pick' | 'showOrigin'>) {
  const draft = useDraft();
  const { budget, workspace, annexes, badCells, readOnly, edit, markCells, undo, redo } = draft;
  const { edition } = workspace;
  const data = useMemo(
    () => passageData({ units: [budget], department: budget.department, year: budget.year, edition }),
    [budget, edition],
  );
  const known = useMemo(
    () => ({ figures: () => data.figures, printed: () => printedNumbers(annexes) }),
    [data.figures, annexes],
  );
  const { pick, showOrigin } = actions;
  const tools = useMemo((): EditorTools => {
    const names = { edition, projects: budget.projects };
    return {
      readOnly,
      known,
      undo,
      redo,
      pick,
      showOrigin,
      chipText: (ref, following) => {
        const [name, text] = [figureName(ref, names), refText(ref, following, CHONGQING_NARRATIVE, data)];
        if (text === null)
          return { text: `缺：${name ?? ref}`, title: '现在没有这个数，请补填资料或删去', isKnown: false };
        return { text, title: `${name ?? ref}：取自表内，自动更新；点击查看由哪些明细构成`, isKnown: true };
      },
      partsOf: (paragraph) => {
        const bad = badCells.get(badCellKey(paragraph.rowKey, FIELD));
        return bad ? parsePassage(bad.text) : paragraph.parts;
      },
      refusalOf: ({ rowKey }) => badCells.get(badCellKey(rowKey, FIELD))?.reason ?? null,
      commit: (paragraph, parts: PassageParts) => {
        const { rowKey, name, input } = paragraph;
        const text = formatPassage(parts);
        const max = input ? MAX_LENGTH.sentence : MAX_LENGTH.paragraph;
        const isTooLong =
          input?.field === 'duties' ? text.split('\n').some((line) => line.length > max) : text.length > max;
        if (isTooLong) {
          const reason = `“${name}”有 ${text.length} 个字，最多 ${max} 个字，请精简后再离开。`;
          markCells([{ rowKey, field: FIELD, text, reason }]);
          return true;
        }
        if (badCells.has(badCellKey(rowKey, FIELD))) markCells([{ rowKey, field: FIELD, text: null }]);
        edit(wordingChanges(budget, paragraph, parts), `改写“${name}”`);
        return true;
      },
    };
  }, [readOnly, known, undo, redo, pick, showOrigin, edition, budget, data, badCells, markCells, edit]);
  return { tools, data };
}
