import type { Budget } from '../budget/budget.ts';
import type { NarrativeInputs } from '../budget/profile.ts';
import { allParagraphs, type NarrativeDocument } from '../narrative/narrative-document.ts';
import type { NarrativePassage } from '../narrative/narrative-passage.ts';
import { passagesByParagraph } from '../narrative/own-wording.ts';
import { paragraphName } from '../narrative/paragraphs.ts';
import type { Place } from './finding.ts';

/** Words that somebody typed and the document prints. */
export interface TextField {
  /** How a message names it, e.g. 项目“信访系统运维”的立项依据. */
  readonly name: string;
  readonly text: string;
  readonly place: Place;
}

const PROJECT_TEXTS = [
  ['name', '名称'],
  ['overview', '项目概况'],
  ['basis', '立项依据'],
  ['annualObjective', '年度绩效目标'],
] as const;

type NarrativeText = {
  [F in keyof NarrativeInputs]: NarrativeInputs[F] extends string ? F : never;
}[keyof NarrativeInputs];

/** What the screens call the fields of the narrative that hold one text each. */
export const NARRATIVE_TEXT_LABELS: Readonly<Record<NarrativeText, string>> = {
  shortName: '单位简称',
  dutyIntroduction: '职能概述',
  changeReason: '收支总额增减的原因',
  basicUse: '基本支出主要用途',
  operatingUse: '机关运行经费主要用途',
  operatingText: '机关运行经费自拟文字',
  procurementText: '政府采购补充说明',
  performanceText: '绩效管理补充说明',
  assetsText: '国有资产补充说明',
  contactOffice: '公开咨询科室',
  contactPhone: '联系电话',
};

/** A field of the narrative, as a place that a screen can go to. */
export function narrativePlace(field: keyof NarrativeInputs): Place {
  return { kind: 'profile', field: `narrative.${field}` };
}

/** The text of a passage, as a place that a screen can go to. */
export function passagePlace({ key }: Pick<NarrativePassage, 'key'>): Place {
  return { kind: 'row', section: 'profile', collection: 'passages', key, field: 'text' };
}

/** The text of a reason for a change, likewise. */
export function reasonPlace(key: string): Place {
  return { kind: 'row', section: 'prior-year', collection: 'reasons', key, field: 'text' };
}

/** What a message calls a unit's own wording of a paragraph. */
export function passageName(paragraphId: string): string {
  return `说明文字“${paragraphName(paragraphId)}”`;
}

/** Every text of a budget that is printed somewhere, blank ones left out. */
export function textFields(budget: Budget, narrative: NarrativeDocument): readonly TextField[] {
  const fields = [
    ...projectTexts(budget),
    ...performanceTexts(budget),
    ...otherRowTexts(budget),
    ...profileTexts(budget),
    ...passageTexts(budget, narrative).map(({ passage, text }): TextField => {
      return { name: passageName(passage.paragraphId), text, place: passagePlace(passage) };
    }),
  ];
  return fields.filter(({ text }) => text.trim() !== '');
}

function projectTexts({ projects }: Budget): readonly TextField[] {
  return projects.flatMap((project) =>
    PROJECT_TEXTS.map(([field, label]): TextField => {
      const place = { kind: 'row', section: 'projects', collection: 'projects', key: project.key, field } as const;
      return { name: `项目“${project.name}”的${label}`, text: project[field], place };
    }),
  );
}

function performanceTexts({ indicators, projects, goals, overallIndicators }: Budget): readonly TextField[] {
  const names = new Map(projects.map(({ key, name }) => [key, name]));
  const section = 'performance';
  return [
    ...indicators.map(({ key, projectKey, level3 }): TextField => {
      const place = { kind: 'row', section, collection: 'indicators', key, field: 'level3' } as const;
      return { name: `项目“${names.get(projectKey) ?? ''}”的三级指标`, text: level3, place };
    }),
    ...goals.map(({ key, text }, index): TextField => {
      const place = { kind: 'row', section, collection: 'goals', key, field: 'text' } as const;
      return { name: `整体绩效目标第${index + 1}条`, text, place };
    }),
    ...overallIndicators.map(({ key, name }): TextField => {
      const place = { kind: 'row', section, collection: 'overallIndicators', key, field: 'name' } as const;
      return { name: '整体绩效指标', text: name, place };
    }),
  ];
}

function otherRowTexts({ procurement, reasons }: Budget): readonly TextField[] {
  return [
    ...procurement.map(({ key, item }): TextField => {
      const place = { kind: 'row', section: 'procurement', collection: 'procurement', key, field: 'item' } as const;
      return { name: '政府采购项目名称', text: item, place };
    }),
    ...reasons.map(({ key, text }): TextField => ({ name: '增减原因', text, place: reasonPlace(key) })),
  ];
}

/** The unit's own wordings that are printed, with their figures filled in; what nobody knows is left out. */
export function passageTexts(
  budget: Budget,
  narrative: NarrativeDocument,
): readonly { readonly passage: NarrativePassage; readonly text: string }[] {
  if (budget.passages.length === 0) return [];
  const paragraphs = allParagraphs(narrative);
  return [...passagesByParagraph(budget)].map(([id, { printed: passage }]) => {
    const lines = paragraphs.filter((paragraph) => paragraph.id === id || paragraph.id.startsWith(`${id}/`));
    const text = lines
      .map(({ runs }) => runs.flatMap((run) => (run.kind === 'missing' ? [] : run.text)).join(''))
      .join('\n');
    return { passage, text };
  });
}

function profileTexts({ profile }: Budget): readonly TextField[] {
  const { narrative } = profile;
  const texts = Object.entries(NARRATIVE_TEXT_LABELS) as readonly (readonly [NarrativeText, string])[];
  return [
    ...texts.map(([field, name]): TextField => ({ name, text: narrative[field], place: narrativePlace(field) })),
    ...narrative.duties.map((text, index): TextField => {
      return { name: `职责第${index + 1}条`, text, place: narrativePlace('duties') };
    }),
    ...narrative.terms.map(({ term, definition }): TextField => {
      return { name: `名词解释“${term}”`, text: `${term}：${definition}`, place: narrativePlace('terms') };
    }),
    ...(['divisions', 'institutions'] as const).flatMap((field) =>
      profile[field].map((text): TextField => ({ name: '机构名称', text, place: { kind: 'profile', field } })),
    ),
  ];
}
