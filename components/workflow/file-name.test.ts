import { expect, test } from 'vitest';
import { fileNameOf } from './file-name.ts';

test('the UTF-8 name is preferred, the plain one accepted', () => {
  expect(
    fileNameOf(`attachment; filename="budget.pdf"; filename*=UTF-8''${encodeURIComponent('2023年部门预算.pdf')}`),
  ).toBe('2023年部门预算.pdf');
  expect(fileNameOf('attachment; filename="budget.pdf"')).toBe('budget.pdf');
  expect(fileNameOf('inline')).toBeNull();
  expect(fileNameOf(null)).toBeNull();
});
