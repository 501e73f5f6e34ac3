import type { Locator, Page } from '@playwright/test';
import type { DemonstrationBudget, DemonstrationProject } from '../fixtures/demonstration.ts';

/** A field of a form with the lines that are written into it. */
export type FilledField = readonly [field: Locator, ...lines: readonly string[]];

/** A list of few words with the one that is chosen. */
export type ChosenWord = readonly [list: Locator, word: string];

/** 项目: the fields that begin empty, in their order. */
export function projectFields(page: Page, project: DemonstrationProject): readonly FilledField[] {
  return [
    [textbox(page, '项目名称'), project.name],
    [page.getByRole('combobox', { name: '功能科目', exact: true }), project.functionCode],
    [textbox(page, '项目概况'), project.overview],
    [textbox(page, '立项依据'), project.basis],
    [textbox(page, '当年绩效目标'), project.annualGoal],
  ];
}

/** 项目: the fields in which a word is chosen; they stand between the functional code and the texts. */
export function projectChoices(page: Page, { category, nature }: DemonstrationProject): readonly ChosenWord[] {
  return [
    [page.getByRole('combobox', { name: '项目类别' }), category],
    [page.getByRole('combobox', { name: '项目属性' }), nature],
  ];
}

/** 上年数: the figures below the list. */
export function priorFigures(page: Page, { priorYear }: DemonstrationBudget): readonly FilledField[] {
  const { threePublic, projectTotalYuan } = priorYear;
  return [
    [textbox(page, '上年因公出国（境）费'), String(threePublic.abroadYuan)],
    [textbox(page, '上年公务用车购置费'), String(threePublic.vehiclePurchaseYuan)],
    [textbox(page, '上年公务用车运行维护费'), String(threePublic.vehicleRunYuan)],
    [textbox(page, '上年公务接待费'), String(threePublic.receptionYuan)],
    [textbox(page, '上年项目支出'), String(projectTotalYuan)],
  ];
}

/** 单位情况: what the unit says of itself, in the order of the form. */
export function unitFacts(page: Page, budget: DemonstrationBudget): readonly FilledField[] {
  const { staff, vehicles, organisation, narrativeInputs: words } = budget;
  const asOf = textbox(page, '统计截至');
  const terms = words.terms.map(({ term, definition }) => `${term}：${definition}`);
  return [
    [asOf.first(), staff.asOf],
    [textbox(page, '在编在岗'), String(staff.onPost)],
    [textbox(page, '退休'), String(staff.retired)],
    [textbox(page, '较上年新增退休'), String(staff.retiredSincePriorBudget)],
    [asOf.last(), vehicles.asOf],
    [textbox(page, '总数'), String(vehicles.total)],
    [textbox(page, '一般公务用车'), String(vehicles.general)],
    [textbox(page, '执法执勤用车'), String(vehicles.lawEnforcement)],
    [textbox(page, '计划购置'), String(vehicles.plannedPurchase)],
    [textbox(page, '内设科室（一行一个）'), ...organisation.divisions],
    [textbox(page, '下设事业单位（一行一个）'), ...organisation.institutions],
    [textbox(page, '单位简称'), words.orgAliases.short],
    [textbox(page, '职能概述'), words.dutyIntro],
    [textbox(page, '主要职责（一行一条）'), ...words.duties],
    [textbox(page, '收支总额增减的原因'), words.changeReason],
    [textbox(page, '基本支出主要用途'), words.basicUse],
    [textbox(page, '机关运行经费主要用途'), words.operatingUse],
    [textbox(page, '专业名词解释（一行一条，名词与解释之间用冒号）'), ...terms],
    [textbox(page, '公开咨询科室'), words.contact.office],
    [textbox(page, '联系电话'), words.contact.phone],
  ];
}

function textbox(page: Page, name: string): Locator {
  return page.getByRole('textbox', { name, exact: true });
}
