import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import { type Change, positionsAfter } from '../budget/changes.ts';
import type { Row } from '../budget/row.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import type { ProjectIndicator } from '../performance/indicator.ts';
import { isMoneyCost } from '../performance/indicator-facts.ts';
import { type CodeMove, currentCodes } from '../versions/current-codes.ts';
import { shiftYears } from './duration.ts';
import { type PastProject, type SkipReason, skipReason } from './past-project.ts';
import type { Project } from './project.ts';

export interface CarryForwardOptions {
  /** The draft that takes them. */
  readonly budget: Budget;
  readonly edition: ClassificationEdition;
  /** Makes a key where the old one is taken. */
  readonly newKey: () => string;
  /** Whether also what was done once or has ended is taken; what stands there already never is. */
  readonly force?: boolean;
}

export interface CarriedForward {
  /** One step: projects, then their lines and indicators. */
  readonly changes: readonly Change[];
  readonly carried: readonly Project[];
  readonly skipped: readonly { readonly project: Project; readonly reason: SkipReason }[];
  /** Codes that the draft's edition no longer has, with what stands for them. */
  readonly moves: readonly CodeMove[];
}

/**
 * Takes projects of earlier years into a draft. A project keeps its key where that is free, so that it is one project
 * over the years. Its cost lines keep code and source and lose their amounts, which are decided anew; so do the cost
 * indicators stated in money. All other targets stay. Codes follow the succession map; 常年 projects begin anew.
 */
export function carryForwardProjects(past: readonly PastProject[], options: CarryForwardOptions): CarriedForward {
  const { budget, force = false } = options;
  const context = new CarryContext(options);
  const carried: Project[] = [];
  const skipped: CarriedForward['skipped'][number][] = [];
  const parts: { lines: ExpenditureLine[]; indicators: ProjectIndicator[] } = { lines: [], indicators: [] };
  for (const entry of past) {
    const reason = skipReason(entry, { ...budget, projects: [...budget.projects, ...carried] });
    if (reason === 'PRESENT' || (reason !== null && !force)) {
      skipped.push({ project: entry.project, reason });
      continue;
    }
    const project = context.project(entry);
    carried.push(project);
    parts.lines.push(...context.lines(entry, project.key));
    parts.indicators.push(...context.indicators(entry, project.key));
  }
  const projects = placed(budget.projects, carried);
  const changes: readonly Change[] = [
    ...projects.map((row) => ({ op: 'insert', collection: 'projects', row }) as const),
    ...placed(budget.expenditure, parts.lines).map(
      (row) => ({ op: 'insert', collection: 'expenditure', row }) as const,
    ),
    ...placed(budget.indicators, parts.indicators).map(
      (row) => ({ op: 'insert', collection: 'indicators', row }) as const,
    ),
  ];
  return { changes, carried: projects, skipped, moves: context.moves() };
}

/** The rows after all others of their list. */
function placed<R extends Row>(list: readonly Row[], rows: readonly R[]): readonly R[] {
  const positions = positionsAfter(list, list.length - 1, rows.length);
  return rows.map((row, index) => ({ ...row, position: positions[index] ?? row.position }));
}

/** What is worked out once for all projects that are carried: the keys in use, the codes that moved. */
class CarryContext {
  readonly #options: CarryForwardOptions;
  readonly #taken: Set<string>;
  readonly #moves = new Map<string, CodeMove>();

  constructor(options: CarryForwardOptions) {
    const { expenditure, projects, indicators, attachments } = options.budget;
    this.#options = options;
    this.#taken = new Set([...projects, ...expenditure, ...indicators, ...attachments].map(({ key }) => key));
  }

  project({ project, year }: PastProject): Project {
    const recurring = project.nature !== 'CONTINUING';
    const years = recurring ? this.#options.budget.year - year : 0;
    return {
      ...project,
      key: this.#key(project.key),
      functionCode: this.#code('functional', project.functionCode),
      start: shiftYears(project.start, years),
      duration: shiftYears(project.duration, years),
    };
  }

  /** Lines that differ by their amount or by last year's money alone come down to one. */
  lines({ lines }: PastProject, projectKey: string): readonly ExpenditureLine[] {
    const distinct = new Map<string, ExpenditureLine>();
    for (const line of lines) {
      const economicCode = this.#code('economic', line.economicCode);
      const functionCode = this.#code('functional', line.functionCode);
      const name = [functionCode, economicCode, line.source, line.note].join('|');
      if (distinct.has(name)) continue;
      const kept = { ...line, functionCode, economicCode, projectKey, carriedOver: false, amountFen: null };
      distinct.set(name, { ...kept, key: this.#key(line.key) });
    }
    return [...distinct.values()];
  }

  indicators({ indicators }: PastProject, projectKey: string): readonly ProjectIndicator[] {
    return indicators.map((indicator) => ({
      ...indicator,
      key: this.#key(indicator.key),
      projectKey,
      targetValue: isMoneyCost(indicator) ? '' : indicator.targetValue,
    }));
  }

  moves(): readonly CodeMove[] {
    return [...this.#moves.values()].sort((a, b) => (a.oldCode < b.oldCode ? -1 : 1));
  }

  #key(old: string): string {
    const key = this.#taken.has(old) ? this.#options.newKey() : old;
    this.#taken.add(key);
    return key;
  }

  #code(classification: CodeMove['classification'], oldCode: string): string {
    const newCodes = currentCodes(this.#options.edition, classification, oldCode);
    const [only] = newCodes;
    if (only === oldCode) return oldCode;
    this.#moves.set(`${classification}:${oldCode}`, { classification, oldCode, newCodes });
    return newCodes.length === 1 && only !== undefined ? only : oldCode;
  }
}
