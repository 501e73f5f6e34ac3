import { CONTROL_CATEGORIES, type ControlCategory, type ControlFigure } from '@/lib/domain/budget/control-figure.ts';
import type { FundSource } from '@/lib/domain/budget/fund-source.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';

/** A unit of the sheet, as the server has it. */
export interface ControlledUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentName: string;
  readonly figures: readonly ControlFigure[];
}

/** A line of the grid: one unit's figures out of one source. */
export interface ControlRow extends Row, Readonly<Record<ControlCategory, Fen | null>> {
  readonly unitCode: string;
  readonly unitName: string;
}

/** Figures that were typed and not issued yet, by `controlName`; null: to be withdrawn. */
export type TypedFigures = ReadonlyMap<string, Fen | null>;

export interface TypedFigure {
  readonly unitId: string;
  readonly category: ControlCategory;
  readonly source: FundSource;
  readonly amountFen: Fen | null;
  /** What stands there on the server, as far as this window knows. */
  readonly seenFen: Fen | null;
}

export function controlName(unitId: string, category: ControlCategory, source: FundSource): string {
  return `${unitId} ${category} ${source}`;
}

function storedFen({ figures }: ControlledUnit, category: ControlCategory, source: FundSource): Fen | null {
  return figures.find((figure) => figure.category === category && figure.source === source)?.amountFen ?? null;
}

/** The lines of the grid for one source: what was typed stands before what the server has. */
export function controlRows(
  units: readonly ControlledUnit[],
  typed: TypedFigures,
  source: FundSource,
): readonly ControlRow[] {
  return units.map((unit, position): ControlRow => {
    const fenOf = (category: ControlCategory): Fen | null => {
      const name = controlName(unit.unitId, category, source);
      return typed.has(name) ? (typed.get(name) ?? null) : storedFen(unit, category, source);
    };
    return {
      ...{ key: unit.unitId, position, unitCode: unit.unitCode, unitName: unit.unitName },
      ...{ PERSONNEL: fenOf('PERSONNEL'), ROUTINE: fenOf('ROUTINE'), PROJECT: fenOf('PROJECT') },
    };
  });
}

/** What an edit of the grid adds to what was typed. */
export function typeFigures(
  typed: TypedFigures,
  source: FundSource,
  updates: readonly { readonly key: string; readonly fields: Partial<ControlRow> }[],
): TypedFigures {
  const next = new Map(typed);
  for (const { key, fields } of updates) {
    for (const category of CONTROL_CATEGORIES) {
      const amountFen = fields[category];
      if (amountFen !== undefined) next.set(controlName(key, category, source), amountFen);
    }
  }
  return next;
}

/** What differs from the server and is to be issued, over all sources. */
export function figuresToIssue(
  units: readonly ControlledUnit[],
  typed: TypedFigures,
  sources: readonly FundSource[],
): readonly TypedFigure[] {
  return units.flatMap((unit) =>
    CONTROL_CATEGORIES.flatMap((category) =>
      sources.flatMap((source): readonly TypedFigure[] => {
        const amountFen = typed.get(controlName(unit.unitId, category, source));
        const seenFen = storedFen(unit, category, source);
        if (amountFen === undefined || amountFen === seenFen) return [];
        return [{ unitId: unit.unitId, category, source, amountFen, seenFen }];
      }),
    ),
  );
}
