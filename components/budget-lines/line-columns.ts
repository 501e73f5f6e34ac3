import { amountColumn, choiceColumn, columnFor, flagColumn, textColumn } from '@/components/grid/columns.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import type { CarryForwardLine, ExpenditureLine, ProcurementLine, RevenueLine } from '@/lib/domain/budget/budget.ts';
import { PROCUREMENT_CATEGORY_LABELS } from '@/lib/domain/budget/budget.ts';
import {
  FUND_SOURCE_LABELS,
  FUND_SOURCES,
  type FundSource,
  fundSourceByName,
} from '@/lib/domain/budget/fund-source.ts';
import type { Row } from '@/lib/domain/budget/row.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { codeColumns } from './code-columns.ts';

const SOURCE_NAMES = Object.fromEntries(
  FUND_SOURCES.map((source) => [source, FUND_SOURCE_LABELS[source].name]),
) as Readonly<Record<FundSource, string>>;

const NOTE_LENGTH = 500;

/** What every list of lines needs to draw its columns. */
export interface ColumnContext {
  readonly edition: ClassificationEdition;
  readonly unit: MoneyUnit;
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
export function revenueColumns({ edition, unit }: ColumnContext): readonly GridColumn<RevenueLine>[] {
  return [
    sourceColumn<RevenueLine>(150),
    flagColumn<RevenueLine>('carriedOver', { header: '上年结转', width: 76 }),
    ...functionColumns<RevenueLine>(edition, 170),
    amountColumn<RevenueLine>('amountFen', unit, { header: `金额（${unitWord(unit)}）`, width: 140 }),
    textColumn<RevenueLine>('note', { header: '备注', width: 120, grows: true, maxLength: NOTE_LENGTH }),
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
  return [...functionColumns<ExpenditureLine>(context.edition, 140), ...costColumns(context)];
}

/** A project's cost lines: its functional code is the project's own. */
export function costColumns({ edition, unit }: ColumnContext): readonly GridColumn<ExpenditureLine>[] {
  return [
    ...codeColumns<ExpenditureLine>(
      { code: 'economicCode', name: 'economicName' },
      { code: '经济科目', name: '经济科目名称' },
      { code: 78, name: 120 },
      {
        kind: 'economic',
        edition,
        codeOf: ({ economicCode }) => economicCode,
        fieldsOf: (economicCode) => ({ economicCode }),
      },
    ),
    sourceColumn<ExpenditureLine>(118),
    flagColumn<ExpenditureLine>('carriedOver', { header: '上年结转', width: 70 }),
    amountColumn<ExpenditureLine>('amountFen', unit, { header: `金额（${unitWord(unit)}）`, width: 124 }),
    textColumn<ExpenditureLine>('note', { header: '备注', width: 90, grows: true, maxLength: NOTE_LENGTH }),
  ];
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
): readonly [GridColumn<R>, GridColumn<R>] {
  return codeColumns<R>(
    { code: 'functionCode', name: 'functionName' },
    { code: '功能科目', name: '功能科目名称' },
    { code: 88, name: nameWidth },
    {
      kind: 'functional',
      edition,
      codeOf: ({ functionCode }) => functionCode,
      fieldsOf: (functionCode) => ({ functionCode }) as Partial<R>,
    },
  );
}
