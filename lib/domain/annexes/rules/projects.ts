import { amountBlock, printingOf } from '../amounts.ts';
import type { AnnexRow } from '../annex-table.ts';
import { resolveColumns } from '../columns.ts';
import type { AnnexBody, AnnexContext } from '../context.ts';
import type { ProjectListAnnex } from '../definition.ts';
import { projectProperties } from '../project-properties.ts';
import { tally } from '../tally.ts';
import { textCells } from '../text-cells.ts';

const TOTAL = 'total';

/** 合计, then each project of the department with its whole amount, what carry-over pays included. */
export function drawProjects(annex: ProjectListAnnex, context: AnnexContext): AnnexBody {
  const { ledger, projects, edition, set, values } = context;
  const { columns, texts, amounts } = resolveColumns(annex.columns, values);
  const keys = projects.map(({ project }) => project.key);
  const rowsOf = keys.map((key) => [TOTAL, key]);
  const totalAlone = [TOTAL];
  const tallies = tally(ledger, amounts, ({ projectNumber }) =>
    projectNumber === null ? totalAlone : (rowsOf[projectNumber - 1] ?? totalAlone),
  );
  const printing = printingOf(annex, set);
  const { cells, ...remarks } = amountBlock(tallies, [TOTAL, ...keys], amounts, new Map([[TOTAL, keys]]), printing);

  const total: AnnexRow = {
    id: TOTAL,
    role: 'total',
    level: 1,
    cells: { ...textCells(texts, { name: annex.totalLabel }), ...cells.get(TOTAL) },
  };
  const body = projects.map((numbered): AnnexRow => {
    const { key } = numbered.project;
    const text = textCells(texts, projectProperties(numbered, edition));
    return { id: key, role: 'body', level: 1, cells: { ...text, ...cells.get(key) } };
  });
  return { columns, rows: [total, ...body], ...remarks };
}
