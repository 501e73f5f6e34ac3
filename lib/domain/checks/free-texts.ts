import type { NarrativeInputs } from '../budget/profile.ts';
import { detailFigures } from '../narrative/detail-figures.ts';
import type { Figures } from '../narrative/figure.ts';
import type { KnownNumbers } from '../narrative/free-numbers.ts';
import { outlineOf, parsePassage } from '../narrative/passage-text.ts';
import { printedNumbers } from '../narrative/printed-numbers.ts';
import type { Issue } from './check.ts';
import type { CheckContext } from './check-context.ts';
import type { Place } from './finding.ts';
import {
  NARRATIVE_TEXT_LABELS,
  narrativePlace,
  passageName,
  passagePlace,
  passageTexts,
  reasonPlace,
} from './text-fields.ts';

type FreeField = Extract<
  keyof NarrativeInputs,
  'changeReason' | 'basicUse' | 'operatingUse' | 'operatingText' | 'procurementText' | 'performanceText' | 'assetsText'
>;

const FREE_FIELDS: readonly FreeField[] = [
  'changeReason',
  'basicUse',
  'operatingUse',
  'operatingText',
  'procurementText',
  'performanceText',
  'assetsText',
];

/** Words of the unit around the figures of the narrative. */
export interface FreeText {
  /** What a finding is about: the field, or the paragraph of a passage. */
  readonly about: string;
  readonly label: string;
  /** As printed, figures of a passage filled in. */
  readonly text: string;
  /** What was typed alone: each bound figure is one character that is no digit. */
  readonly typed: string;
  readonly place: Place;
  /** Whether it lists what money is used for. */
  readonly tellsUses: boolean;
  /** Numbers that it may state because its own row does. */
  readonly ownNumbers?: readonly string[];
}

/** The unit's own sentences on the money: fields of the profile, and the paragraphs that it has worded itself. */
export function freeTexts({ budget, narrative: document }: CheckContext): readonly FreeText[] {
  const { narrative } = budget.profile;
  const worded = new Set(budget.passages.map(({ paragraphId }) => paragraphId));
  const isSaid = (field: FreeField): boolean => {
    // Own wording of the paragraph stands instead of the stated use, and a passage instead of both.
    if (field === 'operatingUse') return narrative.operatingText.trim() === '' && !worded.has('operating');
    return field !== 'operatingText' || !worded.has('operating');
  };
  const fields = FREE_FIELDS.filter(isSaid).map((field): FreeText => {
    const [text, label] = [narrative[field], NARRATIVE_TEXT_LABELS[field]];
    const tellsUses = ['basicUse', 'operatingUse', 'operatingText'].includes(field);
    return { about: field, label, text, typed: text, place: narrativePlace(field), tellsUses };
  });
  const passages = passageTexts(budget, document).map(({ passage, text }): FreeText => {
    const { paragraphId } = passage;
    return {
      about: `passage.${paragraphId}`,
      label: passageName(paragraphId),
      text,
      typed: outlineOf(parsePassage(passage.text)),
      place: passagePlace(passage),
      tellsUses: ['operating', 'general-budget'].includes(paragraphId),
    };
  });
  return [...fields, ...passages].filter(({ text }) => text.trim() !== '');
}

/** All texts in which a number may be typed by hand: those above, the duties, and the reasons for changes. */
export function numberTexts(context: CheckContext): readonly FreeText[] {
  const { dutyIntroduction, duties } = context.budget.profile.narrative;
  const plain = (about: string, label: string, text: string, place: Place): FreeText => {
    return { about, label, text, typed: text, place, tellsUses: false };
  };
  const reasons = context.budget.reasons.map(({ key, text, people }): FreeText => {
    const ownNumbers = people === null ? [] : [`${Math.abs(people)}`];
    return { ...plain(`reason.${key}`, '增减原因', text, reasonPlace(key)), ownNumbers };
  });
  return [
    ...freeTexts(context),
    plain(
      'dutyIntroduction',
      NARRATIVE_TEXT_LABELS.dutyIntroduction,
      dutyIntroduction,
      narrativePlace('dutyIntroduction'),
    ),
    ...duties.map((text, index) => plain(`duties.${index}`, `职责第${index + 1}条`, text, narrativePlace('duties'))),
    ...reasons,
  ].filter(({ text }) => text.trim() !== '');
}

const known = new WeakMap<CheckContext, Figures>();

/** The figures of the narrative with the details behind them; computed once for a run of the checks. */
export function detailedFigures(context: CheckContext): Figures {
  const before = known.get(context);
  if (before) return before;
  const figures = new Map([...detailFigures([context.budget]), ...context.figures]);
  known.set(context, figures);
  return figures;
}

/** What a number typed by hand is compared with. */
export function knownNumbers(context: CheckContext): KnownNumbers {
  return { figures: () => detailedFigures(context), printed: () => printedNumbers(context.annexes) };
}

/** The same slip made twice in one text is one finding: both have the same name, and are mended in the same place. */
export function distinctIssues(issues: readonly Issue[]): readonly Issue[] {
  return [...new Map(issues.map((issue) => [issue.about.join(':'), issue])).values()];
}
