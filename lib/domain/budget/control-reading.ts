import type { Fen } from '../money/fen.ts';
import type { ControlCategory, ControlItem } from './control-figure.ts';
import type { FundSource } from './fund-source.ts';

/** A control figure as a file or a paste names it. */
export interface ReadFigure {
  readonly unitId: string;
  readonly category: ControlCategory;
  readonly item: ControlItem;
  readonly source: FundSource;
  /** Null: blank, no figure. */
  readonly amountFen: Fen | null;
}

/** A cell that cannot be taken over, and why. */
export interface ControlFault {
  /** `Sheet1!C4`, or 第 3 行 of a paste. */
  readonly address: string;
  readonly heading: string;
  readonly found: string;
  readonly message: string;
}

/** What a file or a paste holds for a sheet of control figures; every line is a figure or a fault, none is dropped. */
export interface ControlReading {
  readonly figures: readonly ReadFigure[];
  readonly faults: readonly ControlFault[];
}
