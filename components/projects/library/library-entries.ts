import type { Budget } from '@/lib/domain/budget/budget.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import { type PastProject, type SkipReason, skipReason } from '@/lib/domain/projects/past-project.ts';
import { ALIKE, projectSimilarity } from '@/lib/domain/projects/similar-projects.ts';

/** A project of the library as it stands to the open draft. */
export interface LibraryEntry {
  readonly past: PastProject;
  /** Why it would not be carried forward by itself; null where it would. */
  readonly reason: SkipReason | null;
  /** The project of this year that says nearly the same under another name. */
  readonly alike: { readonly name: string; readonly percent: number } | null;
}

/** What can be taken comes first, what stands there already last. */
const ORDER: readonly (SkipReason | null)[] = [null, 'ENDED', 'ONE_OFF', 'PRESENT'];

export function libraryEntries(projects: readonly PastProject[], budget: Budget): readonly LibraryEntry[] {
  const indicators = groupBy(budget.indicators, ({ projectKey }) => projectKey);
  const entries = projects.map((past): LibraryEntry => {
    const reason = skipReason(past, budget);
    if (reason === 'PRESENT') return { past, reason, alike: null };
    const compared = budget.projects.map((project) => ({
      name: project.name,
      share: projectSimilarity(past, { project, indicators: indicators.get(project.key) ?? [] }),
    }));
    const nearest = compared.reduce<(typeof compared)[number] | null>(
      (best, one) => (one.share >= ALIKE && one.share > (best?.share ?? 0) ? one : best),
      null,
    );
    return { past, reason, alike: nearest && { name: nearest.name, percent: Math.round(nearest.share * 100) } };
  });
  return entries.sort((a, b) => ORDER.indexOf(a.reason) - ORDER.indexOf(b.reason));
}
