import { NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';

/** The page of a draft as the preview remembers its choices: `projects` for all projects, the key of one for its own. */
export function pageOfDraft(pathname: string): { readonly page: string; readonly projectKey: string | null } {
  const [, , , page = '', projectKey = null] = pathname.split('/');
  return { page, projectKey: page === 'projects' ? projectKey : null };
}

/** Which annex prints what a page is about; pages that are not listed show the narrative. */
const ANNEX_OF_PAGE: Readonly<Record<string, string>> = {
  revenue: '6',
  staffing: '3',
  'basic-expenditure': '3',
  projects: '10',
  performance: '11',
  procurement: '9',
  'prior-year': '2',
  reasons: '2',
};

/**
 * The annex that a page of the draft shows beside its rows.
 *
 * @param projectKeys the keys of the projects in their order
 * @param chosen what the user chose on that page before, where they did
 * @param ids the annexes that there are
 */
export function annexOfPage(
  pathname: string,
  projectKeys: readonly string[],
  chosen: Readonly<Record<string, string>>,
  ids: readonly string[],
): string {
  const { page, projectKey } = pageOfDraft(pathname);
  if (projectKey !== null) {
    const wanted = `12-${projectKeys.indexOf(projectKey) + 1}`;
    const kept = chosen['projects/'];
    return kept !== undefined && kept !== '12' && ids.includes(kept) ? kept : ids.includes(wanted) ? wanted : NARRATIVE;
  }
  const wanted = chosen[page] ?? ANNEX_OF_PAGE[page] ?? NARRATIVE;
  return ids.includes(wanted) ? wanted : NARRATIVE;
}

/** Under which name a choice on a page is kept: a sheet of a project says that the project's own is wanted. */
export function keptChoice(pathname: string, annex: string): readonly [page: string, annex: string] {
  const { page, projectKey } = pageOfDraft(pathname);
  return projectKey === null ? [page, annex] : ['projects/', annex.startsWith('12-') ? '12' : annex];
}
