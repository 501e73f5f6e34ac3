import { Prisma } from '../../prisma/generated/client.ts';
import type { EnteredAmount } from '../domain/budget/control-balance.ts';
import type {
  ControlCategory,
  ControlFigure,
  ControlItem,
  ControlledProject,
} from '../domain/budget/control-figure.ts';
import type { FundSource } from '../domain/budget/fund-source.ts';
import type { ClassificationEdition } from '../domain/classification/edition.ts';
import type { VersionState } from '../domain/workflow/transitions.ts';
import type { Db } from './client.ts';

const FIGURE = { category: true, item: true, source: true, amountFen: true } as const;

/** The database holds items to their form. */
function figureOf<F extends { readonly item: string }>(record: F): F & { readonly item: ControlItem } {
  return record as F & { readonly item: ControlItem };
}

/** 控制数 of a unit for a year, by category, item and source. */
export async function listControlFigures(db: Db, unitId: string, year: number): Promise<readonly ControlFigure[]> {
  const records = await db.controlFigure.findMany({
    where: { unitId, year },
    select: FIGURE,
    orderBy: [{ category: 'asc' }, { item: 'asc' }, { source: 'asc' }],
  });
  return records.map(figureOf);
}

export interface UnitControlFigure extends ControlFigure {
  readonly unitId: string;
}

/** 控制数 of every unit for a year. */
export async function listControlFiguresOfYear(db: Db, year: number): Promise<readonly UnitControlFigure[]> {
  const records = await db.controlFigure.findMany({ where: { year }, select: { unitId: true, ...FIGURE } });
  return records.map(figureOf);
}

/** A unit with the newest version of its budget; nulls where it has no budget of the year. */
export interface BudgetedUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly isDisabled: boolean;
  readonly budgetId: string | null;
  readonly versionId: string | null;
  readonly state: VersionState | null;
}

/** Units by their code, disabled ones too, in one statement. @param unitIds null: all */
export async function listBudgetedUnits(
  db: Db,
  year: number,
  unitIds: readonly string[] | null,
): Promise<readonly BudgetedUnit[]> {
  const wanted = unitIds === null ? Prisma.empty : Prisma.sql`WHERE u.id = ANY(${[...unitIds]}::uuid[])`;
  return db.$queryRaw<BudgetedUnit[]>`
    SELECT u.id AS "unitId", u.code AS "unitCode", u.name AS "unitName", d.code AS "departmentCode",
           d.name AS "departmentName", u.disabled_at IS NOT NULL AS "isDisabled", b.id AS "budgetId",
           v.id AS "versionId", v.state::text AS state
    FROM units u
    JOIN departments d ON d.id = u.department_id
    LEFT JOIN budgets b ON b.unit_id = u.id AND b.year = ${year}
    LEFT JOIN LATERAL (
      SELECT id, state FROM budget_versions WHERE budget_id = b.id ORDER BY number DESC LIMIT 1) v ON true
    ${wanted}
    ORDER BY u.code`;
}

export interface VersionAmount extends EnteredAmount {
  readonly versionId: string;
}

/** What versions plan anew, by category, project and source, in one statement. */
export async function listEnteredAmounts(
  db: Db,
  versionIds: readonly string[],
  { economic }: Pick<ClassificationEdition, 'economic'>,
): Promise<readonly VersionAmount[]> {
  const codes = (column: ControlCategory) =>
    [...economic.values()].filter(({ basicColumn }) => basicColumn === column).map(({ code }) => code);
  const records = await db.$queryRaw<(Omit<VersionAmount, 'amountFen'> & { readonly fen: string })[]>`
    SELECT version_id AS "versionId", category, source, project_key AS "projectKey", sum(amount_fen)::text AS fen
    FROM (
      SELECT version_id, source::text AS source, project_key, amount_fen,
             CASE WHEN project_key IS NOT NULL THEN 'PROJECT'
                  WHEN economic_code = ANY(${codes('PERSONNEL')}) THEN 'PERSONNEL'
                  WHEN economic_code = ANY(${codes('ROUTINE')}) THEN 'ROUTINE' END AS category
      FROM expenditure_lines
      WHERE version_id = ANY(${[...versionIds]}::uuid[]) AND NOT carried_over AND amount_fen IS NOT NULL) lines
    WHERE category IS NOT NULL
    GROUP BY version_id, category, source, project_key`;
  return records.map(({ fen, ...record }) => ({ ...record, amountFen: BigInt(fen) }));
}

export interface VersionProject extends ControlledProject {
  readonly versionId: string;
}

/** The projects of versions in their order. */
export async function listVersionProjects(db: Db, versionIds: readonly string[]): Promise<readonly VersionProject[]> {
  return db.project.findMany({
    where: { versionId: { in: [...versionIds] } },
    select: { versionId: true, key: true, name: true, category: true },
    orderBy: { position: 'asc' },
  });
}

/** Holds the figures of a year until the transaction ends; false when there is no such year. */
export async function lockControlFigures(tx: Db, year: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>`SELECT FROM fiscal_years WHERE year = ${year} FOR NO KEY UPDATE`;
  return rows.length > 0;
}

/** Holds the figures of a year against being changed until the transaction ends; others may hold them so too. */
export async function shareControlFigures(tx: Db, year: number): Promise<void> {
  await tx.$queryRaw`SELECT FROM fiscal_years WHERE year = ${year} FOR SHARE`;
}

export interface ControlFigureWrite {
  readonly unitId: string;
  readonly category: ControlCategory;
  readonly item: ControlItem;
  readonly source: FundSource;
  /** Null: no figure any more. */
  readonly amountFen: bigint | null;
}

/** Writes figures of a year that the caller holds, each named once, in two statements. */
export async function writeControlFigures(
  tx: Db,
  year: number,
  writes: readonly ControlFigureWrite[],
  at: Date,
): Promise<void> {
  const gone = namesOf(writes.filter(({ amountFen }) => amountFen === null));
  await tx.$executeRaw`
    DELETE FROM control_figures f USING ${gone} AS w (unit_id, category, source, item)
    WHERE f.year = ${year} AND f.unit_id = w.unit_id AND f.category = w.category AND f.source = w.source
      AND f.item = w.item`;
  const kept = writes.filter(({ amountFen }) => amountFen !== null);
  await tx.$executeRaw`
    INSERT INTO control_figures (unit_id, year, category, source, item, amount_fen, updated_at)
    SELECT w.unit_id, ${year}, w.category, w.source, w.item, w.amount_fen, ${at}
    FROM ${namesOf(
      kept,
      kept.map(({ amountFen }) => amountFen),
    )} AS w (unit_id, category, source, item, amount_fen)
    ON CONFLICT (unit_id, year, category, source, item)
    DO UPDATE SET amount_fen = excluded.amount_fen, updated_at = excluded.updated_at`;
}

/** Figures as a table of their names, and of amounts where these are given. */
function namesOf(writes: readonly ControlFigureWrite[], amountsFen?: readonly (bigint | null)[]): Prisma.Sql {
  const column = <K extends 'unitId' | 'category' | 'source' | 'item'>(name: K) => writes.map((write) => write[name]);
  const amounts = amountsFen ? Prisma.sql`, ${[...amountsFen]}::bigint[]` : Prisma.empty;
  return Prisma.sql`unnest(${column('unitId')}::uuid[], ${column('category')}::"ControlCategory"[],
    ${column('source')}::"FundSource"[], ${column('item')}::text[]${amounts})`;
}
