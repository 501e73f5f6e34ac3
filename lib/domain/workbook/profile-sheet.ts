import type { UnitProfile } from '../budget/profile.ts';

export type ProfileKind = 'month' | 'count' | 'amount' | 'text' | 'paragraph' | 'texts' | 'terms';

/** A fact of the unit: one row of the sheet 单位情况; `texts` and `terms` have as many rows as they have items. */
export interface ProfileEntry {
  /** Path in the profile, e.g. `narrative.duties`. */
  readonly path: string;
  readonly label: string;
  readonly synonyms: readonly string[];
  readonly kind: ProfileKind;
  readonly maxLength: number;
  readonly note: string;
}

const entry = (
  path: string,
  label: string,
  kind: ProfileKind,
  extra: Partial<Pick<ProfileEntry, 'synonyms' | 'maxLength' | 'note'>> = {},
): ProfileEntry => ({ ...{ path, label, kind, synonyms: [], maxLength: 0, note: '' }, ...extra });

const MONTH = { note: '年月，如 2022-12' };
const ONE_A_ROW = { note: '一行一项，可增加行' };

export const PROFILE_ENTRIES: readonly ProfileEntry[] = [
  entry('staffAsOf', '人员统计截止', 'month', MONTH),
  entry('staffOnPost', '在编在岗人员', 'count', { synonyms: ['在职人数', '在编人数'] }),
  entry('staffRetired', '退休人员', 'count', { synonyms: ['退休人数'] }),
  entry('retiredSincePriorBudget', '较上年新增退休', 'count'),
  entry('divisions', '内设科室', 'texts', { ...ONE_A_ROW, maxLength: 100, synonyms: ['内设机构'] }),
  entry('institutions', '下设事业单位', 'texts', { ...ONE_A_ROW, maxLength: 100, synonyms: ['下属单位'] }),
  entry('vehiclesAsOf', '车辆统计截止', 'month', MONTH),
  entry('vehiclesTotal', '车辆总数', 'count', { synonyms: ['公务用车总数'] }),
  entry('vehiclesGeneral', '一般公务用车', 'count'),
  entry('vehiclesLawEnforcement', '执法执勤用车', 'count'),
  entry('vehiclesPlannedPurchase', '计划购置车辆', 'count'),
  entry('priorThreePublic.overseasTripsFen', '上年因公出国（境）费用', 'amount', { note: '元' }),
  entry('priorThreePublic.vehiclePurchaseFen', '上年公务用车购置费', 'amount', { note: '元' }),
  entry('priorThreePublic.vehicleRunningFen', '上年公务用车运行维护费', 'amount', { note: '元' }),
  entry('priorThreePublic.receptionsFen', '上年公务接待费', 'amount', { note: '元' }),
  entry('priorProjectTotalFen', '上年项目支出', 'amount', { note: '元' }),
  entry('priorOperatingFen', '上年机关运行经费', 'amount', { note: '元' }),
  entry('narrative.shortName', '单位简称', 'text', { maxLength: 200 }),
  entry('narrative.dutyIntroduction', '职能概述', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.duties', '职能职责', 'texts', { ...ONE_A_ROW, maxLength: 2_000, synonyms: ['主要职责'] }),
  entry('narrative.changeReason', '增减原因', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.basicUse', '基本支出用途', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.operatingUse', '机关运行经费用途', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.operatingText', '机关运行经费自拟文字', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.procurementText', '政府采购补充说明', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.performanceText', '绩效管理补充说明', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.assetsText', '国有资产补充说明', 'paragraph', { maxLength: 4_000 }),
  entry('narrative.terms', '名词解释', 'terms', { maxLength: 200, note: '内容填名词，右边一列填释义；一行一个' }),
  entry('narrative.contactOffice', '公开联系科室', 'text', { maxLength: 200 }),
  entry('narrative.contactPhone', '公开联系电话', 'text', { maxLength: 50 }),
];

/** The most items of a list, as the draft allows them. */
export const MAX_PROFILE_ITEMS: Readonly<Record<string, number>> = {
  divisions: 200,
  institutions: 200,
  'narrative.duties': 100,
  'narrative.terms': 50,
};

/** The longest definition of a term. */
export const MAX_DEFINITION = 2_000;

/** The value at a path of a profile. */
export function profileValue(profile: UnitProfile, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((part, name) => (part as Record<string, unknown> | undefined)?.[name], profile);
}

/** The fields of a profile that change when values are put at their paths; nested records are merged with what is there. */
export function profileFields(profile: UnitProfile, values: ReadonlyMap<string, unknown>): Partial<UnitProfile> {
  const fields: Record<string, unknown> = {};
  for (const [path, value] of values) {
    const [name = '', inner] = path.split('.');
    if (inner === undefined) fields[name] = value;
    else {
      const before = fields[name] ?? (profile as unknown as Record<string, object>)[name];
      fields[name] = { ...(before as object), [inner]: value };
    }
  }
  return fields as Partial<UnitProfile>;
}
