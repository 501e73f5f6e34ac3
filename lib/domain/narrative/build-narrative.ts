import { CHONGQING_NARRATIVE } from './chongqing-template.ts';
import { narrativeData } from './narrative-data.ts';
import type { NarrativeDocument } from './narrative-document.ts';
import type { NarrativeInput } from './narrative-figures.ts';
import { renderNarrative } from './render-template.ts';

/**
 * 部门预算情况说明 of a department: fixed sentences, the unit's own words, and figures that are computed from the
 * budgets and bound to what they are. What is not known is left unsaid.
 */
export function buildNarrative(input: NarrativeInput): NarrativeDocument {
  return renderNarrative(CHONGQING_NARRATIVE, narrativeData(input));
}
