import type { ExpenditureLine } from '../budget/budget.ts';
import { type ClassificationEdition, codeName } from '../classification/edition.ts';
import type { Project } from '../projects/project.ts';
import { fitColumn } from './fit-column.ts';
import { lowestRows, type PrintedAnnexes } from './printed-annexes.ts';
import type { SettledAllocation } from './settle-allocation.ts';
import type { StartContent } from './start-part.ts';

interface PrintedStart {
  readonly printed: PrintedAnnexes;
  readonly settled: SettledAllocation;
  readonly edition: ClassificationEdition;
  /** The draft's year: annexes of the year before give 上年数 by their 总计. */
  readonly year: number;
  readonly newKey: () => string;
}

const ROW = { key: '', position: 0 } as const;
const LINE = { source: 'GENERAL_PUBLIC', carriedOver: false, note: '' } as const;

/**
 * What annexes 2 and 3 say, as rows of a draft: basic expenditure by both codes, a project for each functional code with
 * project expenditure (its content is for the clerk to tell apart), revenue by functional code, and 上年数. They speak of
 * this year's general public budget alone.
 */
export function printedAnnexesContent(start: PrintedStart): StartContent {
  const { printed, settled, newKey, year } = start;
  const lowest = lowestRows(printed.functions);
  const projects = [...settled.projects].map(([functionCode, amountFen]) => {
    const project = plainProject(start, functionCode);
    const line = {
      ...ROW,
      ...LINE,
      key: newKey(),
      projectKey: project.key,
      functionCode: '',
      economicCode: '',
      amountFen,
    };
    return { project, line };
  });
  const basic = [...settled.cells]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, amountFen]): ExpenditureLine => {
      const [functionCode = '', economicCode = ''] = name.split(' ');
      return { ...ROW, ...LINE, key: newKey(), projectKey: null, functionCode, economicCode, amountFen };
    });
  const expenditure = [...basic, ...projects.map(({ line }) => line)];
  const projectCodes = new Map(projects.map(({ project, line }) => [project.functionCode, line.amountFen]));
  return {
    rows: {
      revenue: lowest
        .filter(({ amounts }) => amounts.total > 0n)
        .map(({ code }) => ({
          ...{ ...ROW, ...LINE, key: newKey(), functionCode: code },
          amountFen: basic
            .filter(({ functionCode }) => functionCode === code)
            .reduce((sum, { amountFen }) => sum + (amountFen ?? 0n), projectCodes.get(code) ?? 0n),
        })),
      expenditure,
      projects: projects.map(({ project }) => project),
      priorYear: [...fitColumn(printed, printed.year === year - 1 ? 'total' : 'prior').amounts].map(
        ([functionCode, amountFen]) => ({ ...ROW, key: newKey(), functionCode, amountFen }),
      ),
    },
    profile: {},
    thisYearsMoneyOnly: true,
  };
}

/** A project of which annex 2 tells the functional code and the amount alone. */
function plainProject({ edition, year, newKey }: PrintedStart, functionCode: string): Project {
  return {
    ...ROW,
    key: newKey(),
    name: `${codeName(edition.functional, functionCode)}项目（待细化）`,
    functionCode,
    category: 'INITIAL_GENERAL',
    nature: 'RECURRING',
    start: `${year}年`,
    duration: '1年',
    supervisingDepartment: '',
    implementingUnit: '',
    overview: '',
    basis: '',
    annualObjective: '',
  };
}
