'use client';

import { useMemo } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { buildNarrative } from '@/lib/domain/narrative/build-narrative.ts';
import {
  type EditableParagraph,
  editableNarrative,
  editableParagraphs,
} from '@/lib/domain/narrative/editable-narrative.ts';
import { allParagraphs, type NarrativeParagraph } from '@/lib/domain/narrative/narrative-document.ts';
import { formatPassage, type PassageParts } from '@/lib/domain/narrative/passage-text.ts';
import { takeOverWording } from '@/lib/domain/narrative/take-over-wording.ts';

export interface LastYear {
  readonly year: number;
  /** What last year's text said in a paragraph. */
  readonly paragraphsOf: (id: string) => readonly NarrativeParagraph[];
  /** Last year's words for a paragraph with this year's figures; null: there are none, or they say the same. */
  readonly wordingFor: (paragraph: EditableParagraph) => PassageParts | null;
}

/** The text of last year's approved budget; null where the unit had none in the system. */
export function useLastYear(): LastYear | null {
  const { workspace, budget } = useDraft();
  const { lastYear: last, edition } = workspace;
  const texts = useMemo(() => {
    if (!last) return null;
    const { department, year } = last;
    return {
      printed: allParagraphs(buildNarrative({ units: [last], department, year, edition })),
      editable: new Map(
        editableParagraphs(editableNarrative(last, edition)).map((paragraph) => [paragraph.id, paragraph]),
      ),
    };
  }, [last, edition]);
  return useMemo(() => {
    if (!last || !texts) return null;
    return {
      year: last.year,
      paragraphsOf: (id) => texts.printed.filter((one) => one.id === id || one.id.startsWith(`${id}/`)),
      wordingFor: (paragraph) => {
        const before = texts.editable.get(paragraph.id);
        /* Last year's standard wording is this year's: it needs no taking over. */
        if (!before || !(before.isOwn || before.input)) return null;
        const parts = paragraph.input ? before.parts : takeOverWording(before.parts, last, budget);
        return formatPassage(parts) === formatPassage(paragraph.parts) ? null : parts;
      },
    };
  }, [last, texts, budget]);
}
