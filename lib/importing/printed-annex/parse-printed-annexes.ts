import type { BasicColumn, ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { isLeaf } from '@/lib/domain/classification/edition.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { type Footing, footingRemarks, footings, isTruncated } from '@/lib/domain/start/footing.ts';
import {
  ECONOMIC_COLUMNS,
  type EconomicColumn,
  FUNCTION_COLUMNS,
  type FunctionColumn,
  type Grain,
  lowestRows,
  type PastedLine,
  type PasteRemark,
  type PrintedAnnexes,
  type PrintedAnnexNumber,
  type PrintedRow,
} from '@/lib/domain/start/printed-annexes.ts';
import { type Amounts, type ReadRow, readFigures } from './figure-columns.ts';
import { pastedCells } from './pasted-cells.ts';
import { type PastedRow, pastedRows } from './pasted-rows.ts';
import { resolveWays } from './resolve-ways.ts';

/** The two boxes of the screen; what belongs to the other annex may stand in either. */
export interface PastedAnnexes {
  readonly annex2: string;
  readonly annex3: string;
}

export interface ParsedPrintedAnnexes {
  readonly printed: PrintedAnnexes;
  /** Errors first; with an error nothing may be taken over. */
  readonly remarks: readonly PasteRemark[];
}

/**
 * Reads annexes 2 and 3 as a department publishes them, in 万元, from text copied out of a spreadsheet, a web page, a
 * document or a PDF: with tabs or blanks, rows over several lines, repeated headings, notes and numbers of pages.
 *
 * @param year the draft's year: the annexes are of it or of the year before
 */
export function parsePrintedAnnexes(
  { annex2, annex3 }: PastedAnnexes,
  edition: ClassificationEdition,
  year: number,
): ParsedPrintedAnnexes {
  const lines = [...pastedCells(annex2, 2), ...pastedCells(annex3, 3)];
  const { rows, remarks, moves, years, unit } = pastedRows(lines, edition);
  const table = { rows, unit, edition };
  const functions = readTable<FunctionColumn>(table, 2, FUNCTION_COLUMNS);
  const economics = readTable<EconomicColumn>(table, 3, ECONOMIC_COLUMNS);
  const printedYear = years.length > 0 ? Math.max(...years) : null;
  const printed: PrintedAnnexes = {
    functions: functions.rows,
    functionTotal: functions.total,
    functionGrain: functions.grain,
    economics: economics.rows,
    economicTotal: economics.total,
    economicGrain: economics.grain,
    year: printedYear,
    moves,
  };
  const all = [
    ...remarks,
    ...functions.remarks,
    ...economics.remarks,
    ...missingRemarks(printed, { annex2, annex3 }),
    ...agreementRemarks(printed),
    ...yearRemarks(printedYear, year),
  ];
  const weight = ({ severity }: PasteRemark) => (severity === 'error' ? 0 : 1);
  return { printed, remarks: all.sort((a, b) => weight(a) - weight(b)) };
}

interface Table {
  readonly rows: readonly PastedRow[];
  readonly unit: MoneyUnit;
  readonly edition: ClassificationEdition;
}

interface ReadTable<C extends string> {
  readonly rows: readonly PrintedRow<C>[];
  readonly total: PrintedRow<C> | null;
  readonly grain: Grain;
  readonly remarks: readonly PasteRemark[];
}

function readTable<C extends FunctionColumn | EconomicColumn>(
  { rows: all, unit, edition }: Table,
  annex: PrintedAnnexNumber,
  columns: readonly C[],
): ReadTable<C> {
  const remarks: PasteRemark[] = [];
  const read: ReadRow[] = [];
  for (const row of all.filter((candidate) => candidate.annex === annex)) {
    const answer = readFigures(row, rulesOf(annex, row.code, unit, edition));
    const known = read.find((entry) => entry.row.code === row.code);
    if (row.figures.length === 0) remarks.push(remarkOn(row, 'note', '没有金额，已略过。'));
    else if ('fault' in answer) remarks.push(remarkOn(row, 'error', `：${answer.fault}，请核对这一行。`));
    else if (known === undefined) read.push(answer);
    else if (!saysTheSame(known, answer)) remarks.push(remarkOn(row, 'error', '出现了两次，金额不同，请删去一行。'));
  }
  const stepFen = stepOf(read, unit);
  const amounts = resolveWays(read, stepFen);
  const printed = read
    .map((entry) => printedRow(entry.row, amounts.get(entry) ?? [], columns))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  const rows = printed.filter(({ code }) => code !== '');
  const total = printed.find(({ code }) => code === '') ?? null;
  const list: readonly Footing[] = footings(rows, total, columns);
  const grain = { stepFen, truncated: isTruncated(list, stepFen) };
  return {
    rows,
    total,
    grain,
    remarks: [...remarks, ...codeRemarks(rows, annex, edition), ...footingRemarks(list, grain)],
  };
}

function remarkOn(
  { at, code, name }: Pick<PastedRow, 'at' | 'code' | 'name'>,
  severity: PasteRemark['severity'],
  text: string,
): PasteRemark {
  return { severity, at, message: `${code === '' ? '合计' : `${code} ${name}`.trim()}${text}` };
}

/** A page copied twice says everything twice. */
function saysTheSame(known: ReadRow, again: ReadRow): boolean {
  return known.ways.some((way) => again.ways.some((own) => own.join() === way.join()));
}

/** Names that are not those of the codes, and codes whose lower levels were not pasted. */
function codeRemarks(
  rows: readonly PrintedRow<string>[],
  annex: PrintedAnnexNumber,
  edition: ClassificationEdition,
): readonly PasteRemark[] {
  const codes = annex === 2 ? edition.functional : edition.economic;
  const level = annex === 2 ? '“项”' : '“款”';
  return [
    ...rows.flatMap((row) => {
      const official = codes.get(row.code)?.name ?? '';
      if (row.name === official) return [];
      return [remarkOn(row, 'note', `：${edition.year} 年科目表中 ${row.code} 的名称是“${official}”，以编码为准。`)];
    }),
    ...lowestRows(rows)
      .filter(({ code }) => !isLeaf(codes, code))
      .map((row) => remarkOn(row, 'error', `下面没有${level}级科目的行，请把下级各行一并粘贴。`)),
  ];
}

function rulesOf(annex: PrintedAnnexNumber, code: string, unit: MoneyUnit, edition: ClassificationEdition) {
  const isAbout = (sumFen: Fen, parts: readonly Fen[]): boolean => {
    const differenceFen = parts.reduce((left, part) => left - part, sumFen);
    const isSplit = parts.filter((part) => part > 0n).length > 1;
    return differenceFen === 0n || (isSplit && differenceFen <= 10_000n && differenceFen >= -10_000n);
  };
  if (annex === 2) {
    const fits = ([, total = 0n, basic = 0n, project = 0n]: Amounts) => isAbout(total, [basic, project]);
    return { unit, count: FUNCTION_COLUMNS.length, fits, rule: '总计应等于基本支出加项目支出' };
  }
  const column: BasicColumn | null = edition.economic.get(code)?.basicColumn ?? null;
  const fits = ([total = 0n, personnel = 0n, routine = 0n]: Amounts) =>
    isAbout(total, [personnel, routine]) &&
    !(column === 'PERSONNEL' && routine > 0n) &&
    !(column === 'ROUTINE' && personnel > 0n);
  const rule = '总计应等于人员经费加日常公用经费，301、303 类属人员经费，302、310 类属日常公用经费';
  return { unit, count: ECONOMIC_COLUMNS.length, fits, rule };
}

/** As fine as the finest figure: 万元 with two decimals are steps of 100 yuan; yuan are exact. */
function stepOf(read: readonly ReadRow[], unit: MoneyUnit): Fen {
  if (unit === 'yuan') return 1n;
  const decimals = read.flatMap(({ row }) => row.figures.map(({ text }) => text.split('.')[1]?.length ?? 0));
  return 10n ** BigInt(6 - Math.min(6, Math.max(2, ...decimals)));
}

function printedRow<C extends string>(row: PastedRow, amounts: Amounts, columns: readonly C[]): PrintedRow<C> {
  const entries = columns.map((column, index) => [column, amounts[index] ?? 0n] as const);
  return { code: row.code, name: row.name, at: row.at, amounts: Object.fromEntries(entries) as Record<C, Fen> };
}

function missingRemarks(printed: PrintedAnnexes, pasted: PastedAnnexes): readonly PasteRemark[] {
  const missing = (
    [
      [2, '功能分类', printed.functions],
      [3, '经济分类', printed.economics],
    ] as const
  ).filter(([, , rows]) => rows.length === 0);
  if (pasted.annex2.trim() === '' && pasted.annex3.trim() === '') return [];
  return missing.map(([annex, kind]): PasteRemark => {
    const message = `没有读到附件${annex}的行：每行应有${kind}科目编码、名称和金额（万元）。`;
    return { severity: 'error', at: null, message };
  });
}

/** 附件2 基本支出 = 附件3 总计. */
function agreementRemarks({ functionTotal, economicTotal, functionGrain }: PrintedAnnexes): readonly PasteRemark[] {
  if (!functionTotal || !economicTotal) return [];
  const [basicFen, totalFen] = [functionTotal.amounts.basic, economicTotal.amounts.total];
  const differenceFen = basicFen > totalFen ? basicFen - totalFen : totalFen - basicFen;
  if (differenceFen <= functionGrain.stepFen) return [];
  const at: PastedLine = economicTotal.at;
  const message = '附件2 的基本支出合计与附件3 的总计不相等，请核对两张表是否属于同一预算。';
  return [{ severity: 'error', at, message }];
}

function yearRemarks(printed: number | null, year: number): readonly PasteRemark[] {
  if (printed === null || printed === year) return [];
  if (printed === year - 1) {
    const message = `粘贴的是 ${printed} 年的表：“总计”栏作为上年数，科目和金额作为 ${year} 年的起点。`;
    return [{ severity: 'note', at: null, message }];
  }
  const message = `粘贴的是 ${printed} 年的表，本草稿是 ${year} 年的预算，请粘贴 ${year} 年或 ${year - 1} 年的表。`;
  return [{ severity: 'error', at: null, message }];
}
