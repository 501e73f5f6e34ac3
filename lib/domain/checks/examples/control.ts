import { type CheckExample, insert } from './example.ts';

const issued = (amountFen: bigint) =>
  [
    { category: 'PERSONNEL', item: '', source: 'GENERAL_PUBLIC', amountFen: 9_900_000_000n },
    { category: 'ROUTINE', item: '', source: 'GENERAL_PUBLIC', amountFen },
    { category: 'PROJECT', item: '', source: 'GENERAL_PUBLIC', amountFen: 9_900_000_000n },
  ] as const;

export const CONTROL_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'within-control-figure',
    name: 'less than allowed',
    given: { surroundings: { controlFigures: issued(9_900_000_000n) } },
    says: [],
  },
  {
    check: 'within-control-figure',
    name: 'more than allowed',
    given: {
      surroundings: { controlFigures: issued(9_900_000_000n) },
      budget: insert('expenditure', {
        ...{ projectKey: null, functionCode: '2010308', economicCode: '30201', source: 'GENERAL_PUBLIC' },
        ...{ carriedOver: false, amountFen: 9_900_000_100n, note: '' },
      }),
    },
    says: ['日常公用经费（一般公共预算', '控制数为99,000,000元', '超出'],
    severity: 'error',
  },
  {
    check: 'within-control-figure',
    name: 'more than a group of projects is allowed',
    given: {
      surroundings: {
        controlFigures: [
          ...issued(9_900_000_000n),
          { category: 'PROJECT', item: 'group:INITIAL_GENERAL', source: 'GENERAL_PUBLIC', amountFen: 100n },
        ],
      },
    },
    says: ['项目组“年初特定目标—一般性项目”（一般公共预算', '控制数为1元', '超出'],
    severity: 'error',
  },
];
