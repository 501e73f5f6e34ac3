import { amountColumn, choiceColumn, columnFor, flagColumn, textColumn } from '@/components/grid/columns.ts';
import type { CellFinding, GridColumn } from '@/components/grid/grid-model.ts';
import type { CarryForwardLine, ExpenditureLine, ProcurementLine, RevenueLine } from '@/lib/domain/budget/budget.ts';
import { PROCUREMENT_CATEGORY_LABELS } from '@/lib/domain/budget/budget.ts';
import {
  FUND_SOURCE_LABELS,
  FUND_SOURCES,
  type FundSource,
  fundSourceByName,
} from '@/lib/domain/budget/fund-source.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import { codePairFault, economicCodesOf, fundFault, isBasicEconomicCode } from '@/lib/domain/checks/pair-fault.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { codeColumns } from './code-columns.ts';
import type { LastYearCodes } from './last-year-lines.ts';

const SOURCE_NAMES = Object.fromEntries(
  FUND_SOURCES.map((source) => [source, FUND_SOURCE_LABELS[source].name]),
) as Readonly<Record<FundSource, string>>;

const NOTE_LENGTH = 500;

/** What every list of lines needs to draw its columns. */
export interface ColumnContext {
  readonly edition: ClassificationEdition;
  readonly unit: MoneyUnit;
  /** The codes that the unit used last year are offered first. */
  readonly lastYear?: LastYearCodes;
  /** Leaves room for last year's figures beside. */
  readonly narrow?: boolean;
}

export function unitWord(unit: MoneyUnit): string {
  return unit === 'yuan' ? '元' : '万元';
}

type Sourced = Row & { readonly source: FundSource };

export function sourceColumn<R extends Sourced>(width: number): GridColumn<R> {
  const options = { header: '资金来源', width, readWord: fundSourceByName };
  return columnFor<R, Sourced>(choiceColumn<Sourced, FundSource>('source', SOURCE_NAMES, options));
}

/** 收入 and 上年结转: where the money comes from, and what it is for where that is settled. */
export function revenueColumns(context: ColumnContext): readonly GridColumn<RevenueLine>[] {
  const { edition, unit, narrow = false } = context;
  return [
    fundColumn(sourceColumn<RevenueLine>(narrow ? 110 : 150), edition),
    flagColumn<RevenueLine>('carriedOver', { header: '上年结转', width: 66 }),
    ...functionColumns<RevenueLine>(edition, narrow ? 136 : 170, context.lastYear),
    amountColumn<RevenueLine>('amountFen', unit, { header: `金额（${unitWord(unit)}）`, width: narrow ? 116 : 140 }),
    textColumn<RevenueLine>('note', { header: '备注', width: narrow ? 64 : 110, grows: true, maxLength: NOTE_LENGTH }),
  ];
}

/** 结转下年. */
export function carryForwardColumns({ unit }: ColumnContext): readonly GridColumn<CarryForwardLine>[] {
  return [
    { ...sourceColumn<CarryForwardLine>(220), grows: true },
    amountColumn<CarryForwardLine>('amountFen', unit, { header: `金额（${unitWord(unit)}）`, width: 160 }),
  ];
}

/** 基本支出. */
export function basicColumns(context: ColumnContext): readonly GridColumn<ExpenditureLine>[] {
  const { edition, narrow = false } = context;
  return [
    ...functionColumns<ExpenditureLine>(edition, narrow ? 108 : 140, context.lastYear),
    ...economicColumns(context, (row) => basicEconomicFinding(edition, row)),
    fundColumn(sourceColumn<ExpenditureLine>(narrow ? 96 : 106), edition),
    ...costEndColumns(context),
  ];
}

/** A project's cost lines: its functional code is the project's own. */
export function costColumns(context: ColumnContext): readonly GridColumn<ExpenditureLine>[] {
  return [...economicColumns(context), sourceColumn<ExpenditureLine>(118), ...costEndColumns(context)];
}

function economicColumns(
  { edition, lastYear, narrow = false }: ColumnContext,
  check?: (row: ExpenditureLine) => CellFinding | null,
): readonly GridColumn<ExpenditureLine>[] {
  return codeColumns<ExpenditureLine>(
    { code: 'economicCode', name: 'economicName' },
    { code: '经济科目', name: '经济科目名称' },
    { code: 70, name: narrow ? 96 : 110 },
    {
      kind: 'economic',
      edition,
      codeOf: ({ economicCode }) => economicCode,
      fieldsOf: (economicCode) => ({ economicCode }),
      likely: ({ functionCode }) => ({
        paired: economicCodesOf(functionCode),
        lastYear: lastYear?.economicUnder(functionCode) ?? [],
      }),
      check,
    },
  );
}

function costEndColumns({ unit, narrow = false }: ColumnContext): readonly GridColumn<ExpenditureLine>[] {
  return [
    flagColumn<ExpenditureLine>('carriedOver', { header: '上年结转', width: 66 }),
    amountColumn<ExpenditureLine>('amountFen', unit, {
      header: `金额（${unitWord(unit)}）`,
      width: narrow ? 108 : 116,
    }),
    textColumn<ExpenditureLine>('note', {
      header: '备注',
      width: narrow ? 48 : 72,
      grows: true,
      maxLength: NOTE_LENGTH,
    }),
  ];
}

/** What is wrong with an economic code of basic expenditure, as far as its own line shows it. */
function basicEconomicFinding(
  edition: ClassificationEdition,
  { functionCode, economicCode }: ExpenditureLine,
): CellFinding | null {
  if (!isBasicEconomicCode(edition, economicCode)) {
    const message = `${economicCode} 不能列在基本支出，请改列项目支出或改用301、302、303、310类科目。`;
    return { severity: 'error', message };
  }
  const expected = codePairFault(edition, functionCode, economicCode);
  return expected === null ? null : { severity: 'warning', message: `${expected}，请核对科目或说明理由。` };
}

/** A source that belongs to another of the four budgets than the line's functional code says so at once. */
function fundColumn<R extends Sourced & { readonly functionCode: string }>(
  column: GridColumn<R>,
  edition: ClassificationEdition,
): GridColumn<R> {
  return {
    ...column,
    check: ({ functionCode, source }) => {
      const message = fundFault(edition, functionCode, source);
      return message === null ? null : { severity: 'error', message };
    },
  };
}

/** 政府采购. */
export function procurementColumns({ unit }: ColumnContext): readonly GridColumn<ProcurementLine>[] {
  return [
    choiceColumn<ProcurementLine, ProcurementLine['category']>('category', PROCUREMENT_CATEGORY_LABELS, {
      header: '采购类别',
      width: 100,
    }),
    textColumn<ProcurementLine>('item', { header: '采购内容', width: 240, grows: true, maxLength: 300 }),
    sourceColumn<ProcurementLine>(150),
    flagColumn<ProcurementLine>('carriedOver', { header: '上年结转', width: 76 }),
    amountColumn<ProcurementLine>('amountFen', unit, { header: `金额（${unitWord(unit)}）`, width: 140 }),
  ];
}

export function functionColumns<R extends Row & { readonly functionCode: string }>(
  edition: ClassificationEdition,
  nameWidth: number,
  lastYear?: LastYearCodes,
): readonly [GridColumn<R>, GridColumn<R>] {
  return codeColumns<R>(
    { code: 'functionCode', name: 'functionName' },
    { code: '功能科目', name: '功能科目名称' },
    { code: 90, name: nameWidth },
    {
      kind: 'functional',
      edition,
      codeOf: ({ functionCode }) => functionCode,
      fieldsOf: (functionCode) => ({ functionCode }) as Partial<R>,
      likely: () => ({ lastYear: lastYear?.functional ?? [] }),
    },
  );
}
