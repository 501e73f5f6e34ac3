import { type ControlExcess, controlExcesses } from '@/lib/domain/budget/control-allocation.ts';
import type { EnteredAmount } from '@/lib/domain/budget/control-balance.ts';
import {
  CONTROL_CATEGORIES,
  type ControlCategory,
  type ControlFigure,
  type ControlItem,
  type ControlledProject,
  groupItem,
  groupLabel,
  itemLabel,
  projectItem,
  projectKeyOf,
} from '@/lib/domain/budget/control-figure.ts';
import type { FundSource } from '@/lib/domain/budget/fund-source.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { PROJECT_CATEGORIES } from '@/lib/domain/projects/project.ts';

/** A unit of the sheet, as the server has it. */
export interface ControlledUnit {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly departmentName: string;
  readonly figures: readonly ControlFigure[];
  /** What its newest version plans. */
  readonly entered: readonly EnteredAmount[];
  readonly projects: readonly ControlledProject[];
}

/** Which figure of which unit. */
export interface FigurePlace {
  readonly unitId: string;
  readonly category: ControlCategory;
  readonly item: ControlItem;
  readonly source: FundSource;
}

interface TypedFigure extends FigurePlace {
  /** Null: to be withdrawn. */
  readonly amountFen: Fen | null;
}

/** Figures that were typed and not issued yet, by `controlName`. */
export type TypedFigures = ReadonlyMap<string, TypedFigure>;

/** A figure that is to be issued, with what stands there on the server, as far as this window knows. */
export interface OpenFigure extends TypedFigure {
  readonly seenFen: Fen | null;
}

/** A line of the sheet by categories: one unit's figures out of one source, beside what it plans. */
export interface ControlRow extends Row, Readonly<Record<ControlCategory, Fen | null>> {
  readonly unitCode: string;
  readonly unitName: string;
  readonly departmentCode: string;
  readonly entered: Readonly<Record<ControlCategory, Fen>>;
}

/** A line of the sheet by projects: 项目支出 of a unit as a whole, a group of projects, or a project. */
export interface ControlItemRow extends Row {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly item: ControlItem;
  readonly label: string;
  readonly controlFen: Fen | null;
  readonly enteredFen: Fen;
}

export function controlName({ unitId, category, item, source }: FigurePlace): string {
  return `${unitId} ${category} ${item} ${source}`;
}

/** What the server has, by `controlName`. */
export function storedFigures(units: readonly ControlledUnit[]): ReadonlyMap<string, Fen> {
  return new Map(
    units.flatMap(({ unitId, figures }) =>
      figures.map((figure) => [controlName({ unitId, ...figure }), figure.amountFen] as const),
    ),
  );
}

/** What was typed stands before what the server has. */
function shownFen(stored: ReadonlyMap<string, Fen>, typed: TypedFigures, place: FigurePlace): Fen | null {
  const name = controlName(place);
  const own = typed.get(name);
  return own ? own.amountFen : (stored.get(name) ?? null);
}

/** The lines of the sheet by categories, for one source. */
export function controlRows(
  units: readonly ControlledUnit[],
  typed: TypedFigures,
  source: FundSource,
): readonly ControlRow[] {
  const stored = storedFigures(units);
  return units.map(({ unitId, unitCode, unitName, departmentCode, entered }, position): ControlRow => {
    const fenOf = (category: ControlCategory) => shownFen(stored, typed, { unitId, category, item: '', source });
    const enteredFen = (category: ControlCategory) =>
      sumFen(entered.filter((amount) => amount.category === category && amount.source === source).map(amountOf));
    return {
      ...{ key: unitId, position, unitCode, unitName, departmentCode },
      ...{ PERSONNEL: fenOf('PERSONNEL'), ROUTINE: fenOf('ROUTINE'), PROJECT: fenOf('PROJECT') },
      entered: {
        ...{ PERSONNEL: enteredFen('PERSONNEL'), ROUTINE: enteredFen('ROUTINE'), PROJECT: enteredFen('PROJECT') },
      },
    };
  });
}

/** The lines of the sheet by projects: of each unit the whole, then each group with its projects, then what is gone. */
export function controlItemRows(
  units: readonly ControlledUnit[],
  typed: TypedFigures,
  source: FundSource,
): readonly ControlItemRow[] {
  const stored = storedFigures(units);
  const rows = units.flatMap((unit) => {
    const { unitId, unitCode, unitName, projects, entered } = unit;
    const own = entered.filter((amount) => amount.category === 'PROJECT' && amount.source === source);
    const row = (item: ControlItem, label: string, keys: ReadonlySet<string> | null) => ({
      ...{ key: `${unitId} ${item}`, unitId, unitCode, unitName, item, label },
      controlFen: shownFen(stored, typed, { unitId, category: 'PROJECT', item, source }),
      enteredFen: sumFen(own.filter(({ projectKey }) => keys === null || keys.has(projectKey ?? '')).map(amountOf)),
    });
    const groups = PROJECT_CATEGORIES.flatMap((category) => {
      const members = projects.filter((project) => project.category === category);
      const keys = new Set(members.map(({ key }) => key));
      return [
        row(groupItem(category), groupLabel(category), keys),
        ...members.map(({ key }) =>
          row(projectItem(key), `　　${itemLabel(projectItem(key), projects)}`, new Set([key])),
        ),
      ];
    });
    const gone = goneItems(unit, typed, source).map((item) => row(item, itemLabel(item, projects), new Set()));
    return [row('', '全部项目支出', null), ...groups, ...gone];
  });
  return rows.map((row, position) => ({ ...row, position }));
}

/** Projects that have a figure and are not in the newest version any more. */
function goneItems({ unitId, figures, projects }: ControlledUnit, typed: TypedFigures, source: FundSource) {
  const keys = new Set(projects.map(({ key }) => key));
  const named = [...figures, ...[...typed.values()].filter((figure) => figure.unitId === unitId)];
  const items = named.filter((figure) => figure.source === source).map(({ item }) => item);
  return [...new Set(items)].filter((item) => {
    const key = projectKeyOf(item);
    return key !== null && !keys.has(key);
  });
}

function amountOf({ amountFen }: { readonly amountFen: Fen }): Fen {
  return amountFen;
}

/** Adds figures to what was typed. */
export function typeFigures(typed: TypedFigures, figures: readonly TypedFigure[]): TypedFigures {
  const next = new Map(typed);
  for (const figure of figures) next.set(controlName(figure), figure);
  return next;
}

/** The figures that an edit of the sheet by categories means. */
export function editedFigures(
  source: FundSource,
  updates: readonly { readonly key: string; readonly fields: Partial<ControlRow> }[],
): readonly TypedFigure[] {
  return updates.flatMap(({ key, fields }) =>
    CONTROL_CATEGORIES.flatMap((category): readonly TypedFigure[] => {
      const amountFen = fields[category];
      return amountFen === undefined ? [] : [{ unitId: key, category, item: '', source, amountFen }];
    }),
  );
}

/** What differs from the server and is to be issued, over all sources. */
export function figuresToIssue(units: readonly ControlledUnit[], typed: TypedFigures): readonly OpenFigure[] {
  const stored = storedFigures(units);
  const known = new Set(units.map(({ unitId }) => unitId));
  return [...typed.entries()].flatMap(([name, figure]): readonly OpenFigure[] => {
    const seenFen = stored.get(name) ?? null;
    return figure.amountFen === seenFen || !known.has(figure.unitId) ? [] : [{ ...figure, seenFen }];
  });
}

export interface UnitExcess extends ControlExcess {
  readonly unitId: string;
  readonly unitName: string;
}

/** Units whose groups and projects would get more than 项目支出 as a whole, with what was typed. */
export function sheetExcesses(units: readonly ControlledUnit[], typed: TypedFigures): readonly UnitExcess[] {
  const touched = groupBy(typed.values(), ({ unitId }) => unitId);
  return units.flatMap(({ unitId, unitName, figures, projects }) => {
    const own = touched.get(unitId) ?? [];
    if (own.length === 0 && figures.every(({ item }) => item === '')) return [];
    const replaced = new Set(own.map(controlName));
    const kept = figures.filter((figure) => !replaced.has(controlName({ unitId, ...figure })));
    const added = own.flatMap(({ amountFen, ...figure }) => (amountFen === null ? [] : [{ ...figure, amountFen }]));
    const groups = new Map(projects.map(({ key, category }) => [key, category]));
    return controlExcesses([...kept, ...added], (key) => groups.get(key) ?? null).map((excess) => ({
      ...{ ...excess, unitId, unitName },
    }));
  });
}
