import type { EditableParagraph } from '@/lib/domain/narrative/editable-narrative.ts';
import type { KnownNumbers } from '@/lib/domain/narrative/free-numbers.ts';
import type { PassageParts } from '@/lib/domain/narrative/passage-text.ts';
import type { ChipText } from './passage-dom.ts';

/** What every paragraph of the document is given by the editor around it; new only when the draft is. */
export interface EditorTools {
  readonly readOnly: boolean;
  readonly chipText: ChipText;
  readonly known: KnownNumbers;
  /** What to show: the stored words, or such as could not be stored. */
  readonly partsOf: (paragraph: EditableParagraph) => PassageParts;
  /** Why the words shown can't be stored; null: they are. */
  readonly refusalOf: (paragraph: EditableParagraph) => string | null;
  /** Takes words over; false when they can't be, and stay where they were typed. */
  readonly commit: (paragraph: EditableParagraph, parts: PassageParts) => boolean;
  readonly undo: () => void;
  readonly redo: () => void;
  /** Opens the list of figures. */
  readonly pick: () => void;
  /** Shows what a figure is made of. */
  readonly showOrigin: (ref: string) => void;
}
