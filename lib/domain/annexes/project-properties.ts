import { type ClassificationEdition, printedCodeName } from '../classification/edition.ts';
import { PROJECT_NATURE_LABELS } from '../projects/project.ts';
import type { NumberedProject } from './context.ts';
import type { ProjectProperty } from './definition.ts';
import type { RowProperties } from './text-cells.ts';

/** What annexes 10 and 12 can print of a project. */
export function projectProperties(
  { project, unit, number }: NumberedProject,
  edition: ClassificationEdition,
): RowProperties<ProjectProperty> {
  return {
    ...project,
    number,
    unitName: unit.fullName,
    functionName: printedCodeName(edition, 'functional', project.functionCode),
    nature: PROJECT_NATURE_LABELS[project.nature],
  };
}
