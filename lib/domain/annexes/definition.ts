import type { WanYuanStyle } from '../money/format.ts';
import type { MoneyUnit } from '../money/parse.ts';
import type { Rounding } from './rounding.ts';
import type { Selection } from './selection.ts';

/**
 * The language in which an annex is described. A definition is data: a new province's set is a new file of
 * definitions, never a new code path.
 *
 * Every cell that holds an amount is the sum of the ledger entries which both its column and its row select.
 *
 * A `Template` is text with `{organisation}`, `{departmentCode}`, `{departmentName}`, `{year}` and `{priorYear}`
 * filled in, and `{unit}` (万元 or 元); `{annex}` is the annex's own number, `{number}` that of a project, and a list of classes knows
 * `{ordinal}` (一 … 二十八) and `{name}`.
 */
export type Template = string;

/** A named list of annexes, as a province prescribes them. */
export interface AnnexSet {
  readonly id: string;
  readonly name: string;
  /** The unit in which the set prints its amounts, unless an annex names its own. */
  readonly unit: MoneyUnit;
  /** How the document numbers its annexes, e.g. `附件{annex}`. */
  readonly number: Template;
  /** Follows an annex's own notes where printed parts do not add up to the printed whole. */
  readonly roundingNote: string;
  /** How printed amounts are rounded; a fiscal year may choose another custom. In 元 nothing is rounded. */
  readonly rounding: Rounding;
  readonly annexes: readonly AnnexDefinition[];
}

export type AnnexDefinition =
  | CodeTreeAnnex
  | LinesAnnex
  | ProjectListAnnex
  | OverallPerformanceAnnex
  | ProjectSheetAnnex;

/** What an annex says, whatever a province calls and numbers it: checks and screens find it by this. */
export type AnnexRole =
  | 'fiscalBalance'
  | 'generalByFunction'
  | 'basicByEconomic'
  | 'threePublic'
  | 'fundByFunction'
  | 'capitalByFunction'
  | 'wholeBalance'
  | 'revenue'
  | 'expenditure'
  | 'procurement'
  | 'projects'
  | 'overallPerformance'
  | 'projectSheets';

interface AnnexBase {
  /** `1` … `12`. */
  readonly id: string;
  /** Missing: no check speaks of it. */
  readonly role?: AnnexRole;
  readonly title: Template;
  /** 937.60 (`fixed`) or 937.6 (`trimmed`). */
  readonly style: WanYuanStyle;
  readonly orientation: 'portrait' | 'landscape';
  /** Where it is not the set's. */
  readonly unit?: MoneyUnit;
  readonly notes?: readonly NoteDefinition[];
}

/** A note below the table: always, or only when the table holds no amount. */
export interface NoteDefinition {
  readonly when: 'always' | 'empty';
  readonly text: Template;
}

/** A column, by what its cells hold: a property of the row, a sum of entries, or further columns. */
export type ColumnDefinition<P extends string> = TextColumn<P> | AmountColumn | HeadingColumn<P>;

/** What an edited set does not print; a hidden amount is still rounded with the others, so that these stay as they are. */
interface Hideable {
  readonly hidden?: true;
}

/** Where an edited set prints a column among those beside it; sums and rounding keep the order of the definition. */
interface Movable {
  readonly rank?: number;
}

export interface TextColumn<P extends string> extends Hideable {
  readonly key: Template;
  readonly label: Template;
  readonly width: number;
  /** The property of the row that is printed here; which there are depends on the annex's rule. */
  readonly prints: P;
  readonly content?: 'text' | 'code' | 'number';
  /** Indented by the row's level. */
  readonly indented?: true;
}

export interface AmountColumn extends Hideable, Movable {
  readonly key: Template;
  readonly label: Template;
  readonly width: number;
  readonly sums: Selection;
  /** Keys of the columns whose sum this one is, where every entry stands in one of them. */
  readonly totalOf?: readonly Template[];
}

export interface HeadingColumn<P extends string> extends Movable {
  readonly key: Template;
  readonly label: Template;
  readonly children: readonly ColumnDefinition<P>[];
}

/** A labelled value above the columns: a property, or a sum of entries. */
export type FieldDefinition<P extends string> = {
  readonly key: string;
  readonly label: Template;
  /** Short enough to share a line of the form with the next one. */
  readonly span?: 'half';
} & Hideable &
  ({ readonly prints: P } | { readonly sums: Selection });

/**
 * 合计, and below it a row for each code that has an amount in some column, at each of its levels, codes ascending
 * (annexes 2, 3, 5, 7, 8).
 */
export interface CodeTreeAnnex extends AnnexBase {
  readonly rule: 'codeTree';
  readonly classification: 'functional' | 'economic';
  readonly totalLabel: string;
  readonly columns: readonly ColumnDefinition<CodeProperty>[];
}

/** The whole code, its name, or the code in parts: 类 (201), 款 (03) and 项 (08). */
export type CodeProperty = 'code' | 'name' | 'codeClass' | 'codeGroup' | 'codeItem';

/**
 * Fixed rows, in one or more lists side by side (annexes 1, 4, 6, 9). A list's `foot` stands in the last rows of the
 * table, level with the feet of the other lists.
 */
export interface LinesAnnex extends AnnexBase {
  readonly rule: 'lines';
  readonly sides: readonly SideDefinition[];
}

export interface SideDefinition {
  readonly columns: readonly ColumnDefinition<'code' | 'label'>[];
  readonly body: readonly (LineDefinition | ClassLines | UnitLines)[];
  readonly foot?: readonly LineDefinition[];
}

export interface LineDefinition {
  /** Unique in its list. */
  readonly id: string;
  readonly label: Template;
  readonly code?: Template;
  readonly role?: 'total';
  readonly selects: Selection;
  /** Ids of the lines whose sum this one is, where every entry stands in one of them; or all those of the list. */
  readonly totalOf?: readonly string[] | 'classes' | 'units';
}

/** One line for each functional class that the edition lists, e.g. `（{ordinal}）{name}`; its id is the class's code. */
interface ClassLines {
  readonly classes: true;
  readonly label: Template;
  readonly selects: Selection;
}

/**
 * One line for each unit of a department that has several, its id the unit's code; of a department with one unit, which
 * stands for it, one line with the department's code and name.
 */
interface UnitLines {
  readonly units: true;
  readonly selects: Selection;
}

/** 合计, and below it a row for each project of the department (annex 10). */
export interface ProjectListAnnex extends AnnexBase {
  readonly rule: 'projects';
  readonly totalLabel: string;
  readonly columns: readonly ColumnDefinition<ProjectProperty>[];
}

export type ProjectProperty =
  | 'number'
  | 'unitName'
  | 'functionCode'
  | 'functionName'
  | 'name'
  | 'supervisingDepartment'
  | 'implementingUnit'
  | 'nature'
  | 'start'
  | 'duration'
  | 'overview'
  | 'basis'
  | 'annualObjective';

/** The department's goals as fields, its indicators as rows (annex 11). */
export interface OverallPerformanceAnnex extends AnnexBase {
  readonly rule: 'overallPerformance';
  readonly fields: readonly FieldDefinition<'organisation' | 'goals'>[];
  readonly columns: readonly TextColumn<'name' | 'type' | 'weight' | 'unit' | 'comparison' | 'value'>[];
}

/** A table of its own for each project, `{number}` counting them: its facts as fields, its indicators as rows (annex 12). */
export interface ProjectSheetAnnex extends AnnexBase {
  readonly rule: 'projectSheets';
  readonly fields: readonly FieldDefinition<ProjectProperty>[];
  readonly columns: readonly TextColumn<'level1' | 'level2' | 'level3' | 'value' | 'comparison' | 'unit' | 'weight'>[];
}
