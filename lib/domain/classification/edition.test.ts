import { describe, expect, it } from 'vitest';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { ancestry, type CodeBook, codeName, editionOf, type FunctionalCode, isLeaf } from './edition.ts';

function code(code: string, validFrom: string | null, validTo: string | null): FunctionalCode {
  const level = code.length === 3 ? 1 : 2;
  const parent = level === 1 ? null : code.slice(0, 3);
  return { code, name: code, parent, level, validFrom, validTo, unverified: false, budgetFund: 'GENERAL_PUBLIC' };
}

const book: CodeBook = {
  functional: [
    code('201', null, null),
    code('20103', null, '2023-12-31'),
    code('20140', '2024-01-01', null),
    code('22006', '2024-03-29', null),
    code('20199', '2022-07-01', '2022-07-01'),
  ],
  economic: [],
  expenditureClasses: [],
  successions: [],
};

describe('editionOf', () => {
  it.each([
    [2021, ['201', '20103']],
    [2022, ['201', '20103', '20199']],
    [2023, ['201', '20103']],
    [2024, ['201', '20140', '22006']],
    [2030, ['201', '20140', '22006']],
  ])('of %i holds what is in force on any day of it', (year, codes) => {
    expect([...editionOf(book, year).functional.keys()]).toEqual(codes);
  });

  it('keeps the names of what ended before it', () => {
    expect([...editionOf(book, 2023).formerNames]).toEqual([['20199', '20199']]);
    expect([...editionOf(book, 2024).formerNames.keys()]).toEqual(['20103', '20199']);
  });
});

describe('ancestry', () => {
  it.each([
    ['2010308', ['201', '20103', '2010308']],
    ['30101', ['301', '30101']],
    ['201', ['201']],
    ['20', []],
    ['', []],
  ])('of %j is %j', (value, expected) => expect(ancestry(value)).toEqual(expected));
});

describe('isLeaf', () => {
  it('is a code with none below it', () => {
    const { functional, economic } = SAMPLE_EDITION;
    expect(isLeaf(functional, '2010308')).toBe(true);
    expect(isLeaf(functional, '20103')).toBe(false);
    expect(isLeaf(economic, '30101')).toBe(true);
    expect(isLeaf(economic, '301')).toBe(false);
  });

  it('is not a code that the edition does not know', () =>
    expect(isLeaf(SAMPLE_EDITION.functional, '2019999')).toBe(false));
});

describe('codeName', () => {
  it('is the name in force, or the code itself where there is none', () => {
    expect(codeName(SAMPLE_EDITION.functional, '2010308')).toBe('信访事务');
    expect(codeName(SAMPLE_EDITION.functional, '2019999')).toBe('2019999');
  });
});
