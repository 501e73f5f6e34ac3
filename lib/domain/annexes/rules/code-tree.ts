import { ancestry, printedCodeName } from '../../classification/edition.ts';
import { groupBy } from '../../group-by.ts';
import { amountBlock, printingOf } from '../amounts.ts';
import type { AnnexRow } from '../annex-table.ts';
import { resolveColumns } from '../columns.ts';
import type { AnnexBody, AnnexContext } from '../context.ts';
import type { CodeProperty, CodeTreeAnnex } from '../definition.ts';
import { type Tallies, tally } from '../tally.ts';
import { type RowProperties, textCells } from '../text-cells.ts';

const TOTAL = 'total';

/**
 * 合计, then a row for each code with an amount in some column, at each of its levels (类, 款, 项), codes ascending as
 * text. A code that has a prior-year figure alone thus stands in annex 2 and not in 8.
 */
export function drawCodeTree(annex: CodeTreeAnnex, { ledger, edition, set, values }: AnnexContext): AnnexBody {
  const { columns, texts, amounts } = resolveColumns(annex.columns, values);
  const codeOf = annex.classification === 'functional' ? 'functionCode' : 'economicCode';
  const rowsUnder = rowsUnderCode();
  const tallies = tally(ledger, amounts, (entry) => rowsUnder(entry[codeOf], entry.inTotal));
  const codes = codesWithAmounts(tallies, new Set(amounts.flatMap(({ key, hidden }) => (hidden ? [] : [key]))));
  const children = groupBy(codes, (code) => ancestry(code).at(-2) ?? TOTAL);
  const printing = printingOf(annex, set);
  const { cells, ...remarks } = amountBlock(tallies, [TOTAL, ...codes], amounts, children, printing);

  const total: AnnexRow = {
    id: TOTAL,
    role: 'total',
    level: 1,
    cells: { ...textCells(texts, { name: annex.totalLabel }), ...cells.get(TOTAL) },
  };
  const body = codes.map((code): AnnexRow => {
    const name = printedCodeName(edition, annex.classification, code);
    const text = textCells(texts, { code, name, ...codeParts(code) });
    return { id: code, role: 'body', level: ancestry(code).length, cells: { ...text, ...cells.get(code) } };
  });
  return { columns, rows: [total, ...body], ...remarks };
}

/** A code as some provinces print it, in three columns. */
function codeParts(code: string): RowProperties<CodeProperty> {
  return { codeClass: code.slice(0, 3), codeGroup: code.slice(3, 5), codeItem: code.slice(5) };
}

/** The rows an amount counts in: its code's levels, and 合计. Many entries bear the same code, so it is kept. */
function rowsUnderCode(): (code: string, inTotal: boolean) => readonly string[] {
  const counted = new Map<string, readonly string[]>();
  const placed = new Map<string, readonly string[]>();
  return (code, inTotal) => {
    const known = inTotal ? counted : placed;
    const rows = known.get(code) ?? [...(inTotal ? [TOTAL] : []), ...ancestry(code)];
    known.set(code, rows);
    return rows;
  };
}

/** Those with an amount that is printed: a hidden column brings no row of its own. */
function codesWithAmounts(tallies: Tallies, printedKeys: ReadonlySet<string>): readonly string[] {
  return [...tallies]
    .filter(
      ([id, row]) => id !== TOTAL && [...row].some(([key, { amountFen }]) => printedKeys.has(key) && amountFen !== 0n),
    )
    .map(([code]) => code)
    .sort((a, b) => (a < b ? -1 : 1));
}
