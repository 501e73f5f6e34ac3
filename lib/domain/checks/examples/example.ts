import { annexSetById } from '../../annexes/annex-sets.ts';
import type { AnnexTable } from '../../annexes/annex-table.ts';
import { buildAnnexes } from '../../annexes/build-annexes.ts';
import type { Budget, Collection, RowOf } from '../../budget/budget.ts';
import { applyChanges, type Change } from '../../budget/changes.ts';
import type { NarrativeInputs, UnitProfile } from '../../budget/profile.ts';
import type { ClassificationEdition } from '../../classification/edition.ts';
import { SAMPLE_EDITION } from '../../fixtures/sample-edition.ts';
import { soundBudget } from '../../fixtures/sound-budget.ts';
import { buildNarrative } from '../../narrative/build-narrative.ts';
import type { NarrativeDocument } from '../../narrative/narrative-document.ts';
import type { CheckInput } from '../check-context.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS, type Severity } from '../finding.ts';
import { NO_SURROUNDINGS, type Surroundings } from '../surroundings.ts';

/** What an example changes in the sound budget and in what goes with it. */
export interface Spoiling {
  readonly budget?: (sound: Budget) => Budget;
  readonly edition?: ClassificationEdition;
  readonly settings?: Partial<CheckSettings>;
  readonly surroundings?: Partial<Surroundings>;
  readonly annexes?: (built: readonly AnnexTable[]) => readonly AnnexTable[];
  readonly narrative?: (built: NarrativeDocument) => NarrativeDocument;
}

export interface CheckExample {
  readonly check: string;
  readonly name: string;
  readonly given: Spoiling;
  /** Parts of the one sentence that is to be found; `[]`: nothing is. */
  readonly says: readonly string[];
  readonly severity?: Severity;
}

/** The input of a run of the checks on an example; without an example, on the sound budget. */
export function exampleInput({
  budget,
  edition = SAMPLE_EDITION,
  settings,
  surroundings,
  annexes,
  narrative,
}: Spoiling = {}): CheckInput {
  const spoilt = budget ? budget(soundBudget()) : soundBudget();
  const scope = { department: spoilt.department, units: [spoilt], year: spoilt.year, edition };
  const tables = buildAnnexes({ ...scope, annexSet: annexSetById('chongqing') });
  const text = buildNarrative(scope);
  return {
    budget: spoilt,
    edition,
    settings: { ...DEFAULT_CHECK_SETTINGS, ...settings },
    ...NO_SURROUNDINGS,
    ...surroundings,
    annexes: annexes ? annexes(tables) : tables,
    narrative: narrative ? narrative(text) : text,
  };
}

type Edit = (budget: Budget) => Budget;

function apply(...changes: readonly Change[]): Edit {
  return (budget) => applyChanges(budget, changes);
}

export function edits(...each: readonly Edit[]): Edit {
  return (budget) => each.reduce((edited, edit) => edit(edited), budget);
}

/** Changes fields of a row; the key without the unit's code, e.g. `basic-1`. */
export function update<C extends Collection>(collection: C, key: string, fields: Partial<RowOf<C>>): Edit {
  return apply({ op: 'update', collection, key: `309001:${key}`, fields } as Change);
}

export function remove(collection: Collection, key: string): Edit {
  return apply({ op: 'delete', collection, key: `309001:${key}` });
}

/** Inserts a copy of a row, with changes, under a new key. */
export function copy<C extends Collection>(
  collection: C,
  key: string,
  newKey: string,
  fields: Partial<RowOf<C>> = {},
): Edit {
  return (budget) => {
    const rows: readonly RowOf<Collection>[] = budget[collection];
    const row = rows.find((candidate) => candidate.key === `309001:${key}`);
    if (!row) throw new RangeError(`no row ${key}`);
    const inserted = { ...row, ...fields, key: `309001:${newKey}`, position: 99 };
    return applyChanges(budget, [{ op: 'insert', collection, row: inserted } as Change]);
  };
}

export function insert<C extends Collection>(collection: C, row: Omit<RowOf<C>, 'key' | 'position'>): Edit {
  return (budget) => {
    const key = `309001:new-${collection}-${budget[collection].length + 1}`;
    return applyChanges(budget, [
      { op: 'insert', collection, row: { key, position: 99, ...row } } as unknown as Change,
    ]);
  };
}

export function profile(fields: Partial<UnitProfile>): Edit {
  return apply({ op: 'profile', fields });
}

export function words(fields: Partial<NarrativeInputs>): Edit {
  return (budget) => profile({ narrative: { ...budget.profile.narrative, ...fields } })(budget);
}

/** Another exact amount in one cell of an annex. */
export function cellChanged(annex: string, row: string, column: string, amountFen: bigint) {
  return (tables: readonly AnnexTable[]): readonly AnnexTable[] =>
    tables.map((table) => {
      if (table.annex !== annex) return table;
      const rows = table.rows.map((line) => {
        if (line.id !== row) return line;
        return { ...line, cells: { ...line.cells, [column]: { kind: 'amount', amountFen, style: 'fixed' } as const } };
      });
      return { ...table, rows };
    });
}

/** Another exact amount on the first line of the income side of annexes 1 and 6 that prints a text. */
export function printedLineChanged(annex: string, text: string, amountFen: bigint) {
  return (tables: readonly AnnexTable[]): readonly AnnexTable[] => {
    const lines = tables.find((table) => table.annex === annex)?.rows ?? [];
    const line = lines.find(({ cells: { incomeItem } }) => incomeItem?.kind === 'text' && incomeItem.text === text);
    if (!line) throw new RangeError(`annex ${annex} prints no ${text}`);
    return cellChanged(annex, line.id, 'incomeAmount', amountFen)(tables);
  };
}

/** The sample edition with further codes, each with the name it has in the real one. */
export function editionWith(
  codes: Readonly<Record<string, string>>,
  more: Partial<ClassificationEdition> = {},
): ClassificationEdition {
  const functional = new Map(SAMPLE_EDITION.functional);
  const economic = new Map(SAMPLE_EDITION.economic);
  for (const [code, name] of Object.entries(codes)) {
    const rest = { code, name, parent: code.slice(0, -2), validFrom: null, validTo: null, unverified: false };
    const mapping = { governmentCodeAdministrative: null, governmentCodeInstitution: null };
    if (code.startsWith('3')) economic.set(code, { ...rest, ...mapping, level: 2, basicColumn: 'PERSONNEL' });
    else functional.set(code, { ...rest, level: code.length === 7 ? 3 : 2, budgetFund: 'GENERAL_PUBLIC' });
  }
  return { ...SAMPLE_EDITION, functional, economic, ...more };
}
