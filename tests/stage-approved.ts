import { database } from '@/lib/db/client.ts';
import { soundContent } from './sound-content.ts';
import { type Stage, type StagedDraft, stageDraft } from './stage.ts';

/** A version that was approved, with which every check is content; of a unit of its own year, decided by nobody in the log. */
export async function stageApproved(
  { unitId, year, actors }: Pick<Stage, 'unitId' | 'year' | 'actors'>,
  name: string,
  moreFen = 0n,
): Promise<StagedDraft> {
  const unit = await database().unit.findUniqueOrThrow({ where: { id: unitId }, include: { department: true } });
  const content = soundContent(name, { moreFen });
  const { department } = unit;
  const offices = {
    implementingUnit: `${unit.code}-${unit.name}`,
    supervisingDepartment: `${department.code}-${department.name}`,
  };
  const projects = content.projects.map((row) => ({ ...row, ...offices }));
  const staged = await stageDraft({ unitId, year }, { ...content, projects });
  await approve(staged.versionId, { actors });
  return staged;
}

/** Takes a draft on its way to the approval. */
export async function approve(versionId: string, { actors }: Pick<Stage, 'actors'>): Promise<void> {
  const move = (data: object) => database().budgetVersion.update({ where: { id: versionId }, data });
  await move({ state: 'SUBMITTED', submittedAt: new Date(), submittedById: actors.CLERK.userId });
  await move({ state: 'APPROVED', decidedAt: new Date(), decidedById: actors.BUDGET_OFFICE.userId });
}
