import type { NavigationGroup, NavigationMark } from '@/components/ui/navigation.tsx';
import { type Finding, SECTION_LABELS, SECTIONS, type Section } from '@/lib/domain/checks/finding.ts';
import { SECTION_PATHS, sectionOf } from './section-path.ts';

/** Findings about a section: those of whose places one is in it. */
export function findingsOfSection(findings: readonly Finding[], section: Section): readonly Finding[] {
  return findings.filter(({ places }) => places.some((place) => sectionOf(place) === section));
}

/**
 * The pages of a draft with the state of each. A finding counts where it is mended: at its first place; a warning that
 * is explained counts no more.
 */
export function draftNavigation(
  budgetId: string,
  all: readonly Finding[],
  explainedKeys: ReadonlySet<string>,
  openComments: number,
  lockedSections: readonly Section[] = [],
): readonly NavigationGroup[] {
  const findings = all.filter(({ severity, key }) => severity === 'error' || !explainedKeys.has(key));
  const root = `/budgets/${budgetId}`;
  return [
    {
      label: '预算编制',
      items: [
        { href: `${root}/start`, label: '从哪里开始', includesChildren: true },
        ...SECTIONS.map((section) => ({
          href: `${root}/${SECTION_PATHS[section]}`,
          label: SECTION_LABELS[section],
          includesChildren: true,
          ...(lockedSections.includes(section) ? { isLocked: true } : {}),
          mark: markOf(findings.filter(({ places: [first] }) => first && sectionOf(first) === section)),
        })),
      ],
    },
    {
      label: '核对与送审',
      items: [
        { href: `${root}/checks`, label: '校验', mark: markOf(findings) },
        {
          href: `${root}/comments`,
          label: '审核意见',
          ...(openComments > 0 ? { mark: { kind: 'count', count: openComments } } : {}),
        },
        { href: `${root}/changes`, label: '与上版对比' },
        { href: `${root}/annexes`, label: '附件预览' },
        { href: `${root}/history`, label: '版本与历史' },
        { href: `${root}/publication`, label: '公开' },
      ],
    },
  ];
}

function markOf(findings: readonly Finding[]): NavigationMark {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return { kind: 'errors', count: errors };
  const warnings = findings.filter(({ severity }) => severity === 'warning').length;
  return warnings > 0 ? { kind: 'warnings', count: warnings } : { kind: 'done' };
}
