import { newKey } from '@/components/workspace/new-key.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { positionAfter } from '@/lib/domain/budget/changes.ts';
import type { Project } from '@/lib/domain/projects/project.ts';

/** A project as a clerk begins it, after those there are. */
export function newProject({ projects, department, unit, year }: Budget): Project {
  return {
    key: newKey(),
    position: positionAfter(projects, projects.length - 1),
    name: '',
    functionCode: '',
    category: 'INITIAL_GENERAL',
    nature: 'ONE_OFF',
    start: `${year}年`,
    duration: '1年',
    supervisingDepartment: `${department.code}-${department.name}`,
    implementingUnit: `${unit.code}-${unit.name}`,
    overview: '',
    basis: '',
    annualObjective: '',
  };
}

/** The name of a project on screens, also while it has none. */
export function projectTitle({ name }: Project): string {
  return name.trim() === '' ? '（未命名项目）' : name;
}
