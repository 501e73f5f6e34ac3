import type {
  CellFault,
  CellQuestion,
  Corrections,
  ImportedRowState,
  Repair,
  SkippedRows,
} from '@/lib/domain/workbook/workbook-reading.ts';
import type { CellOutcome } from './cell-outcome.ts';
import { type SheetCell, shownCell } from './sheet-model.ts';

/** A cell of a file, for the lists of what was found in it. */
export interface CellPlace {
  readonly address: string;
  readonly heading: string;
  readonly cell: SheetCell | null;
  /** What the clerk put in its place; undefined where nothing was. */
  readonly correction: string | undefined;
}

/** Gathers what a reading has to say of cells and rows. */
export class ReadingLog {
  readonly repairs: Repair[] = [];
  readonly faults: CellFault[] = [];
  readonly notices: string[] = [];
  readonly heldKeys: string[] = [];
  readonly #corrections: Corrections;
  readonly #questions = new Map<string, { question: CellQuestion; addresses: string[] }>();
  readonly #skipped = new Map<string, { sheetName: string; reason: string; rows: number[] }>();

  constructor(corrections: Corrections) {
    this.#corrections = corrections;
  }

  get questions(): readonly CellQuestion[] {
    return [...this.#questions.values()].map(({ question, addresses }) => ({ ...question, addresses }));
  }

  get skipped(): readonly SkippedRows[] {
    return [...this.#skipped.values()];
  }

  /** The place of a cell and the cell itself, or what was put in its place. */
  place(address: string, heading: string, cell: SheetCell | null): CellPlace {
    const correction = Object.hasOwn(this.#corrections, address) ? this.#corrections[address] : undefined;
    return { address, heading, cell, correction };
  }

  skip(sheetName: string, row: number, reason: string): void {
    const id = `${sheetName}:${reason}`;
    const known = this.#skipped.get(id);
    if (known) known.rows.push(row);
    else this.#skipped.set(id, { sheetName, reason, rows: [row] });
  }

  /** Notes what a cell came to; the answer says what that makes of its row. */
  note(place: CellPlace, outcome: CellOutcome): ImportedRowState {
    const { address, heading } = place;
    const found = shownCell(place.cell);
    if (outcome.kind === 'fault') {
      this.faults.push({ address, heading, found: place.correction ?? found, message: outcome.message });
      return 'faulty';
    }
    if (outcome.kind === 'question') {
      this.#ask(place, outcome.message, outcome.choices);
      return 'open';
    }
    if (outcome.repair !== undefined && place.correction === undefined) {
      this.repairs.push({ address, heading, before: found, after: outcome.after ?? '', reason: outcome.repair });
    }
    return 'ready';
  }

  #ask({ address, heading, cell, correction }: CellPlace, message: string, choices: CellQuestion['choices']): void {
    const found = correction ?? shownCell(cell);
    const sheetName = address.slice(0, address.indexOf('!'));
    const id = JSON.stringify([sheetName, heading, found, message]);
    const known = this.#questions.get(id);
    if (known) known.addresses.push(address);
    else
      this.#questions.set(id, {
        question: { id, addresses: [], heading, found, message, choices },
        addresses: [address],
      });
  }
}

/** The cell that is read: what was put in its place, else itself. */
export function effectiveCell({ cell, correction }: CellPlace): SheetCell | null {
  if (correction === undefined) return cell;
  return correction === '' ? null : { type: 'text', text: correction };
}

const ORDER: readonly ImportedRowState[] = ['ready', 'open', 'faulty'];

/** What cells of a row in several states make of the row. */
export function worseState(a: ImportedRowState, b: ImportedRowState): ImportedRowState {
  return ORDER.indexOf(a) > ORDER.indexOf(b) ? a : b;
}
