import type { SheetId } from './workbook-sheets.ts';

const LINE = { source: 'GENERAL_PUBLIC', carriedOver: false, functionCode: '', amountFen: null, note: '' } as const;
const MEASURE = { comparison: '=', targetValue: '', unitOfMeasure: '', weight: null } as const;

/** A row in which nothing is entered yet, without key, position and project: what a file's missing columns leave it at. */
export const BLANK_FIELDS: Readonly<Record<SheetId, Readonly<Record<string, unknown>>>> = {
  revenue: LINE,
  carryForward: { source: 'GENERAL_PUBLIC', amountFen: null },
  basic: { ...LINE, projectKey: null, economicCode: '' },
  projects: {
    ...{ name: '', functionCode: '', category: 'INITIAL_GENERAL', nature: 'ONE_OFF', start: '', duration: '' },
    ...{ supervisingDepartment: '', implementingUnit: '', overview: '', basis: '', annualObjective: '' },
  },
  projectLines: { ...LINE, economicCode: '' },
  indicators: { level1: '', level2: '', level3: '', ...MEASURE },
  goals: { text: '' },
  overallIndicators: { name: '', type: '', ...MEASURE },
  procurement: { category: 'GOODS', item: '', source: 'GENERAL_PUBLIC', carriedOver: false, amountFen: null },
  priorYear: { functionCode: '', amountFen: null },
  staff: {
    ...{ kind: 'ADMINISTRATIVE', grade: '', functionCode: '', authorisedPosts: null, headCount: null, note: '' },
    ...{ monthlyBasePayFen: null, monthlyAllowanceFen: null, yearlyBonusFen: null, monthlyTransportFen: null },
  },
};
