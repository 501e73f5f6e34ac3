import { annexSetOf } from '@/lib/domain/annexes/annex-sets.ts';
import { buildAnnexes } from '@/lib/domain/annexes/build-annexes.ts';
import { chinaDay } from '@/lib/domain/china-time.ts';
import { buildNarrative } from '@/lib/domain/narrative/build-narrative.ts';
import { withRoundingStated } from '@/lib/domain/narrative/state-rounding.ts';
import { VERSION_STATE_LABELS } from '@/lib/domain/workflow/transitions.ts';
import type { VersionSummary } from '@/lib/domain/workflow/workspace.ts';
import type { Publication } from '@/lib/publishing/publication.ts';
import { adjustmentLabel, isApproved, type PublishedSet } from './published-set.ts';

const publications = new WeakMap<PublishedSet, Publication>();

/** A set as a publication: the narrative and every annex, over all its units; worked out once for a set. */
export function publicationOf(set: PublishedSet): Publication {
  const known = publications.get(set) ?? workedOut(set);
  publications.set(set, known);
  return known;
}

function workedOut(set: PublishedSet): Publication {
  const { department, year, edition } = set;
  const annexSet = annexSetOf(set);
  const input = { department, units: set.merged.units, year, edition };
  const narrative = withRoundingStated(buildNarrative(input), annexSet);
  const adjustment = adjustmentLabel(set);
  return {
    titleLines: adjustment ? [...narrative.titleLines, `（${adjustment}）`] : narrative.titleLines,
    organisation: department.fullName,
    year,
    versionLabel: versionLabel(set),
    stateLabel: stateLabel(set),
    draft: !isApproved(set),
    date: publicationDate(set),
    narrative,
    tables: buildAnnexes({ ...input, annexSet }),
  };
}

function versionLabel(set: PublishedSet): string {
  const { units } = set;
  const [first] = units;
  const label = units.length === 1 && first ? unitVersionLabel(first.version) : `${units.length}个单位最新版`;
  const adjustment = adjustmentLabel(set);
  return adjustment ? `${label}（${adjustment}）` : label;
}

/** A draft changes with every save: the revision tells one printout from another. */
function unitVersionLabel({ number, state, contentRevision }: VersionSummary): string {
  return state === 'DRAFT' ? `第${number}版第${contentRevision}次修订` : `第${number}版`;
}

function stateLabel({ units, merged, isWhole }: PublishedSet): string {
  if (!isWhole) return '单位不全';
  if (merged.faults.length > 0) return '内部往来待核对';
  const [state, ...others] = new Set(units.map(({ version }) => version.state));
  return state === undefined || others.length > 0 ? '未全部审核' : VERSION_STATE_LABELS[state];
}

/** The day (in China, `YYYY-MM-DD`) on which the last of the versions was decided, else submitted, else begun. */
function publicationDate({ units }: PublishedSet): string {
  const times = units.map(({ version }) => version.decidedAt ?? version.submittedAt ?? version.createdAt);
  return chinaDay(new Date(Math.max(...times.map((iso) => Date.parse(iso)))));
}
