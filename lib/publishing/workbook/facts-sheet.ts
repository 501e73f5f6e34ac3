import type { WriteSheet } from 'hucre/xlsx';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import type { Term } from '@/lib/domain/budget/profile.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { PROFILE_ENTRIES, type ProfileEntry, profileValue } from '@/lib/domain/workbook/profile-sheet.ts';
import { PROFILE_SHEET } from '@/lib/domain/workbook/workbook-sheets.ts';
import { amountCell, type WrittenCell } from '@/lib/domain/workbook/written-cell.ts';
import { SheetGrid } from './sheet-grid.ts';
import type { Look } from './sheet-look.ts';

const FIRST_ROW = 2;
/** Rows of a list that has no item yet. */
const BLANK_ITEMS = 3;

const LOOKS: Partial<Readonly<Record<ProfileEntry['kind'], Look>>> = { amount: 'amount', count: 'number' };

interface FactRow {
  readonly entry: ProfileEntry;
  readonly content: WrittenCell;
  readonly definition: string;
}

/** The unit's facts and words, one a row: label, content, and for a term its definition. */
export function factsSheet({ profile, unit, year }: Budget): WriteSheet {
  const grid = new SheetGrid([{ width: 26 }, { width: 60 }, { width: 50 }, { width: 34 }]);
  grid.text(0, 0, `${PROFILE_SHEET}（${unit.name} ${year} 年）`, 'title');
  grid.height(0, 26);
  ['项目', '内容', '释义（仅名词解释）', '填写说明'].forEach((heading, index) => {
    grid.text(1, index, heading, 'heading');
  });
  const rows = PROFILE_ENTRIES.flatMap((entry) => factRows(entry, profileValue(profile, entry.path)));
  rows.forEach(({ entry, content, definition }, index) => {
    const at = FIRST_ROW + index;
    grid.text(at, 0, entry.label, 'given');
    grid.written(at, 1, content, LOOKS[entry.kind] ?? 'text');
    grid.text(at, 2, definition, entry.kind === 'terms' ? 'text' : 'given');
    grid.text(at, 3, entry.note, 'given');
  });
  return grid.build({
    name: PROFILE_SHEET,
    freezePane: { rows: FIRST_ROW },
    pageSetup: {
      ...{ paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0 },
      printTitlesRow: '$2:$2',
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
}

function factRows(entry: ProfileEntry, value: unknown): readonly FactRow[] {
  const text = (content: string): WrittenCell => (content === '' ? { type: 'blank' } : { type: 'text', text: content });
  const row = (content: WrittenCell, definition = ''): FactRow => ({ entry, content, definition });
  if (Array.isArray(value)) {
    const items: readonly (string | Term)[] = value;
    if (items.length === 0) return Array.from({ length: BLANK_ITEMS }, () => row({ type: 'blank' }));
    return items.map((item) => (typeof item === 'string' ? row(text(item)) : row(text(item.term), item.definition)));
  }
  if (value === null || value === undefined) return [row({ type: 'blank' })];
  if (entry.kind === 'amount') return [row(amountCell(value as Fen))];
  if (entry.kind === 'count') return [row({ type: 'count', count: Number(value) })];
  return [row(text(String(value)))];
}
