import type { Budget, ExpenditureLine } from '../budget/budget.ts';
import type { UnitProfile } from '../budget/profile.ts';
import type { Row } from '../budget/row.ts';
import { groupBy } from '../group-by.ts';
import { type Fen, sumFen } from '../money/fen.ts';
import { foldedName } from '../projects/past-project.ts';

/** Two years' budgets whose rows bear the same key where they are about the same thing. */
export interface AlignedYears {
  readonly before: Budget;
  readonly after: Budget;
  /** The rows that one stands for, by its key as it is here; every row of a compared list is in one of them. */
  readonly beforeKeys: ReadonlyMap<string, readonly string[]>;
  readonly afterKeys: ReadonlyMap<string, readonly string[]>;
}

/** Lists that speak of their year alone: last year's 上年数, its reasons and its calculations say nothing of this year's. */
const LISTS_OF_ONE_YEAR = ['priorYear', 'reasons', 'calculations'] as const;

/** What makes two rows one, by which they are sought in turn; null: nothing can be told by it. */
type NameOf<R> = (row: R) => string | null;

/**
 * Brings last year's budget to the keys of this year's. Lines are the same where codes, source and project are; those of
 * one year that do not differ in these count as one, with the sum of their amounts. Projects are the same by key, else
 * by name; their indicators by what is measured. What speaks of its year alone stands in both as this year has it. The
 * codes of `before` are to be those of this year's edition.
 */
export function alignYears(before: Budget, after: Budget): AlignedYears {
  const keys = new KeysOfYears();
  const projects = keys.align(before.projects, after.projects, [({ key }) => key, (row) => foldedName(row) || null]);
  const own = (projectKey: string): string => keys.present(projectKey);
  const moved = <R extends { readonly projectKey: string }>(rows: readonly R[]): readonly R[] =>
    rows.map((row) => ({ ...row, projectKey: own(row.projectKey) }));
  const linesBefore = before.expenditure.map((line) =>
    withProjectsCode({ ...line, projectKey: line.projectKey === null ? null : own(line.projectKey) }),
  );
  const aligned = {
    projects,
    revenue: keys.alignSums(before.revenue, after.revenue, (row) =>
      nameOf(row.functionCode, row.source, row.carriedOver),
    ),
    carryForward: keys.alignSums(before.carryForward, after.carryForward, ({ source }) => source),
    expenditure: keys.alignSums(linesBefore, after.expenditure.map(withProjectsCode), (row) =>
      nameOf(row.projectKey, row.functionCode, row.economicCode, row.source, row.carriedOver),
    ),
    procurement: keys.alignSums(before.procurement, after.procurement, (row) =>
      nameOf(row.category, folded(row.item), row.source, row.carriedOver),
    ),
    indicators: keys.align(moved(before.indicators), after.indicators, [
      (row) => nameOf(row.projectKey, folded(row.level3)),
    ]),
    attachments: keys.align(moved(before.attachments), after.attachments, [
      (row) => nameOf(row.projectKey, row.sha256),
      (row) => nameOf(row.projectKey, folded(row.fileName)),
    ]),
    goals: keys.align(before.goals, after.goals, [({ text }) => folded(text), () => '']),
    overallIndicators: keys.align(before.overallIndicators, after.overallIndicators, [({ name }) => folded(name)]),
    staff: keys.align(before.staff, after.staff, [
      (row) => nameOf(row.kind, folded(row.grade), row.functionCode),
      (row) => nameOf(row.kind, folded(row.grade)),
    ]),
    passages: keys.align(before.passages, after.passages, [({ paragraphId }) => paragraphId]),
  };
  const side = (name: 'before' | 'after') =>
    Object.fromEntries(Object.entries(aligned).map(([list, sides]) => [list, sides[name]]));
  const ofOneYear = Object.fromEntries(LISTS_OF_ONE_YEAR.map((list) => [list, after[list]]));
  const profile = withFieldsOfYear(before.profile, after.profile);
  return {
    before: { ...before, ...ofOneYear, ...side('before'), profile },
    after: { ...after, ...side('after') },
    beforeKeys: keys.before,
    afterKeys: keys.after,
  };
}

/** Last year's profile with what speaks of one month or year alone as this year has it. */
function withFieldsOfYear(before: UnitProfile, after: UnitProfile): UnitProfile {
  const { staffAsOf, vehiclesAsOf, retiredSincePriorBudget } = after;
  const { priorThreePublic, priorProjectTotalFen, priorOperatingFen } = after;
  return {
    ...before,
    ...{ staffAsOf, vehiclesAsOf, retiredSincePriorBudget, priorThreePublic, priorProjectTotalFen, priorOperatingFen },
    narrative: { ...before.narrative, changeReason: after.narrative.changeReason },
  };
}

/** Of a cost line the code of its project holds, whatever the line says. */
function withProjectsCode(line: ExpenditureLine): ExpenditureLine {
  return line.projectKey === null ? line : { ...line, functionCode: '' };
}

function nameOf(...parts: readonly (string | boolean | null)[]): string {
  return parts.join('|');
}

function folded(name: string): string {
  return foldedName({ name });
}

interface SumRow extends Row {
  readonly amountFen: Fen | null;
  readonly note?: string;
}

interface Sides<R> {
  readonly before: readonly R[];
  readonly after: readonly R[];
}

/** Which key of this year stands for which of last year, while the lists are aligned one after the other. */
class KeysOfYears {
  readonly before = new Map<string, readonly string[]>();
  readonly after = new Map<string, readonly string[]>();
  readonly #present = new Map<string, string>();

  /** The key that last year's row goes by; a row that is no more gets one that this year cannot have. */
  present(keyBefore: string): string {
    return this.#present.get(keyBefore) ?? `last-year:${keyBefore}`;
  }

  /** Rows one by one; of several with the same name the first is the first. */
  align<R extends Row>(before: readonly R[], after: readonly R[], names: readonly NameOf<R>[]): Sides<R> {
    let [leftBefore, leftAfter] = [before, after];
    for (const name of names) {
      const waiting = new Map([...groupBy(leftAfter, name)].map(([text, rows]) => [text, [...rows]]));
      const matched = new Set<string>();
      leftBefore = leftBefore.filter((row) => {
        const text = name(row);
        const now = text === null ? undefined : waiting.get(text)?.shift();
        if (now) {
          matched.add(now.key);
          this.#present.set(row.key, now.key);
        }
        return !now;
      });
      leftAfter = leftAfter.filter(({ key }) => !matched.has(key));
    }
    for (const { key } of before) this.before.set(this.present(key), [key]);
    for (const { key } of after) this.after.set(key, [key]);
    return { before: before.map((row) => ({ ...row, key: this.present(row.key) })), after };
  }

  /** Rows that are the same by name count as one, with the sum of their amounts; the note of several is none. */
  alignSums<R extends SumRow>(before: readonly R[], after: readonly R[], name: (row: R) => string): Sides<R> {
    const [groupsBefore, groupsAfter] = [groupBy(before, name), groupBy(after, name)];
    const summed = (rows: readonly R[], other: readonly R[] | undefined, key: (first: R) => string): readonly R[] => {
      const [first] = rows;
      if (!first) return [];
      if (rows.length === 1 && (other?.length ?? 1) === 1) return [{ ...first, key: key(first) }];
      return [{ ...first, key: key(first), amountFen: sumOf(rows), ...(first.note !== undefined && { note: '' }) }];
    };
    for (const [text, rows] of groupsBefore) {
      const now = groupsAfter.get(text)?.[0];
      const [first] = rows;
      if (first && now) this.#present.set(first.key, now.key);
      if (first) this.before.set(this.present(first.key), keysOf(rows));
    }
    for (const rows of groupsAfter.values()) if (rows[0]) this.after.set(rows[0].key, keysOf(rows));
    return {
      before: [...groupsBefore].flatMap(([text, rows]) =>
        summed(rows, groupsAfter.get(text), ({ key }) => this.present(key)),
      ),
      after: [...groupsAfter].flatMap(([text, rows]) => summed(rows, groupsBefore.get(text), ({ key }) => key)),
    };
  }
}

function keysOf(rows: readonly Row[]): readonly string[] {
  return rows.map(({ key }) => key);
}

/** Blank where no row has an amount. */
function sumOf(rows: readonly SumRow[]): Fen | null {
  const amounts = rows.map(({ amountFen }) => amountFen).filter((amountFen) => amountFen !== null);
  return amounts.length === 0 ? null : sumFen(amounts);
}
