import type { AnnexTable } from '../annexes/annex-table.ts';
import type { NarrativeDocument, NarrativeSection } from '../narrative/narrative-document.ts';
import { paragraphText } from '../narrative/narrative-document.ts';
import { compareAnnexes } from '../versions/compare-annexes.ts';
import type { EditionChange } from './edition.ts';

/** What an edition prints. */
export interface PrintedEdition {
  readonly annexes: readonly AnnexTable[];
  readonly narrative: NarrativeDocument;
  readonly year: number;
  /** Keys of the projects in the order of their sheets. */
  readonly projectKeys: readonly string[];
}

/** Every printed place that says something else than before: paragraphs of the narrative, then cells in printed order. */
export function editionChanges(before: PrintedEdition, after: PrintedEdition): readonly EditionChange[] {
  const cells = compareAnnexes(before, after)
    // An amount can change by less than is printed
    .filter((change) => change.before !== change.after)
    .map(({ annexNumber, rowLabel, columnLabel, ...change }) => ({
      ...{ document: annexNumber, place: `${rowLabel} · ${columnLabel}` },
      ...{ before: change.before, after: change.after },
    }));
  return [...paragraphChanges(before.narrative, after.narrative), ...cells];
}

interface PlacedText {
  readonly place: string;
  readonly text: string;
}

function paragraphChanges(before: NarrativeDocument, after: NarrativeDocument): readonly EditionChange[] {
  const [old, now] = [paragraphsOf(before), paragraphsOf(after)];
  return [...new Set([...now.keys(), ...old.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    if (was?.text === is?.text) return [];
    const place = is?.place ?? was?.place ?? '';
    return [{ document: '情况说明', place, before: was?.text ?? null, after: is?.text ?? null }];
  });
}

/** By place and id: a template may draw one paragraph for each item of a list under the same id. */
function paragraphsOf({ sections, closing }: NarrativeDocument): ReadonlyMap<string, PlacedText> {
  const found = new Map<string, PlacedText>();
  const add = (place: string, paragraphs: NarrativeSection['paragraphs']) => {
    for (const paragraph of paragraphs) {
      const named = [...found.keys()].filter((key) => key.startsWith(`${paragraph.id}#`)).length;
      found.set(`${paragraph.id}#${named}`, { place, text: paragraphText(paragraph) });
    }
  };
  const walk = ({ heading, paragraphs, sections: inner }: NarrativeSection) => {
    add(heading, paragraphs);
    for (const section of inner) walk(section);
  };
  for (const section of sections) walk(section);
  add('结尾', closing);
  return found;
}
