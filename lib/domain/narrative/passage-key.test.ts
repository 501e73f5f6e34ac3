import { expect, it } from 'vitest';
import { keyField } from '../../schemas/fields.ts';
import { CHONGQING_NARRATIVE } from './chongqing-template.ts';
import { passageKey } from './passage-key.ts';
import type { SectionTemplate } from './template.ts';

function idsOf({ paragraphs = [], sections = [] }: SectionTemplate): readonly string[] {
  return [...paragraphs.map(({ id }) => id), ...sections.flatMap(idsOf)];
}

it('is a key of a row, the same every time', () => {
  // Stored rows are found by it: it must never change.
  expect(passageKey('revenue')).toBe(passageKey('revenue'));
  expect(passageKey('revenue')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(keyField.safeParse(passageKey('revenue')).success).toBe(true);
});

it('differs from paragraph to paragraph', () => {
  const ids = CHONGQING_NARRATIVE.sections.flatMap(idsOf);
  expect(new Set(ids.map(passageKey)).size).toBe(ids.length);
});
