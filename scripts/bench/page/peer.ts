/**
 * The peer: AG Grid Community over the same lines with the same columns, as its documentation has one write it. What
 * it lacks is written here the short way: the paste of a range (an Enterprise feature) and the pinned total.
 */
import {
  CellStyleModule,
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  createGrid,
  ModuleRegistry,
  PinnedRowModule,
  RenderApiModule,
  RowApiModule,
  TextEditorModule,
  themeQuartz,
  UndoRedoEditModule,
  type ValueParserParams,
} from 'ag-grid-community';
import Papa from 'papaparse';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { parseAmount } from '@/lib/domain/money/parse.ts';
import type { PeerData } from './peer-data.ts';

interface Line {
  id: string;
  functionCode: string;
  economicCode: string;
  source: string;
  carriedOver: string;
  amountFen: Fen | null;
  note: string;
}

ModuleRegistry.registerModules([
  ...[ClientSideRowModelModule, ClientSideRowModelApiModule, RowApiModule, RenderApiModule],
  ...[TextEditorModule, UndoRedoEditModule, CellStyleModule, PinnedRowModule],
]);

const data: PeerData = JSON.parse(document.getElementById('data')?.textContent ?? '');
const functional = new Map(data.functional);
const economic = new Map(data.economic);
const sources = new Set(data.sources);

const lines = data.lines.map(
  ({ functionCode, economicCode, source, carriedOver, amountYuan, note }, index): Line => ({
    id: String(index),
    ...{ functionCode, economicCode, source, note },
    carriedOver: carriedOver ? '是' : '',
    amountFen: amountOf(amountYuan, null),
  }),
);

function amountOf(text: string, otherwise: Fen | null): Fen | null {
  const amount = parseAmount(text, 'yuan');
  return amount.ok ? amount.value : otherwise;
}

/** The text where it is a known word, else what stood there before, as a value parser refuses. */
const known = (words: { has(word: string): boolean }) => (params: ValueParserParams<Line, string>) =>
  words.has(params.newValue.trim()) ? params.newValue.trim() : params.oldValue;

const isPinned = (line: Line | undefined): boolean => line?.id === 'total';

const columnDefs: ColDef<Line>[] = [
  {
    field: 'functionCode',
    headerName: '功能科目',
    width: 96,
    pinned: 'left',
    valueParser: known(functional),
    cellClassRules: { refused: ({ data: line }) => !isPinned(line) && !functional.has(line?.functionCode ?? '') },
  },
  {
    colId: 'functionName',
    headerName: '功能科目名称',
    width: 140,
    flex: 1,
    editable: false,
    valueGetter: ({ data: line }) => functional.get(line?.functionCode ?? '') ?? '',
  },
  {
    field: 'economicCode',
    headerName: '经济科目',
    width: 90,
    valueParser: known(economic),
    cellClassRules: { refused: ({ data: line }) => !isPinned(line) && !economic.has(line?.economicCode ?? '') },
  },
  {
    colId: 'economicName',
    headerName: '经济科目名称',
    width: 130,
    flex: 1,
    editable: false,
    valueGetter: ({ data: line }) => economic.get(line?.economicCode ?? '') ?? '',
  },
  { field: 'source', headerName: '资金来源', width: 118, valueParser: known(sources) },
  { field: 'carriedOver', headerName: '上年结转', width: 90, valueParser: known(new Set(['是', ''])) },
  {
    field: 'amountFen',
    headerName: '金额（元）',
    width: 130,
    cellStyle: { textAlign: 'right' },
    cellDataType: false,
    useValueFormatterForEditing: true,
    valueParser: (params: ValueParserParams<Line, Fen | null>) =>
      amountOf(String(params.newValue), params.oldValue ?? null),
    valueFormatter: ({ value }) => formatForEntry(value, 'yuan'),
    cellClassRules: { refused: ({ data: line }) => line?.amountFen === null || line?.amountFen === 0n },
  },
  { field: 'note', headerName: '备注', width: 120, flex: 1 },
] as ColDef<Line>[];

const api = createGrid<Line>(document.getElementById('grid') as HTMLElement, {
  theme: themeQuartz.withParams({ fontSize: 13 }),
  columnDefs,
  defaultColDef: { editable: ({ data: line }) => !isPinned(line), resizable: true },
  rowData: lines,
  rowHeight: 30,
  getRowId: ({ data: line }) => line.id,
  animateRows: false,
  enterNavigatesVerticallyAfterEdit: true,
  undoRedoCellEditing: true,
  pinnedTopRowData: [totalRow()],
  onCellValueChanged: ({ column }) => {
    if (column.getColId() === 'amountFen') showTotal();
  },
});

function totalRow(): Line {
  const amountFen = sumFen(lines.map((line) => line.amountFen));
  return { id: 'total', functionCode: '合计', economicCode: '', source: '', carriedOver: '', amountFen, note: '' };
}

function showTotal(): void {
  api.setGridOption('pinnedTopRowData', [totalRow()]);
}

/** A paste of all eight columns over the rows from the focused one on; a text that is no value leaves what was there. */
document.addEventListener('paste', (event) => {
  const cell = api.getFocusedCell();
  if (!cell || api.getEditingCells().length > 0) return;
  event.preventDefault();
  const texts = Papa.parse<string[]>(event.clipboardData?.getData('text/plain') ?? '', { delimiter: '\t' }).data;
  const update = texts.flatMap((row, offset) => {
    const line = api.getDisplayedRowAtIndex(cell.rowIndex + offset)?.data;
    if (!line) return [];
    const [functionCode = '', , economicCode = '', , source = '', carriedOver = '', amount = '', note = ''] = row;
    if (functional.has(functionCode)) line.functionCode = functionCode;
    if (economic.has(economicCode)) line.economicCode = economicCode;
    if (sources.has(source)) line.source = source;
    line.carriedOver = carriedOver === '是' ? '是' : '';
    line.amountFen = amountOf(amount, line.amountFen);
    line.note = note.slice(0, 500);
    return [line];
  });
  api.applyTransaction({ update });
  showTotal();
});
