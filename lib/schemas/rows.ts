import { array, enum as oneOf, strictObject } from 'zod';
import { PROCUREMENT_CATEGORIES } from '../domain/budget/budget.ts';
import { PROJECT_CATEGORIES, PROJECT_NATURES } from '../domain/projects/project.ts';
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
  sourceField,
  text,
  weightField,
} from './fields.ts';

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
