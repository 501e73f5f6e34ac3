import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import type { ExpenditureFact } from '../budget/facts.ts';
import { type ClassificationEdition, codeName } from '../classification/edition.ts';
import { groupBy } from '../group-by.ts';
import type { Fen } from '../money/fen.ts';
import { formatForEntry } from '../money/format.ts';
import type { Project } from '../projects/project.ts';
import type { Place } from './finding.ts';

/** Exact, as the clerk enters it: `9,376,000元`, decimals only where there are some. */
export function yuanText(amountFen: Fen): string {
  return `${formatForEntry(amountFen, 'yuan').replace(/\.00$/, '')}元`;
}

/** `相差10元` from two amounts, whichever is larger. */
export function differenceText(a: Fen, b: Fen): string {
  return `相差${yuanText(a > b ? a - b : b - a)}`;
}

export function functionText(edition: ClassificationEdition, code: string): string {
  return named(code, codeName(edition.functional, code));
}

export function economicText(edition: ClassificationEdition, code: string): string {
  return named(code, codeName(edition.economic, code));
}

function named(code: string, name: string): string {
  return name === code ? code : `${code} ${name}`;
}

export function projectText(budget: Budget, project: Project): string {
  return project.name.trim() === '' ? `第${budget.projects.indexOf(project) + 1}个项目` : `项目“${project.name}”`;
}

/** A line of expenditure by its codes, or by its number in the list where it has none. */
export function lineText(budget: Budget, edition: ClassificationEdition, line: ExpenditureLine): string {
  const codes = [
    line.functionCode && functionText(edition, line.functionCode),
    line.economicCode && economicText(edition, line.economicCode),
  ].filter((text) => text !== '');
  const project = budget.projects.find(({ key }) => key === line.projectKey);
  const owner = line.projectKey === null ? '基本支出' : project ? projectText(budget, project) : '项目支出';
  if (codes.length > 0) return `${owner}“${codes.join(' / ')}”`;
  return `${owner}第${lineNumber(budget, line)}行`;
}

const lineNumbers = new WeakMap<Budget['expenditure'], ReadonlyMap<ExpenditureLine, number>>();

/** Its number among the basic lines or its project's, counted once for each list: a paste may bring thousands without codes. */
function lineNumber({ expenditure }: Budget, line: ExpenditureLine): number {
  let numbers = lineNumbers.get(expenditure);
  if (!numbers) {
    const groups = groupBy(expenditure, ({ projectKey }) => projectKey).values();
    numbers = new Map([...groups].flatMap((lines) => lines.map((one, index) => [one, index + 1] as const)));
    lineNumbers.set(expenditure, numbers);
  }
  return numbers.get(line) ?? 0;
}

export function linePlace(line: ExpenditureLine, field?: keyof ExpenditureLine): Place {
  const section = line.projectKey === null ? 'basic' : 'projects';
  return { kind: 'row', section, collection: 'expenditure', key: line.key, ...(field && { field }) };
}

const MAX_PLACES = 20;

/** The amounts of the facts that count, the first of them where they are many: a screen goes to one at a time. */
export function factPlaces(
  facts: readonly ExpenditureFact[],
  counts: (fact: ExpenditureFact) => boolean = () => true,
): readonly Place[] {
  const places: Place[] = [];
  for (const fact of facts) {
    if (places.length === MAX_PLACES) break;
    if (fact.lineKey === null || !counts(fact)) continue;
    const section = fact.kind === 'BASIC' ? 'basic' : 'projects';
    places.push({ kind: 'row', section, collection: 'expenditure', key: fact.lineKey, field: 'amountFen' });
  }
  return places;
}

export function projectPlace(project: Project, field?: keyof Project): Place {
  return { kind: 'row', section: 'projects', collection: 'projects', key: project.key, ...(field && { field }) };
}

/** `甲、乙、丙等9项`: the first three names, and how many there are. */
export function listText(names: readonly string[], measure = '项'): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, 3).join('、');
  return distinct.length > 3 ? `${shown}等${distinct.length}${measure}` : shown;
}
