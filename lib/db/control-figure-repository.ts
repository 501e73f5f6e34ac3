import type { ControlCategory, ControlFigure } from '../domain/budget/control-figure.ts';
import type { FundSource } from '../domain/budget/fund-source.ts';
import type { Db } from './client.ts';

const FIGURE = { category: true, source: true, amountFen: true } as const;

/** 控制数 of a unit for a year, by category and source. */
export async function listControlFigures(db: Db, unitId: string, year: number): Promise<readonly ControlFigure[]> {
  return db.controlFigure.findMany({
    where: { unitId, year },
    select: FIGURE,
    orderBy: [{ category: 'asc' }, { source: 'asc' }],
  });
}

export interface UnitControlFigure extends ControlFigure {
  readonly unitId: string;
}

/** 控制数 of every unit for a year. */
export async function listControlFiguresOfYear(db: Db, year: number): Promise<readonly UnitControlFigure[]> {
  return db.controlFigure.findMany({ where: { year }, select: { unitId: true, ...FIGURE } });
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
  readonly source: FundSource;
  /** Null: no figure any more. */
  readonly amountFen: bigint | null;
}

/** Writes figures of a year that the caller holds. */
export async function writeControlFigures(
  tx: Db,
  year: number,
  writes: readonly ControlFigureWrite[],
  at: Date,
): Promise<void> {
  for (const { unitId, category, source, amountFen } of writes) {
    const key = { unitId, year, category, source, item: '' };
    if (amountFen === null) {
      await tx.controlFigure.deleteMany({ where: key });
      continue;
    }
    await tx.controlFigure.upsert({
      where: { unitId_year_category_source_item: key },
      create: { ...key, amountFen, updatedAt: at },
      update: { amountFen, updatedAt: at },
    });
  }
}
