import type { Budget } from '../budget/budget.ts';
import type { ClassificationEdition } from '../classification/edition.ts';
import { standardNarrative } from './build-narrative.ts';
import { DEFAULT_TERMS } from './default-terms.ts';
import type { NarrativeParagraph, NarrativeSection } from './narrative-document.ts';
import type { NarrativePassage } from './narrative-passage.ts';
import { type ParagraphPassages, passagesByParagraph } from './own-wording.ts';
import { partsOfRuns } from './paragraph-parts.ts';
import { paragraphName, templateOfParagraph } from './paragraphs.ts';
import { passageKey } from './passage-key.ts';
import { type PassageParts, parsePassage, textPart, tidyParts, typedText } from './passage-text.ts';
import type { InputField } from './template.ts';

/** A paragraph as somebody words it. */
export interface EditableParagraph {
  readonly id: string;
  readonly name: string;
  /** Printed before the words; nobody can change it here. */
  readonly lead: string;
  /** What it says now: the unit's own wording, else the standard one. */
  readonly parts: PassageParts;
  /** The template's own words as the data are now. */
  readonly standard: PassageParts;
  /** Whether the unit's own wording stands in place of the standard one. */
  readonly isOwn: boolean;
  /** Key of the row that holds its wording, or that will hold it. */
  readonly rowKey: string;
  /** Further wordings of the same paragraph, which are not printed. */
  readonly others: readonly NarrativePassage[];
  /** Where the words are a field of the profile: which, and the how manieth of a list. */
  readonly input: { readonly field: InputField; readonly index: number } | null;
}

export interface EditableSection {
  readonly heading: string;
  readonly level: 1 | 2;
  readonly paragraphs: readonly EditableParagraph[];
  readonly sections: readonly EditableSection[];
}

export interface EditableNarrative {
  readonly titleLines: readonly string[];
  readonly sections: readonly EditableSection[];
  readonly closing: readonly EditableParagraph[];
  /** Wordings of paragraphs that the data do not call for (any more): they are not printed. */
  readonly unused: readonly NarrativePassage[];
}

/** One unit's narrative, paragraph by paragraph, with what each says by itself and what the unit has made of it. */
export function editableNarrative(budget: Budget, edition: ClassificationEdition): EditableNarrative {
  const { department, year } = budget;
  const document = standardNarrative({ units: [budget], department, year, edition });
  const passages = passagesByParagraph(budget);
  const used = new Set<string>();
  const paragraph = (standard: NarrativeParagraph): EditableParagraph => {
    used.add(standard.id);
    return editableParagraph(standard, passages.get(standard.id), budget);
  };
  const section = ({ heading, level, paragraphs, sections }: NarrativeSection): EditableSection => ({
    heading,
    level,
    paragraphs: paragraphs.map(paragraph),
    sections: sections.map(section),
  });
  return {
    titleLines: document.titleLines,
    sections: document.sections.map(section),
    closing: document.closing.map(paragraph),
    unused: [...passages].flatMap(([id, { printed, others }]) => (used.has(id) ? [] : [...others, printed])),
  };
}

/** All paragraphs in their order. */
export function editableParagraphs({ sections, closing }: EditableNarrative): readonly EditableParagraph[] {
  const of = (section: EditableSection): readonly EditableParagraph[] => [
    ...section.paragraphs,
    ...section.sections.flatMap(of),
  ];
  return [...sections.flatMap(of), ...closing];
}

function editableParagraph(
  { id, lead = '', runs }: NarrativeParagraph,
  passages: ParagraphPassages | undefined,
  { profile }: Budget,
): EditableParagraph {
  const found = templateOfParagraph(id);
  const head = { id, name: paragraphName(id), lead, rowKey: passages?.printed.key ?? passageKey(id) };
  const field = found?.template.input;
  if (field !== undefined) {
    const index = (found?.number ?? 1) - 1;
    const words = tidyParts([textPart(typedText(inputWords(profile.narrative, field, index)))]);
    const marker = field === 'duties' ? `${index + 1}.` : lead;
    return {
      ...head,
      lead: marker,
      parts: words,
      standard: words,
      isOwn: false,
      others: [],
      input: { field, index },
    };
  }
  const standard = partsOfRuns(runs);
  const own = passages?.printed.text ?? (id === 'operating' ? typedText(profile.narrative.operatingText) : '');
  const isOwn = own.trim() !== '';
  return {
    ...head,
    parts: isOwn ? parsePassage(own) : standard,
    standard,
    isOwn,
    others: passages?.others ?? [],
    input: null,
  };
}

function inputWords(
  { dutyIntroduction, duties, terms }: Budget['profile']['narrative'],
  field: InputField,
  index: number,
): string {
  if (field === 'dutyIntroduction') return dutyIntroduction;
  if (field === 'duties') return duties[index] ?? '';
  return (terms.length > 0 ? terms : DEFAULT_TERMS)[index]?.definition ?? '';
}
