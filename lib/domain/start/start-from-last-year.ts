import type { Budget } from '../budget/budget.ts';
import type { Change } from '../budget/changes.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { carryForwardProjects } from '../projects/carry-forward.ts';
import { pastProjects } from '../projects/past-project.ts';
import type { CodeMove } from '../versions/current-codes.ts';
import { bringIn, type Placements } from './bring-in.ts';
import { type CodeChoices, moveName, withChosenCodes } from './code-choices.ts';
import { type AmountChoice, lastYearLines } from './last-year-lines.ts';
import { lastYearTexts } from './last-year-texts.ts';
import { priorYearFromLastYear } from './prior-year-from-last-year.ts';
import type { StartContent } from './start-part.ts';

export interface LastYearStart {
  /** The draft that begins. */
  readonly budget: Budget;
  /** Last year's approved budget with settled codes as this year's edition has them (see `withCurrentCodes`). */
  readonly lastYear: Budget;
  /** The codes that this year's edition no longer has. */
  readonly moves: readonly CodeMove[];
  readonly edition: ClassificationEdition;
  readonly amounts: AmountChoice;
  readonly choices: CodeChoices;
  readonly placements: Placements;
  readonly newKey: () => string;
}

/** Why a project is not carried forward. */
export type SkipReason = ReturnType<typeof carryForwardProjects>['skipped'][number]['reason'];

/** What is not taken over, and why. */
export type SkippedLastYear =
  | { readonly kind: 'project'; readonly name: string; readonly reason: SkipReason }
  | { readonly kind: 'carried-over'; readonly count: number; readonly amountFen: Fen };

/** A code without a settled successor, and how many rows are left without one. */
export interface OpenCode extends CodeMove {
  readonly rowCount: number;
}

export interface StartedFromLastYear {
  /** One step, of the parts that `placements` allow. */
  readonly changes: readonly Change[];
  /** What could be brought in, whatever the placements. */
  readonly content: StartContent;
  readonly moves: readonly CodeMove[];
  readonly open: readonly OpenCode[];
  readonly skipped: readonly SkippedLastYear[];
}

/**
 * Begins a draft from last year's approved budget: lines of revenue and basic expenditure with its amounts (or without,
 * or raised), projects that go on with their amounts cleared, objectives and indicators, the staff register, procurement
 * items without amounts, the unit's texts, and 上年数. Money carried over from the year before last is not taken. Codes
 * are this year's; where nobody has settled which, the row has none and waits for one.
 */
export function startFromLastYear(start: LastYearStart): StartedFromLastYear {
  const { budget, moves, edition, amounts, choices, placements, newKey } = start;
  const unsettled = moves.filter(({ newCodes }) => newCodes.length !== 1);
  const lastYear = withChosenCodes(start.lastYear, unsettled, choices, 'blank');
  const draft = placements.projects === 'replace' ? withoutProjects(budget) : budget;
  const projects = carryForwardProjects(pastProjects([lastYear]), { budget: draft, edition, newKey });
  const prior = priorYearFromLastYear(withChosenCodes(start.lastYear, unsettled, choices, 'keep'), edition, newKey);
  const lines = lastYearLines(lastYear, amounts, newKey);
  const carried = rowsInserted(projects.changes);
  const content: StartContent = {
    rows: {
      ...lines,
      ...carried,
      expenditure: [...lines.expenditure, ...carried.expenditure],
      priorYear: prior.priorYear,
    },
    profile: { ...lastYearTexts(lastYear.profile, budget.profile), ...prior.profile },
    thisYearsMoneyOnly: true,
  };
  return {
    changes: bringIn(budget, content, placements),
    content,
    moves,
    open: unsettled
      .filter((move) => !choices.get(moveName(move)))
      .map((move) => ({ ...move, rowCount: rowCountOf(start.lastYear, move) })),
    skipped: [
      ...carriedOverSkipped(lastYear),
      ...projects.skipped.map(({ project, reason }) => ({ kind: 'project', name: project.name, reason }) as const),
    ],
  };
}

function withoutProjects(budget: Budget): Budget {
  const expenditure = budget.expenditure.filter(({ projectKey }) => projectKey === null);
  return { ...budget, projects: [], expenditure, indicators: [], attachments: [] };
}

function rowsInserted(changes: readonly Change[]): Pick<Budget, 'projects' | 'expenditure' | 'indicators'> {
  return {
    projects: changes.flatMap((change) =>
      change.op === 'insert' && change.collection === 'projects' ? [change.row] : [],
    ),
    expenditure: changes.flatMap((change) =>
      change.op === 'insert' && change.collection === 'expenditure' ? [change.row] : [],
    ),
    indicators: changes.flatMap((change) =>
      change.op === 'insert' && change.collection === 'indicators' ? [change.row] : [],
    ),
  };
}

/** How many of last year's rows bear a code. */
function rowCountOf(budget: Budget, { classification, oldCode }: CodeMove): number {
  if (classification === 'economic') {
    return budget.expenditure.filter(({ economicCode }) => economicCode === oldCode).length;
  }
  const rows = [...budget.revenue, ...budget.expenditure, ...budget.projects, ...budget.staff];
  return rows.filter(({ functionCode }) => functionCode === oldCode).length;
}

function carriedOverSkipped({ revenue, expenditure }: Budget): readonly SkippedLastYear[] {
  const lines = [...revenue, ...expenditure].filter(({ carriedOver }) => carriedOver);
  if (lines.length === 0) return [];
  return [{ kind: 'carried-over', count: lines.length, amountFen: sumFen(lines.map(({ amountFen }) => amountFen)) }];
}
