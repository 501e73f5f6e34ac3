import { Prisma } from '../../prisma/generated/client.ts';
import type { Collection } from '../domain/budget/budget.ts';

/** The table behind a list of rows; all names come from the Prisma schema, none from outside. */
export interface ContentTable {
  readonly table: string;
  /** The columns of a row's own fields: neither `version_id` and `key`, which identify it, nor `revision`. */
  readonly columns: readonly string[];
}

export const CONTENT_TABLES: Readonly<Record<Collection, ContentTable>> = {
  revenue: tableOf('revenue_lines', Prisma.RevenueLineScalarFieldEnum),
  carryForward: tableOf('carry_forward_lines', Prisma.CarryForwardLineScalarFieldEnum),
  expenditure: tableOf('expenditure_lines', Prisma.ExpenditureLineScalarFieldEnum),
  projects: tableOf('projects', Prisma.ProjectScalarFieldEnum),
  indicators: tableOf('project_indicators', Prisma.ProjectIndicatorScalarFieldEnum),
  goals: tableOf('overall_goals', Prisma.OverallGoalScalarFieldEnum),
  overallIndicators: tableOf('overall_indicators', Prisma.OverallIndicatorScalarFieldEnum),
  procurement: tableOf('procurement_lines', Prisma.ProcurementLineScalarFieldEnum),
  priorYear: tableOf('prior_year_lines', Prisma.PriorYearLineScalarFieldEnum),
  staff: tableOf('staff_groups', Prisma.StaffGroupScalarFieldEnum),
  calculations: tableOf('accepted_calculations', Prisma.AcceptedCalculationScalarFieldEnum),
  reasons: tableOf('change_reasons', Prisma.ChangeReasonScalarFieldEnum),
  attachments: tableOf('attachments', Prisma.AttachmentScalarFieldEnum),
  passages: tableOf('narrative_passages', Prisma.NarrativePassageScalarFieldEnum),
};

/** The one record of a version that is in no list. */
export const PROFILE_TABLE = tableOf('unit_profiles', Prisma.UnitProfileScalarFieldEnum);

/** `amountFen` → `amount_fen`: how every column of the schema is mapped. */
export function columnName(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function tableOf(table: string, fields: Readonly<Record<string, string>>): ContentTable {
  const own = Object.values(fields).filter((field) => !['versionId', 'key', 'revision'].includes(field));
  return { table, columns: own.map(columnName) };
}
