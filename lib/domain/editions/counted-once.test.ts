import { expect, it } from 'vitest';
import { countedOnce } from './counted-once.ts';

const edition = (unitCode: string, year: number, state: 'PUBLISHED' | 'WITHDRAWN' = 'PUBLISHED') => ({
  ...{ unitCode, year, state, departmentCode: unitCode.slice(0, 3), isMerged: unitCode.length === 3 },
});

it('takes a department’s own edition in the place of its units', () => {
  const editions = [
    ...[edition('309', 2024), edition('309001', 2024), edition('309002', 2024)],
    // Withdrawn, so that its units count again
    ...[edition('309', 2023, 'WITHDRAWN'), edition('309001', 2023), edition('309002', 2023, 'WITHDRAWN')],
    edition('310001', 2024),
  ];
  expect(countedOnce(editions).map(({ unitCode, year }) => `${unitCode} ${year}`)).toEqual([
    ...['309 2024', '309001 2023', '310001 2024'],
  ]);
});
