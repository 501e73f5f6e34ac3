import { describe, expect, test } from 'vitest';
import { emptyBudget } from '@/lib/domain/budget/empty-budget.ts';
import { fieldLabel, fieldText } from './field-labels.ts';

describe('fieldText', () => {
  test.each([
    ['amountFen', '1050', '10.50 元'],
    ['amountFen', null, '（空）'],
    ['source', 'GENERAL_PUBLIC', '一般公共预算'],
    ['category', 'GOODS', '货物类'],
    ['category', 'INITIAL_GENERAL', '一般性项目'],
    ['carriedOver', true, '是'],
    ['comparison', '>=', '≥'],
    ['name', '办公费', '办公费'],
    ['duties', ['受理来信', '督查督办'], '受理来信；督查督办'],
    ['terms', [{ term: '结转', definition: '留到下年' }], '结转：留到下年'],
    ['divisions', [], '（空）'],
  ])('%s %s reads %s', (field, value, text) => {
    expect(fieldText(field, value)).toBe(text);
  });
});

test('every field of the profile has a name', () => {
  const { profile } = emptyBudget(
    { code: '1', name: '', fullName: '' },
    { code: '1', name: '', fullName: '', kind: 'ADMINISTRATIVE' },
    2023,
  );
  for (const field of Object.keys(profile)) expect(fieldLabel(field)).not.toBe(field);
});

test('a path is called by its last name that is known', () => {
  expect(fieldLabel('narrative.duties')).toBe('职能职责');
  expect(fieldLabel('priorThreePublic.receptionsFen')).toBe('上年“三公”经费');
  expect(fieldLabel('elsewhere')).toBe('elsewhere');
});
