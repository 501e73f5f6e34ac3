import { appendAuditEvent } from '@/lib/db/audit-log.ts';
import { inTransaction } from '@/lib/db/transaction.ts';
import { CONTROL_CATEGORIES } from '@/lib/domain/budget/control-figure.ts';
import { itemText } from '@/lib/domain/budget/control-form.ts';
import { FUND_SOURCE_LABELS, FUND_SOURCES, type FundSource } from '@/lib/domain/budget/fund-source.ts';
import type { Problem } from '@/lib/domain/problem.ts';
import { fail, ok, type Result } from '@/lib/domain/result.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type ControlLine, renderControlFigures } from '@/lib/publishing/control-figures/render-control-figures.ts';
import { type ExportFile, MEDIA_TYPES } from '@/lib/publishing/export-file.ts';
import { type ControlledUnit, openControlSheet } from './open-control-sheet.ts';

/**
 * Every figure of a year, and a blank line for each category of each unit that has none of the source, as a workbook.
 * Taking it is recorded.
 */
export async function exportControlSheet(
  actor: Actor,
  { year, source }: { readonly year: number; readonly source: FundSource },
): Promise<Result<ExportFile, Problem>> {
  const opened = await openControlSheet(actor, { year });
  if (!opened.ok) return opened;
  if (opened.value.year === null) return fail({ code: 'NOT_FOUND' });
  const bytes = await renderControlFigures(
    year,
    opened.value.units.flatMap((unit) => linesOf(unit, source)),
  );
  const name = `${year}年控制数.xlsx`;
  const detail = { year, fileName: name, bytes: bytes.byteLength };
  await inTransaction((tx) => appendAuditEvent(tx, { actor, action: 'control.exported', detail }));
  return ok({ name, mediaType: MEDIA_TYPES.xlsx, bytes });
}

function linesOf({ unitCode, unitName, figures, projects }: ControlledUnit, shown: FundSource): readonly ControlLine[] {
  return CONTROL_CATEGORIES.flatMap((category) =>
    FUND_SOURCES.flatMap((source) => {
      const own = figures.filter((figure) => figure.category === category && figure.source === source);
      const isListed = source === shown && own.every(({ item }) => item !== '');
      const blank = isListed ? [{ item: '' as const, amountFen: null }] : [];
      return [...blank, ...own]
        .sort((a, b) => (a.item < b.item ? -1 : 1))
        .map(({ item, amountFen }) => ({
          ...{ unitCode, unitName, category, amountFen },
          ...{ itemText: itemText(item, projects), sourceName: FUND_SOURCE_LABELS[source].name },
        }));
    }),
  );
}
