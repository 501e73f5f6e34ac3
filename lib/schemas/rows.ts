import { array, int, enum as oneOf, strictObject, string } from 'zod';
import { PROCUREMENT_CATEGORIES } from '../domain/budget/budget.ts';
import { ATTACHMENT_TYPES, MAX_ATTACHMENT_BYTES } from '../domain/projects/attachment.ts';
import { PROJECT_CATEGORIES, PROJECT_NATURES } from '../domain/projects/project.ts';
import { REASON_KINDS } from '../domain/reasons/change-reason.ts';
import { STAFF_KINDS } from '../domain/staffing/staff-group.ts';
import {
  amountField,
  comparisonField,
  countField,
  economicCodeField,
  flagField,
  functionCodeField,
  keyField,
  MAX_LENGTH,
  monthField,
  positionField,
  signedAmountField,
  signedCountField,
  sourceField,
  text,
  weightField,
} from './fields.ts';

/** A file's name: without a path, which no system may read into it. */
export const fileNameField = text(MAX_LENGTH.name).refine(
  (name) => /^[^/\\]+$/.test(name),
  '文件名不能为空，也不能含有斜杠，请改名后重新上传',
);

const row = { key: keyField, position: positionField };

const indicatorMeasure = {
  comparison: comparisonField,
  targetValue: text(MAX_LENGTH.measure),
  unitOfMeasure: text(MAX_LENGTH.label),
  weight: weightField,
};

/** The rows of a draft as they come over the wire, by the name of their list. Unknown fields are refused. */
export const rowSchemas = {
  revenue: strictObject({
    ...row,
    source: sourceField,
    carriedOver: flagField,
    functionCode: functionCodeField,
    amountFen: amountField,
    note: text(MAX_LENGTH.note),
  }),
  carryForward: strictObject({ ...row, source: sourceField, amountFen: amountField }),
  expenditure: strictObject({
    ...row,
    projectKey: keyField.nullable(),
    functionCode: functionCodeField,
    economicCode: economicCodeField,
    source: sourceField,
    carriedOver: flagField,
    amountFen: amountField,
    note: text(MAX_LENGTH.note),
  }),
  projects: strictObject({
    ...row,
    name: text(MAX_LENGTH.name),
    functionCode: functionCodeField,
    category: oneOf(PROJECT_CATEGORIES, '项目类别无效，请从列表中选择'),
    nature: oneOf(PROJECT_NATURES, '项目属性无效，请从列表中选择'),
    start: text(MAX_LENGTH.label),
    duration: text(MAX_LENGTH.label),
    supervisingDepartment: text(MAX_LENGTH.name),
    implementingUnit: text(MAX_LENGTH.name),
    overview: text(MAX_LENGTH.paragraph),
    basis: text(MAX_LENGTH.paragraph),
    annualObjective: text(MAX_LENGTH.paragraph),
  }),
  indicators: strictObject({
    ...row,
    projectKey: keyField,
    level1: text(MAX_LENGTH.label),
    level2: text(MAX_LENGTH.label),
    level3: text(MAX_LENGTH.measure),
    ...indicatorMeasure,
  }),
  goals: strictObject({ ...row, text: text(MAX_LENGTH.sentence) }),
  overallIndicators: strictObject({
    ...row,
    name: text(MAX_LENGTH.measure),
    type: text(MAX_LENGTH.label),
    ...indicatorMeasure,
  }),
  procurement: strictObject({
    ...row,
    category: oneOf(PROCUREMENT_CATEGORIES, '采购类别无效，请从列表中选择'),
    item: text(MAX_LENGTH.measure),
    source: sourceField,
    carriedOver: flagField,
    amountFen: amountField,
  }),
  priorYear: strictObject({ ...row, functionCode: functionCodeField, amountFen: amountField }),
  staff: strictObject({
    ...row,
    kind: oneOf(STAFF_KINDS, '人员类别无效，请从列表中选择'),
    grade: text(MAX_LENGTH.label),
    functionCode: functionCodeField,
    authorisedPosts: countField,
    headCount: countField,
    monthlyBasePayFen: amountField,
    monthlyAllowanceFen: amountField,
    yearlyBonusFen: amountField,
    monthlyTransportFen: amountField,
    note: text(MAX_LENGTH.note),
  }),
  calculations: strictObject({
    ...row,
    lineKey: keyField,
    proposalId: text(MAX_LENGTH.name),
    amountFen: amountField,
    formula: text(MAX_LENGTH.note),
  }),
  reasons: strictObject({
    ...row,
    subject: text(MAX_LENGTH.name),
    kind: oneOf(REASON_KINDS, '原因类别无效，请从列表中选择'),
    amountFen: signedAmountField,
    people: signedCountField,
    text: text(MAX_LENGTH.sentence),
  }),
  attachments: strictObject({
    ...row,
    projectKey: keyField,
    fileName: fileNameField,
    mediaType: oneOf(ATTACHMENT_TYPES, '文件类型无效'),
    byteLength: int('文件大小无效').min(1, '文件大小无效').max(MAX_ATTACHMENT_BYTES, '文件过大'),
    sha256: string('文件校验值无效').regex(/^[0-9a-f]{64}$/, '文件校验值无效'),
  }),
  passages: strictObject({ ...row, paragraphId: text(MAX_LENGTH.name), text: text(MAX_LENGTH.paragraph) }),
};

const names = array(text(100)).max(200, '最多填写 200 项');

const narrativeSchema = strictObject({
  shortName: text(MAX_LENGTH.name),
  dutyIntroduction: text(MAX_LENGTH.paragraph),
  duties: array(text(MAX_LENGTH.sentence)).max(100, '最多填写 100 项'),
  changeReason: text(MAX_LENGTH.paragraph),
  basicUse: text(MAX_LENGTH.paragraph),
  operatingUse: text(MAX_LENGTH.paragraph),
  operatingText: text(MAX_LENGTH.paragraph),
  procurementText: text(MAX_LENGTH.paragraph),
  performanceText: text(MAX_LENGTH.paragraph),
  assetsText: text(MAX_LENGTH.paragraph),
  terms: array(strictObject({ term: text(MAX_LENGTH.name), definition: text(MAX_LENGTH.sentence) })).max(
    50,
    '最多填写 50 项',
  ),
  contactOffice: text(MAX_LENGTH.name),
  contactPhone: text(MAX_LENGTH.label),
});

/** The record of a version that is in no list. */
export const profileSchema = strictObject({
  staffAsOf: monthField,
  staffOnPost: countField,
  staffRetired: countField,
  retiredSincePriorBudget: countField,
  divisions: names,
  institutions: names,
  vehiclesAsOf: monthField,
  vehiclesTotal: countField,
  vehiclesGeneral: countField,
  vehiclesLawEnforcement: countField,
  vehiclesPlannedPurchase: countField,
  priorThreePublic: strictObject({
    overseasTripsFen: amountField,
    vehiclePurchaseFen: amountField,
    vehicleRunningFen: amountField,
    receptionsFen: amountField,
  }),
  priorProjectTotalFen: amountField,
  priorOperatingFen: amountField,
  narrative: narrativeSchema,
});
