import { expect, it } from 'vitest';
import { ExpectedFailure } from '../expected-failure.ts';
import { explainStartFailure } from './explain-start-failure.ts';

it('tells an expected failure in its own words', () => {
  expect(explainStartFailure(new ExpectedFailure('Do this.'))).toBe('Do this.');
});

it('tells of a full disk, whoever noticed it', () => {
  expect(explainStartFailure(Object.assign(new Error('write'), { code: 'ENOSPC' }))).toMatch(/disk is full/);
  expect(explainStartFailure(new ExpectedFailure('initdb: No space left on device'))).toMatch(/disk is full/);
});

it('names the file that may not be written', () => {
  const refused = Object.assign(new Error('EACCES'), { code: 'EACCES', path: '.data/secret' });
  expect(explainStartFailure(refused)).toMatch(/may not write \.data\/secret/);
});

it('leaves a bug its stack', () => {
  expect(explainStartFailure(new TypeError('x is not a function'))).toBeUndefined();
});
