import type { Budget } from '../budget/budget.ts';
import { type Change, positionAfter } from '../budget/changes.ts';
import type { NarrativeInputs } from '../budget/profile.ts';
import { DEFAULT_TERMS } from './default-terms.ts';
import type { EditableParagraph } from './editable-narrative.ts';
import { formatPassage, type PassageParts } from './passage-text.ts';

/**
 * The edits that give a paragraph a wording. The standard wording, and none at all, take the unit's own away; words
 * that belong to the profile are changed there.
 */
export function wordingChanges(budget: Budget, paragraph: EditableParagraph, parts: PassageParts): readonly Change[] {
  const text = formatPassage(parts);
  if (paragraph.input) return inputChanges(budget, paragraph.input, text);
  if (text.trim() === '' || text === formatPassage(paragraph.standard)) return restoreChanges(budget, paragraph);
  const stored = budget.passages.find(({ key }) => key === paragraph.rowKey);
  if (stored?.text === text) return [];
  return [...passageChanges(budget, paragraph, text), ...withoutTyped(budget, paragraph)];
}

/** The edits that put the standard wording back. */
export function restoreChanges(budget: Budget, { id }: Pick<EditableParagraph, 'id'>): readonly Change[] {
  const rows = budget.passages.filter(({ paragraphId }) => paragraphId === id);
  return [
    ...rows.map(({ key }): Change => ({ op: 'delete', collection: 'passages', key })),
    ...withoutTyped(budget, { id }),
  ];
}

function passageChanges(
  { passages }: Budget,
  { id, rowKey }: Pick<EditableParagraph, 'id' | 'rowKey'>,
  text: string,
): readonly Change[] {
  if (passages.some(({ key }) => key === rowKey)) {
    return [{ op: 'update', collection: 'passages', key: rowKey, fields: { text } }];
  }
  const row = { key: rowKey, position: positionAfter(passages, passages.length - 1), paragraphId: id, text };
  return [{ op: 'insert', collection: 'passages', row }];
}

/** A wording of 机关运行经费 that was typed as a field (an import has them) gives way to the one of the paragraph. */
function withoutTyped({ profile }: Budget, { id }: Pick<EditableParagraph, 'id'>): readonly Change[] {
  const isTyped = id === 'operating' && profile.narrative.operatingText !== '';
  return isTyped ? narrativeChange(profile.narrative, { operatingText: '' }) : [];
}

function inputChanges(
  { profile: { narrative } }: Budget,
  { field, index }: NonNullable<EditableParagraph['input']>,
  text: string,
): readonly Change[] {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (field === 'dutyIntroduction') {
    return lines.join('') === narrative.dutyIntroduction
      ? []
      : narrativeChange(narrative, { dutyIntroduction: lines.join('') });
  }
  if (field === 'duties') {
    const { duties } = narrative;
    if (lines.length === 1 && duties[index] === lines[0]) return [];
    return narrativeChange(narrative, { duties: duties.toSpliced(index, 1, ...lines) });
  }
  const terms = narrative.terms.length > 0 ? narrative.terms : DEFAULT_TERMS;
  const term = terms[index];
  const definition = lines.join('');
  if (!term || term.definition === definition) return [];
  const kept = definition === '' ? [] : [{ ...term, definition }];
  return narrativeChange(narrative, { terms: [...terms.slice(0, index), ...kept, ...terms.slice(index + 1)] });
}

function narrativeChange(narrative: NarrativeInputs, fields: Partial<NarrativeInputs>): readonly Change[] {
  return [{ op: 'profile', fields: { narrative: { ...narrative, ...fields } } }];
}
