import { NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';
import { annexOfRole } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexRole, AnnexSet } from '@/lib/domain/annexes/definition.ts';

/** The page of a draft as the preview remembers its choices: `projects` for all projects, the key of one for its own. */
export function pageOfDraft(pathname: string): { readonly page: string; readonly projectKey: string | null } {
  const [, , , page = '', projectKey = null] = pathname.split('/');
  return { page, projectKey: page === 'projects' ? projectKey : null };
}

/** Which annex prints what a page is about; pages that are not listed show the narrative. */
const ROLE_OF_PAGE: Readonly<Record<string, AnnexRole>> = {
  revenue: 'wholeBalance',
  staffing: 'basicByEconomic',
  'basic-expenditure': 'basicByEconomic',
  projects: 'projects',
  performance: 'overallPerformance',
  procurement: 'procurement',
  'prior-year': 'generalByFunction',
  reasons: 'generalByFunction',
};

/** What stands in for annexes of projects in a set that has none. */
const INSTEAD: AnnexRole = 'expenditure';

/**
 * The annex that a page of the draft shows beside its rows.
 *
 * @param projectKeys the keys of the projects in their order
 * @param chosen what the user chose on that page before, where they did
 * @param ids the annexes that there are
 * @param set the set that they are of
 */
export function annexOfPage(
  pathname: string,
  projectKeys: readonly string[],
  chosen: Readonly<Record<string, string>>,
  ids: readonly string[],
  set: AnnexSet,
): string {
  const idOf = (role: AnnexRole | undefined) => role && annexOfRole(set, role)?.id;
  const { page, projectKey } = pageOfDraft(pathname);
  if (projectKey !== null) {
    const own = idOf('projectSheets');
    const wanted = own === undefined ? (idOf(INSTEAD) ?? '') : `${own}-${projectKeys.indexOf(projectKey) + 1}`;
    const kept = chosen['projects/'];
    return kept !== undefined && kept !== own && ids.includes(kept) ? kept : ids.includes(wanted) ? wanted : NARRATIVE;
  }
  const role = ROLE_OF_PAGE[page];
  const wanted = chosen[page] ?? idOf(role) ?? (role === 'projects' ? idOf(INSTEAD) : NARRATIVE) ?? NARRATIVE;
  return ids.includes(wanted) ? wanted : NARRATIVE;
}

/** Under which name a choice on a page is kept: a sheet of a project says that the project's own is wanted. */
export function keptChoice(pathname: string, annex: string, set: AnnexSet): readonly [page: string, annex: string] {
  const own = annexOfRole(set, 'projectSheets')?.id;
  const { page, projectKey } = pageOfDraft(pathname);
  return projectKey === null
    ? [page, annex]
    : ['projects/', own !== undefined && annex.startsWith(`${own}-`) ? own : annex];
}
