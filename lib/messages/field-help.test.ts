import { describe, expect, it } from 'vitest';
import { COLLECTIONS } from '../domain/budget/budget.ts';
import { EMPTY_PROFILE } from '../domain/budget/empty-budget.ts';
import { rowSchemas } from '../schemas/rows.ts';
import { fieldHelp } from './field-help.ts';

/** What nobody types: the identity of a row, its place, and what a file or a calculation says of itself. */
const NOT_TYPED = ['key', 'position', 'projectKey', 'lineKey', 'subject', 'paragraphId'];
const NOT_TYPED_LISTS = ['attachments', 'calculations'];

describe('fieldHelp', () => {
  it.each(COLLECTIONS.filter((list) => !NOT_TYPED_LISTS.includes(list)))('explains every field of %s', (list) => {
    const fields = Object.keys(rowSchemas[list].shape).filter((field) => !NOT_TYPED.includes(field));
    expect(fields.filter((field) => fieldHelp(list, field) === null)).toEqual([]);
  });

  it('explains every field of the profile', () => {
    const { narrative, priorThreePublic, ...flat } = EMPTY_PROFILE;
    const fields = [
      ...Object.keys(flat),
      ...Object.keys(priorThreePublic).map((name) => `priorThreePublic.${name}`),
      ...Object.keys(narrative).map((name) => `narrative.${name}`),
    ];
    expect(fields.filter((field) => fieldHelp('profile', field) === null)).toEqual([]);
  });

  it('says nothing of a computed column', () => {
    expect(fieldHelp('expenditure', 'economicName')).toBeNull();
  });
});
