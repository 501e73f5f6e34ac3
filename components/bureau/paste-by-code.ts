import {
  CONTROL_CATEGORIES,
  CONTROL_CATEGORY_LABELS,
  type ControlCategory,
} from '@/lib/domain/budget/control-figure.ts';
import type { ControlFault, ControlReading, ReadFigure } from '@/lib/domain/budget/control-reading.ts';
import type { FundSource } from '@/lib/domain/budget/fund-source.ts';
import { type MoneyUnit, parseAmount } from '@/lib/domain/money/parse.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import type { ControlledUnit } from './control-rows.ts';

interface Sheet {
  readonly units: readonly Pick<ControlledUnit, 'unitId' | 'unitCode' | 'unitName'>[];
  readonly source: FundSource;
  readonly unit: MoneyUnit;
}

/**
 * Reads copied lines that name their unit by its code in the first column: the lines go to these units whatever stands
 * beside them on the sheet. Then the name may follow, and the categories in the order of the sheet or of a heading.
 *
 * @returns null for a block whose first column holds no code of a unit: it goes where the keyboard stands
 */
export function readByCode(lines: readonly (readonly string[])[], sheet: Sheet): ControlReading | null {
  const codes = new Map(sheet.units.map((unit) => [unit.unitCode, unit]));
  const cells = lines.map((line) => line.map((text) => text.normalize('NFKC').trim()));
  if (!cells.some((line) => line.length > 1 && codes.has(line[0] ?? ''))) return null;
  const first = cells[0] ?? [];
  const heading = codes.has(first[0] ?? '') || /^\d+$/.test(first[0] ?? '') ? null : first;
  const named = heading ? headedColumns(heading) : null;
  const plain = plainColumns(cells.some(([code = '', second = '']) => isName(second, codes.get(code)?.unitName)));
  const figures: ReadFigure[] = [];
  const faults: ControlFault[] = [];
  const seen = new Set<string>();
  cells.forEach((line, index) => {
    if ((heading && index === 0) || line.every((text) => text === '')) return;
    const address = `第 ${index + 1} 行`;
    const code = line[0] ?? '';
    const unit = codes.get(code);
    if (!unit || seen.has(code)) {
      const message = unit ? '这个单位在前面已经出现过，本行没有写入。' : '没有这个编码的单位，本行没有写入。';
      faults.push({ address, heading: '单位编码', found: code, message });
      return;
    }
    seen.add(code);
    const columns = named ?? plain;
    line.forEach((text, column) => {
      const category = columns.get(column);
      if (category === undefined) {
        if (column > 0 && text !== '' && text !== unit.unitName && !named) faults.push(outside(address, text));
        return;
      }
      const amount = parseAmount(text, sheet.unit);
      const place = { unitId: unit.unitId, category, item: '' as const, source: sheet.source };
      if (amount.ok) figures.push({ ...place, amountFen: amount.value });
      else {
        const label = CONTROL_CATEGORY_LABELS[category];
        faults.push({ address, heading: label, found: text, message: problemMessage(amount.error) });
      }
    });
  });
  return { figures, faults };
}

function outside(address: string, found: string): ControlFault {
  return { address, heading: '', found, message: '超出人员经费、日常公用经费、项目支出三栏，没有写入。' };
}

function headedColumns(heading: readonly string[]): ReadonlyMap<number, ControlCategory> {
  return new Map(
    heading.flatMap((text, column) => {
      const category = CONTROL_CATEGORIES.find(
        (candidate) => text.replace(/[\s(].*$/, '') === CONTROL_CATEGORY_LABELS[candidate],
      );
      return category ? [[column, category] as const] : [];
    }),
  );
}

/** Whether what stands after the code is the unit's name, and not an amount. */
function isName(second: string, unitName?: string): boolean {
  return second === unitName?.normalize('NFKC') || /[^\d.,\s-]/.test(second.replace(/万?元$/, ''));
}

/** Without a heading: after the code, and after the names where a line of the block has one. */
function plainColumns(hasNames: boolean): ReadonlyMap<number, ControlCategory> {
  const from = hasNames ? 2 : 1;
  return new Map(CONTROL_CATEGORIES.map((category, index) => [from + index, category]));
}
