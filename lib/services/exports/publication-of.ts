import { annexSetById } from '@/lib/domain/annexes/annex-sets.ts';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';
import { buildNarrative } from '@/lib/domain/narrative/build-narrative.ts';
import { VERSION_STATE_LABELS } from '@/lib/domain/workflow/transitions.ts';
import type { BudgetWorkspace, VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import type { Publication } from '@/lib/publishing/publication.ts';

export type PublishedBudget = Pick<BudgetWorkspace, 'budget' | 'edition' | 'version' | 'annexSetId'>;

/** A version of a unit's budget as a publication: the narrative and every annex of its set. */
export function publicationOf({ budget, edition, version, annexSetId }: PublishedBudget): Publication {
  const { department, year } = budget;
  const input = { department, units: [budget], year, edition };
  const narrative = buildNarrative(input);
  return {
    titleLines: narrative.titleLines,
    organisation: department.fullName,
    year,
    versionLabel: versionLabel(version),
    stateLabel: VERSION_STATE_LABELS[version.state],
    draft: version.state !== 'APPROVED',
    date: publicationDate(version),
    narrative,
    tables: buildAnnexes({ ...input, annexSet: annexSetById(annexSetId) }),
  };
}

/** A draft changes with every save: the revision tells one printout from another. */
function versionLabel({ number, state, contentRevision }: VersionSummary): string {
  return state === 'DRAFT' ? `第${number}版第${contentRevision}次修订` : `第${number}版`;
}

/** The day (in China, `YYYY-MM-DD`) on which a version was decided, else submitted, else begun. */
export function publicationDate({ decidedAt, submittedAt, createdAt }: VersionSummary): string {
  const iso = decidedAt ?? submittedAt ?? createdAt;
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(new Date(iso));
}
