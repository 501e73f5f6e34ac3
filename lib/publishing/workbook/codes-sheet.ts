import type { WriteSheet } from 'hucre/xlsx';
import {
  type ClassificationEdition,
  type EconomicCode,
  type FunctionalCode,
  isLeaf,
} from '@/lib/domain/classification/edition.ts';
import { CODES_SHEET } from '@/lib/domain/workbook/workbook-sheets.ts';
import { SheetGrid } from './sheet-grid.ts';

type Classification = 'functional' | 'economic';

/** Columns of the sheet: code and name of either classification, leaves alone. */
const COLUMNS: Readonly<Record<Classification, number>> = { functional: 0, economic: 3 };
const FIRST_ROW = 3;

interface Leaf {
  readonly code: string;
  readonly name: string;
}

const leaves = new WeakMap<ReadonlyMap<string, Leaf>, readonly Leaf[]>();

function leavesOf(edition: ClassificationEdition, classification: Classification): readonly Leaf[] {
  const codes: ReadonlyMap<string, FunctionalCode | EconomicCode> = edition[classification];
  const known = leaves.get(codes);
  if (known) return known;
  const found = [...codes.values()]
    .filter(({ code }) => isLeaf(codes, code))
    .sort((a, b) => (a.code < b.code ? -1 : 1));
  leaves.set(codes, found);
  return found;
}

/** The range of the codes, for lists; with `names` of codes and names, to look names up in. */
export function codesRange(edition: ClassificationEdition, classification: Classification, names = false): string {
  const last = FIRST_ROW + Math.max(1, leavesOf(edition, classification).length) - 1;
  const [from, to] = classification === 'functional' ? ['A', 'B'] : ['D', 'E'];
  return `${CODES_SHEET}!$${from}$${FIRST_ROW}:$${names ? to : from}$${last}`;
}

/** The codes of the year that a line may bear, with their names. */
export function codesSheet(edition: ClassificationEdition): WriteSheet {
  const grid = new SheetGrid([{ width: 14 }, { width: 46 }, { width: 4 }, { width: 14 }, { width: 40 }]);
  grid.text(0, 0, `${edition.year} 年末级科目（供查找，导入时不读取本表）`, 'title');
  grid.height(0, 26);
  for (const [classification, label] of [
    ['functional', '功能科目'],
    ['economic', '经济科目'],
  ] as const) {
    const column = COLUMNS[classification];
    grid.text(1, column, `${label}编码`, 'heading');
    grid.text(1, column + 1, `${label}名称`, 'heading');
    leavesOf(edition, classification).forEach(({ code, name }, index) => {
      grid.text(FIRST_ROW - 1 + index, column, code, 'text');
      grid.text(FIRST_ROW - 1 + index, column + 1, name, 'text');
    });
  }
  return grid.build({
    name: CODES_SHEET,
    freezePane: { rows: 2 },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '$2:$2',
    },
    headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
  });
}
