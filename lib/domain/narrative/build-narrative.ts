import { CHONGQING_NARRATIVE } from './chongqing-template.ts';
import { detailFigures } from './detail-figures.ts';
import { narrativeData } from './narrative-data.ts';
import type { NarrativeDocument } from './narrative-document.ts';
import type { NarrativeInput } from './narrative-figures.ts';
import { ownWording, withoutOwnWording } from './own-wording.ts';
import { parsePassage, refsIn } from './passage-text.ts';
import { type NarrativeData, type OwnWording, renderNarrative } from './render-template.ts';

/**
 * 部门预算情况说明 of a department: fixed sentences or the unit's own wording, and figures that are computed from the
 * budgets and bound to what they are. What is not known is left unsaid.
 */
export function buildNarrative(input: NarrativeInput): NarrativeDocument {
  const own = ownWording(input.units);
  return renderNarrative(CHONGQING_NARRATIVE, dataFor(input, own), own);
}

/** The narrative in the template's own words. */
export function standardNarrative(input: NarrativeInput): NarrativeDocument {
  const units = input.units.map(withoutOwnWording);
  return renderNarrative(CHONGQING_NARRATIVE, narrativeData({ ...input, units }));
}

/** All that a passage may name: the figures of the template's sentences and the details behind them. */
export function passageData(input: NarrativeInput): NarrativeData {
  const data = narrativeData(input);
  return { ...data, figures: new Map([...detailFigures(input.units), ...data.figures]) };
}

/** The details cost a pass over all lines, and few wordings quote one. */
function dataFor(input: NarrativeInput, own: OwnWording): NarrativeData {
  const data = narrativeData(input);
  const isKnown = (ref: string) => data.figures.has(ref) || Object.hasOwn(CHONGQING_NARRATIVE.phrases, ref);
  const needsDetails = [...own.values()].some((text) => !refsIn(parsePassage(text)).every(isKnown));
  return needsDetails ? passageData(input) : data;
}
