import * as z from 'zod';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatExact } from '@/lib/domain/money/format.ts';
import { PROJECT_CATEGORY_LABELS, PROJECT_GROUP_LABELS } from '@/lib/domain/projects/project.ts';
import { MAX_LENGTH } from '@/lib/schemas/fields.ts';
import { createDepartmentSchema, createUnitSchema } from '@/lib/schemas/unit.ts';
import {
  amountYuan,
  count,
  economicCode,
  flag,
  functionCode,
  fundSource,
  list,
  MAX_ROWS,
  month,
  optionalAmountYuan,
  optionalSignedAmountYuan,
  optionalText,
  requiredName,
  signedCount,
  targetValue,
  texts,
  weight,
  word,
} from './package-fields.ts';
import {
  COMPARISON_WORDS,
  PROCUREMENT_CATEGORY_WORDS,
  PROJECT_CATEGORY_WORDS,
  PROJECT_NATURE_WORDS,
  REASON_KIND_WORDS,
  STAFF_KIND_WORDS,
  UNIT_KIND_WORDS,
} from './package-words.ts';

export const PACKAGE_FORMAT = 'budget-package/1';
export const MIN_YEAR = 2000;
export const MAX_YEAR = 2100;

const unit = createUnitSchema
  .omit({ departmentId: true, kind: true })
  .extend({ kind: word(UNIT_KIND_WORDS).optional().default('ADMINISTRATIVE') });

const revenueLine = z.object({
  source: fundSource,
  functionCode: functionCode.optional().default(''),
  amountYuan,
  note: optionalText('note'),
});

const basicLine = z.object({
  functionCode,
  economicCode,
  source: fundSource,
  amountYuan,
  carriedOver: flag,
  note: optionalText('note'),
});

const costLine = z.object({
  economicCode: economicCode.optional().default(''),
  source: fundSource,
  amountYuan,
  carriedOver: flag,
  note: optionalText('note'),
});

const projectIndicator = z.object({
  level1: optionalText('label'),
  level2: optionalText('label'),
  level3: optionalText('measure'),
  operator: word(COMPARISON_WORDS),
  value: targetValue,
  unit: optionalText('label'),
  weight,
});

const projectFields = z.object({
  seq: z.int().min(1).optional(),
  name: requiredName,
  functionCode: functionCode.optional().default(''),
  group: optionalText('label'),
  category: word(PROJECT_CATEGORY_WORDS),
  source: fundSource.optional(),
  amountYuan: optionalAmountYuan,
  nature: word(PROJECT_NATURE_WORDS).optional().default('RECURRING'),
  start: optionalText('label'),
  duration: optionalText('label'),
  supervisingDept: optionalText('name'),
  implementingUnit: optionalText('name'),
  overview: optionalText('paragraph'),
  basis: optionalText('paragraph'),
  annualGoal: optionalText('paragraph'),
  lines: list(costLine),
  indicators: list(projectIndicator),
});

type ProjectFields = z.output<typeof projectFields>;

/** The rules that bind a project's fields to each other. */
const project = projectFields.superRefine((value: ProjectFields, context) => {
  const problem = (field: keyof ProjectFields, message: string) =>
    context.addIssue({ code: 'custom', path: [field], message });
  const group = PROJECT_GROUP_LABELS[PROJECT_CATEGORY_LABELS[value.category].group];
  if (value.group !== '' && value.group !== group) {
    problem(
      'group',
      `项目类别“${PROJECT_CATEGORY_LABELS[value.category].label}”属于“${group}”，不属于“${value.group}”。`,
    );
  }
  const linesFen = sumFen(value.lines.map((line) => line.amountYuan));
  if (value.lines.length > 0 && value.amountYuan !== null && value.amountYuan !== linesFen) {
    const [stated, sum] = [formatExact(value.amountYuan, 'yuan'), formatExact(linesFen, 'yuan')];
    problem('amountYuan', `项目金额 ${stated} 元与各明细之和 ${sum} 元不符，请核对项目金额或明细。`);
  }
  if (value.lines.length === 0 && value.amountYuan !== null && value.source === undefined) {
    problem('source', '项目没有明细时，应填写资金来源。');
  }
});

const procurementLine = z.object({
  category: word(PROCUREMENT_CATEGORY_WORDS),
  item: optionalText('measure'),
  source: fundSource,
  amountYuan,
  carriedOver: flag,
});

const overallIndicator = z.object({
  name: optionalText('measure'),
  type: optionalText('label'),
  weight,
  unit: optionalText('label'),
  nature: word(COMPARISON_WORDS),
  value: targetValue,
});

const narrativeInputs = z.object({
  dutyIntro: optionalText('paragraph'),
  duties: texts(MAX_LENGTH.sentence, 100),
  orgAliases: z.object({ short: optionalText('name') }).nullish(),
  changeReason: optionalText('paragraph'),
  basicUse: optionalText('paragraph'),
  operatingUse: optionalText('paragraph'),
  operatingPublishedText: optionalText('paragraph'),
  procurementText: optionalText('paragraph'),
  performanceText: optionalText('paragraph'),
  assetsText: optionalText('paragraph'),
  terms: list(z.object({ term: optionalText('name'), definition: optionalText('sentence') }), 50),
  contact: z.object({ office: optionalText('name'), phone: optionalText('label') }).nullish(),
});

/** One line of 人员编制登记; amounts are per head. */
const staffGroup = z.object({
  kind: word(STAFF_KIND_WORDS),
  grade: optionalText('label'),
  functionCode: functionCode.optional().default(''),
  authorisedPosts: count,
  headCount: count,
  monthlyBasePayYuan: optionalAmountYuan,
  monthlyAllowanceYuan: optionalAmountYuan,
  yearlyBonusYuan: optionalAmountYuan,
  monthlyTransportYuan: optionalAmountYuan,
  note: optionalText('note'),
});

const changeReason = z.object({
  subject: requiredName,
  kind: word(REASON_KIND_WORDS),
  amountYuan: optionalSignedAmountYuan,
  people: signedCount,
  text: optionalText('sentence'),
});

const narrativePassage = z.object({ paragraphId: requiredName, text: optionalText('paragraph') });

/** Which adjustment (预算调整) the figures are of. A file that means something else by the key is read all the same. */
const adjustment = z.object({ number: z.int().min(1), reason: z.string().trim() });

/** What a unit's part of a package holds; every part of it may be absent. */
const contentShape = {
  adjustment: adjustment.nullish().catch(null),
  staff: z.object({ asOf: month, onPost: count, retired: count, retiredSincePriorBudget: count }).nullish(),
  organisation: z.object({ divisions: texts(100, 200), institutions: texts(100, 200) }).nullish(),
  vehicles: z
    .object({ asOf: month, total: count, general: count, lawEnforcement: count, plannedPurchase: count })
    .nullish(),
  revenue: list(revenueLine),
  carryOver: z
    .object({ fromPriorYear: list(revenueLine), toNextYear: list(z.object({ source: fundSource, amountYuan })) })
    .nullish(),
  basic: list(basicLine),
  projects: list(project),
  procurement: list(procurementLine),
  overallPerformance: z
    .object({ goals: texts(MAX_LENGTH.sentence, MAX_ROWS), indicators: list(overallIndicator) })
    .nullish(),
  priorYear: z
    .object({
      year: z.int().optional(),
      byFunction: list(z.object({ functionCode, amountYuan })),
      threePublic: z
        .object({
          abroadYuan: optionalAmountYuan,
          vehiclePurchaseYuan: optionalAmountYuan,
          vehicleRunYuan: optionalAmountYuan,
          receptionYuan: optionalAmountYuan,
        })
        .nullish(),
      projectTotalYuan: optionalAmountYuan,
      operatingYuan: optionalAmountYuan,
    })
    .nullish(),
  narrativeInputs: narrativeInputs.nullish(),
  staffRegister: list(staffGroup),
  changeReasons: list(changeReason),
  narrativePassages: list(narrativePassage),
};

const unitContent = z.object(contentShape);

/**
 * The form of a budget package. Keys that it does not name are passed over: names beside codes, provenance, sentences
 * that the product computes itself, a contact's personal name.
 */
export const packageSchema = z.object({
  format: z.literal(PACKAGE_FORMAT, `不支持的格式，应为 ${PACKAGE_FORMAT}。`).optional(),
  department: createDepartmentSchema,
  year: z.int().min(MIN_YEAR).max(MAX_YEAR),
  unit: unit.optional(),
  units: z
    .array(z.object({ unit, ...contentShape }))
    .min(1)
    .optional(),
  ...contentShape,
});

/** The lists and records of a unit in a package. */
export const CONTENT_FIELDS = Object.keys(contentShape) as (keyof typeof contentShape)[];

export type PackageAdjustment = z.output<typeof adjustment>;

/** A package as it is written to a file. */
export type BudgetPackage = z.input<typeof packageSchema>;
export type PackageContent = z.input<typeof unitContent>;
export type PackageProject = z.input<typeof projectFields>;

/** A package as it is read: amounts in fen (under their names in the file), words as the domain names them. */
export type ReadPackage = z.output<typeof packageSchema>;
export type ReadContent = z.output<typeof unitContent>;
export type ReadProject = z.output<typeof projectFields>;
