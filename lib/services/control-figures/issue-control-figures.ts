import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import type { Db } from '@/lib/db/client.ts';
import {
  type BudgetedUnit,
  listBudgetedUnits,
  listControlFiguresOfYear,
  listEnteredAmounts,
  listVersionProjects,
  lockControlFigures,
  type UnitControlFigure,
  type VersionProject,
  writeControlFigures,
} from '@/lib/db/control-figure-repository.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { controlExcesses } from '@/lib/domain/budget/control-allocation.ts';
import { balanceOfAmounts } from '@/lib/domain/budget/control-balance.ts';
import { CONTROL_CATEGORY_LABELS, itemLabel } from '@/lib/domain/budget/control-figure.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import type { ControlIssue } from '@/lib/schemas/control-figures.ts';
import { authorize } from '../authorize.ts';
import { confirmStanding } from '../budgets/hold-version.ts';
import { loadEdition } from '../classification/load-edition.ts';
import { notify } from '../notices/notify.ts';

type ControlChange = ControlIssue['changes'][number];

/** A unit whose budget is with its head or the bureau and plans more than its control figures now allow. */
export interface ExceedingUnit {
  readonly unitCode: string;
  readonly unitName: string;
  readonly budgetId: string;
}

export interface IssueOutcome {
  readonly count: number;
  readonly unitCount: number;
  readonly exceeding: readonly ExceedingUnit[];
}

/**
 * Issues, changes and withdraws control figures (控制数) of a year, all of them or none. Each names what stood there
 * when it was typed: RECORD_CHANGED when somebody else was faster; CONTROL_EXCEEDED when groups and projects of a unit
 * were given more than 项目支出 as a whole. Every unit's change is recorded with old and new.
 */
export async function issueControlFigures(
  actor: Actor,
  { year, note, changes }: ControlIssue,
): Promise<Result<IssueOutcome, Problem>> {
  const authorized = authorize(actor, 'control.manage', null);
  if (!authorized.ok) return authorized;
  const at = new Date();
  return inTransaction(async (tx) => {
    const standing = await confirmStanding(tx, actor, null);
    if (!standing.ok) return standing;
    if (!(await lockControlFigures(tx, year))) return fail({ code: 'NOT_FOUND' });
    const before = await listControlFiguresOfYear(tx, year);
    if (!isUpToDate(before, changes)) return fail({ code: 'RECORD_CHANGED' });
    const byUnit = groupBy(changes, ({ unitId }) => unitId);
    const units = await listBudgetedUnits(tx, year, [...byUnit.keys()]);
    if (units.length < byUnit.size) return fail({ code: 'NOT_FOUND' });
    const issued = await issuedOf(tx, units, before, changes);
    const excess = firstExcess(units, issued, byUnit);
    if (excess) return fail(excess);
    await writeControlFigures(tx, year, changes, at);
    for (const unit of units) await record(tx, { actor, year, at, note }, unit, byUnit.get(unit.unitId) ?? []);
    return ok({
      count: changes.length,
      unitCount: units.length,
      exceeding: await exceedingUnits(tx, year, units, issued),
    });
  });
}

/** Whether every figure still stands as it was seen; the same figure twice in one issue never does. */
function isUpToDate(before: readonly UnitControlFigure[], changes: readonly ControlChange[]): boolean {
  const stored = new Map(before.map((figure) => [nameOf(figure), figure.amountFen]));
  if (new Set(changes.map(nameOf)).size < changes.length) return false;
  return changes.every((change) => (stored.get(nameOf(change)) ?? null) === change.seenFen);
}

/** The figures of units as the issue leaves them, and the projects of their newest versions by version. */
interface Issued {
  readonly figures: ReadonlyMap<string, readonly UnitControlFigure[]>;
  readonly projects: ReadonlyMap<string, readonly VersionProject[]>;
}

async function issuedOf(
  tx: Db,
  units: readonly BudgetedUnit[],
  before: readonly UnitControlFigure[],
  changes: readonly ControlChange[],
): Promise<Issued> {
  const versionIds = units.flatMap(({ versionId }) => versionId ?? []);
  const changed = new Set(changes.map(nameOf));
  const kept = before.filter((figure) => !changed.has(nameOf(figure)));
  const added = changes.flatMap(({ seenFen: _seen, amountFen, ...figure }): readonly UnitControlFigure[] =>
    amountFen === null ? [] : [{ ...figure, amountFen }],
  );
  return {
    figures: groupBy([...kept, ...added], ({ unitId }) => unitId),
    projects: groupBy(await listVersionProjects(tx, versionIds), ({ versionId }) => versionId),
  };
}

/** Of the sources in which figures of projects are issued now: what went wrong otherwise is not this issue's. */
function firstExcess(
  units: readonly BudgetedUnit[],
  { figures, projects }: Issued,
  changes: ReadonlyMap<string, readonly ControlChange[]>,
): Problem | null {
  const excesses = units.flatMap(({ unitId, unitName, versionId }) => {
    const groups = new Map(projects.get(versionId ?? '')?.map(({ key, category }) => [key, category]));
    const sources = new Set(
      (changes.get(unitId) ?? []).filter(({ category }) => category === 'PROJECT').map(({ source }) => source),
    );
    return controlExcesses(figures.get(unitId) ?? [], (key) => groups.get(key) ?? null)
      .filter(({ source }) => sources.has(source))
      .map((excess) => ({ ...excess, unitName }));
  });
  const [first] = excesses;
  if (!first) return null;
  return {
    ...{ code: 'CONTROL_EXCEEDED', unitName: first.unitName, others: excesses.length - 1 },
    what: itemLabel(first.item, []) || CONTROL_CATEGORY_LABELS.PROJECT,
    ...{ limitFen: first.limitFen.toString(), allocatedFen: first.allocatedFen.toString() },
  };
}

async function exceedingUnits(
  tx: Db,
  year: number,
  units: readonly BudgetedUnit[],
  { figures, projects }: Issued,
): Promise<readonly ExceedingUnit[]> {
  const sent = units.filter(({ state }) => state === 'SUBMITTED' || state === 'CONFIRMING');
  const versionIds = sent.flatMap(({ versionId }) => versionId ?? []);
  if (versionIds.length === 0) return [];
  const amounts = groupBy(
    await listEnteredAmounts(tx, versionIds, await loadEdition(year)),
    ({ versionId }) => versionId,
  );
  return sent.flatMap(({ unitId, unitCode, unitName, budgetId, versionId }): readonly ExceedingUnit[] => {
    if (budgetId === null || versionId === null) return [];
    const own = [amounts.get(versionId) ?? [], projects.get(versionId) ?? [], figures.get(unitId) ?? []] as const;
    return balanceOfAmounts(...own).some(({ leftFen }) => leftFen < 0n) ? [{ unitCode, unitName, budgetId }] : [];
  });
}

interface Act {
  readonly actor: Actor;
  readonly year: number;
  readonly at: Date;
  readonly note: string;
}

/** On the chain of the unit's budget where it has one: the trail of a figure stands beside what was drafted under it. */
async function record(
  tx: Db,
  { actor, year, at, note }: Act,
  { unitId, budgetId }: BudgetedUnit,
  changes: readonly ControlChange[],
): Promise<void> {
  const figures = changes.map(({ category, item, source, seenFen, amountFen }) => ({
    ...{ category, item, source },
    from: seenFen?.toString() ?? null,
    to: amountFen?.toString() ?? null,
  }));
  const detail = { unitId, year, figures, ...(note.trim() === '' ? {} : { note: note.trim() }) };
  await appendAuditEvent(tx, { actor, at, budgetId, action: 'control.issued', detail });
  await notify(tx, actor, { kind: 'control.issued', unitId, year, budgetId }, at);
}

function nameOf({
  unitId,
  category,
  item,
  source,
}: Pick<ControlChange, 'unitId' | 'category' | 'item' | 'source'>): string {
  return `${unitId} ${category} ${item} ${source}`;
}
