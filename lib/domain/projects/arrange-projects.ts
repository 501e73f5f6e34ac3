import type { Budget } from '../budget/budget.ts';
import { type Change, positionAfter, positionsAfter } from '../budget/changes.ts';
import type { Row } from '../budget/row.ts';
import type { Project } from './project.ts';

/**
 * The change that moves a project to another place of the list.
 *
 * @param to the index it has afterwards; beyond either end counts as that end
 * @returns null where it stands there already
 */
export function moveProjectChange(projects: readonly Project[], key: string, to: number): Change | null {
  const from = projects.findIndex((project) => project.key === key);
  const target = Math.max(0, Math.min(projects.length - 1, to));
  if (from < 0 || target === from) return null;
  const others = projects.toSpliced(from, 1);
  const position = positionAfter(others, target - 1);
  return { op: 'update', collection: 'projects', key, fields: { position } };
}

/** The changes that put a copy of a project, its lines and indicators right after it; its attachments stay its own. */
export function duplicateProjectChanges(
  budget: Budget,
  projectKey: string,
  newKey: () => string,
): { readonly changes: readonly Change[]; readonly copy: Project } | null {
  const index = budget.projects.findIndex(({ key }) => key === projectKey);
  const project = budget.projects[index];
  if (!project) return null;
  const name = project.name.trim() === '' ? '' : copyName(project.name, budget.projects);
  const copy = { ...project, key: newKey(), position: positionAfter(budget.projects, index), name };
  const lines = copies(budget.expenditure, projectKey, copy.key, newKey);
  const indicators = copies(budget.indicators, projectKey, copy.key, newKey);
  return {
    copy,
    changes: [
      { op: 'insert', collection: 'projects', row: copy },
      ...lines.map((row): Change => ({ op: 'insert', collection: 'expenditure', row })),
      ...indicators.map((row): Change => ({ op: 'insert', collection: 'indicators', row })),
    ],
  };
}

/** A name that no project has yet: 甲（副本）, 甲（副本2）… */
function copyName(name: string, projects: readonly Project[]): string {
  const taken = new Set(projects.map((project) => project.name));
  for (let number = 1; ; number += 1) {
    const candidate = `${name}（副本${number === 1 ? '' : number}）`;
    if (!taken.has(candidate)) return candidate;
  }
}

function copies<R extends Row & { readonly projectKey: string | null }>(
  all: readonly R[],
  from: string,
  projectKey: string,
  newKey: () => string,
): readonly R[] {
  const own = all.filter((row) => row.projectKey === from);
  const positions = positionsAfter(all, all.length - 1, own.length);
  return own.map((row, index) => ({ ...row, key: newKey(), projectKey, position: positions[index] ?? row.position }));
}
