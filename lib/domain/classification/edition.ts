/** 类, 款 or 项 (1–3); the economic classification has the first two. */
export type CodeLevel = 1 | 2 | 3;

/** Which of the four budgets a functional code belongs to. */
export type BudgetFund = 'GENERAL_PUBLIC' | 'GOVERNMENT_FUND' | 'STATE_CAPITAL';

interface ClassificationCode {
  readonly code: string;
  readonly name: string;
  /** Code of the level above, null for a 类. */
  readonly parent: string | null;
  readonly level: CodeLevel;
  /** First and last day of validity, `YYYY-MM-DD`; null = open. Codes change in mid-year too. */
  readonly validFrom: string | null;
  readonly validTo: string | null;
  /** The row is from own knowledge and not checked against the official book: screens say 科目未经官方核对. */
  readonly unverified: boolean;
}

/** 支出功能分类科目. */
export interface FunctionalCode extends ClassificationCode {
  readonly budgetFund: BudgetFund;
}

/** 人员经费 or 日常公用经费: the column of annex 3 a class stands in; null: not allowed in basic expenditure. */
export type BasicColumn = 'PERSONNEL' | 'ROUTINE';

/** 部门预算支出经济分类科目. */
export interface EconomicCode extends ClassificationCode {
  readonly basicColumn: BasicColumn | null;
  /** The government economic codes it maps to, for administrative units and public institutions. */
  readonly governmentCodeAdministrative: string | null;
  readonly governmentCodeInstitution: string | null;
}

/** One of the functional classes that annexes 1 and 6 list, in printed order. */
export interface ExpenditureClass {
  readonly code: string;
  readonly name: string;
}

/** Which codes replace an old one (新旧科目对照), from a day on. */
export interface Succession {
  readonly oldCode: string;
  readonly newCodes: readonly string[];
  readonly from: string;
  readonly unverified: boolean;
}

/** The codes in force for one fiscal year, by code. */
export interface ClassificationEdition {
  readonly year: number;
  readonly functional: ReadonlyMap<string, FunctionalCode>;
  readonly economic: ReadonlyMap<string, EconomicCode>;
  readonly expenditureClasses: readonly ExpenditureClass[];
  readonly successions: readonly Succession[];
  /** Names of codes that ended before the year, by code: last year's figures still stand under them. */
  readonly formerNames: ReadonlyMap<string, string>;
}

/** A whole code book with the validity of each row, from which a year's edition is cut. */
export interface CodeBook {
  readonly functional: readonly FunctionalCode[];
  readonly economic: readonly EconomicCode[];
  readonly expenditureClasses: readonly ExpenditureClass[];
  readonly successions: readonly Succession[];
}

/**
 * The edition of a fiscal year: the rows valid on any day of it, so that a code added in mid-year can be used at once.
 * A parent is in force as long as one of its children is.
 */
export function editionOf(book: CodeBook, year: number): ClassificationEdition {
  return {
    year,
    functional: byCode(book.functional, year),
    economic: byCode(book.economic, year),
    expenditureClasses: book.expenditureClasses,
    successions: book.successions,
    formerNames: new Map(
      [...book.functional, ...book.economic]
        .filter(({ validTo }) => validTo !== null && validTo < `${year}-01-01`)
        .map(({ code, name }) => [code, name]),
    ),
  };
}

function byCode<C extends ClassificationCode>(codes: readonly C[], year: number): ReadonlyMap<string, C> {
  const inForce = codes.filter(
    ({ validFrom, validTo }) =>
      (validFrom === null || validFrom <= `${year}-12-31`) && (validTo === null || validTo >= `${year}-01-01`),
  );
  return new Map(inForce.map((code) => [code.code, code]));
}

/** The code and the codes above it, from the class down: `2010308` → 201, 20103, 2010308. */
export function ancestry(code: string): readonly string[] {
  return [3, 5, 7].filter((length) => length <= code.length).map((length) => code.slice(0, length));
}

const parentCodes = new WeakMap<ReadonlyMap<string, ClassificationCode>, ReadonlySet<string>>();

/** The codes that have a code below them; gathered once for each list of codes. */
function parentsIn(codes: ReadonlyMap<string, ClassificationCode>): ReadonlySet<string> {
  const known = parentCodes.get(codes);
  if (known) return known;
  const parents = new Set<string>();
  for (const { parent } of codes.values()) if (parent !== null) parents.add(parent);
  parentCodes.set(codes, parents);
  return parents;
}

/** A leaf is a code that no other code of the edition has as its parent. */
export function isLeaf(codes: ReadonlyMap<string, ClassificationCode>, code: string): boolean {
  return codes.has(code) && !parentsIn(codes).has(code);
}

/** The name of a code in force, or the code itself where the edition does not know it. */
export function codeName(codes: ReadonlyMap<string, ClassificationCode>, code: string): string {
  return codes.get(code)?.name ?? code;
}

/** The name that annexes print beside a code: also of one that ended before the year, as last year's figures bear it. */
export function printedCodeName(
  edition: ClassificationEdition,
  classification: 'functional' | 'economic',
  code: string,
): string {
  return edition.formerNames.get(code) ?? codeName(edition[classification], code);
}
