import type { Row } from '@/lib/domain/budget/row.ts';
import { type Fen, sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type MoneyUnit, parseAmount } from '@/lib/domain/money/parse.ts';
import { fail, ok } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { type Choice, findChoices } from './find-choices.ts';
import type { GridColumn, GroupCell } from './grid-model.ts';
import type { RowGroup } from './group-rows.ts';

type Options<R> = Pick<GridColumn<R>, 'header' | 'width'> &
  Partial<Pick<GridColumn<R>, 'grows' | 'align' | 'remark' | 'synonyms'>>;

/** Names of the fields of a row that hold a value of a type. */
type FieldOf<R, V> = { [F in keyof R]-?: R[F] extends V ? (V extends R[F] ? F : never) : never }[keyof R] & string;

/**
 * A column over some fields serves every kind of row that has these fields: what it writes are these fields alone.
 * (The compiler can't know the latter, because a column's type also allows it to write all others.)
 */
export function columnFor<R extends Base, Base>(column: GridColumn<Base>): GridColumn<R> {
  return column as unknown as GridColumn<R>;
}

/** A column of free text. */
export function textColumn<R extends Row>(
  field: FieldOf<R, string>,
  { maxLength, ...options }: Options<R> & { readonly maxLength: number },
): GridColumn<R> {
  return {
    id: field,
    ...options,
    read: (row) => String(row[field]),
    write: (_row, text) =>
      text.length > maxLength
        ? fail(`文字有 ${text.length} 个字，最多 ${maxLength} 个字，请精简。`)
        : ok({ [field]: text.replace(/\s*\n\s*/g, ' ') } as Partial<R>),
  };
}

/** A column of amounts, shown and typed in a unit, stored in exact fen. */
export function amountColumn<R extends Row>(
  field: FieldOf<R, Fen | null>,
  unit: MoneyUnit,
  options: Options<R>,
): GridColumn<R> {
  const amountOf = (row: R) => row[field] as Fen | null;
  return {
    id: field,
    align: 'end',
    ...options,
    read: (row) => formatForEntry(amountOf(row), unit),
    amountFen: amountOf,
    groupCell: sumCell(unit, amountOf),
    write: (_row, text) => {
      const parsed = parseAmount(text, unit);
      return parsed.ok ? ok({ [field]: parsed.value } as Partial<R>) : fail(problemMessage(parsed.error));
    },
  };
}

/** A column that shows an amount which follows from others. */
export function computedAmountColumn<R extends Row>(
  id: string,
  unit: MoneyUnit,
  amountOf: (row: R) => Fen | null,
  options: Options<R>,
): GridColumn<R> {
  return {
    id,
    align: 'end',
    ...options,
    read: (row) => formatForEntry(amountOf(row), unit),
    amountFen: amountOf,
    groupCell: sumCell(unit, amountOf),
  };
}

/** The exact sum of the rows below a computed parent. */
function sumCell<R>(unit: MoneyUnit, amountOf: (row: R) => Fen | null): (group: RowGroup<R>) => GroupCell {
  return ({ rows }) => {
    const amountFen = sumFen(rows.map(amountOf));
    return { amountFen, text: formatForEntry(amountFen, unit) };
  };
}

/** A column of whole numbers from nought to a limit. */
export function countColumn<R extends Row>(
  field: FieldOf<R, number | null>,
  { max, ...options }: Options<R> & { readonly max: number },
): GridColumn<R> {
  return {
    id: field,
    align: 'end',
    ...options,
    read: (row) => String(row[field] ?? ''),
    write: (_row, text) => {
      const plain = text.normalize('NFKC').replace(/\s|%$/g, '');
      if (plain === '') return ok({ [field]: null } as Partial<R>);
      const value = Number(plain);
      return /^\d+$/.test(plain) && value <= max
        ? ok({ [field]: value } as Partial<R>)
        : fail(`“${text}”应为 0 至 ${max} 的整数。`);
    },
  };
}

/** A column in which one of a few words is chosen. */
export function choiceColumn<R extends Row, V extends string>(
  field: FieldOf<R, V>,
  labels: Readonly<Record<V, string>>,
  { readWord, ...options }: Options<R> & { readonly readWord?: (text: string) => V | undefined },
): GridColumn<R> {
  const values = Object.keys(labels) as V[];
  const choices: readonly Choice[] = values.map((value) => ({
    value: labels[value],
    label: labels[value],
    words: labels[value],
  }));
  const find = (text: string): V | undefined =>
    values.find((value) => labels[value] === text.normalize('NFKC').trim() || labels[value] === text) ??
    readWord?.(text);
  return {
    id: field,
    ...options,
    read: (row) => labels[row[field] as V],
    suggest: (_row, typed) => findChoices(choices, typed),
    write: (_row, text) => {
      const value = find(text);
      if (value !== undefined) return ok({ [field]: value } as Partial<R>);
      const words = values.map((known) => labels[known]).join('、');
      return fail(text === '' ? `请选择${options.header}：${words}。` : `“${text}”不在可选范围内，请选择：${words}。`);
    },
  };
}

const YES: readonly string[] = ['是', 'y', 'yes', '1', '√', '✓', 'true'];
const NO: readonly string[] = ['', '否', 'n', 'no', '0', '×', 'false'];

/** A column of yes (是) or blank. */
export function flagColumn<R extends Row>(field: FieldOf<R, boolean>, options: Options<R>): GridColumn<R> {
  const choices: readonly Choice[] = ['是', '否'].map((word) => ({ value: word, label: word, words: word }));
  return {
    id: field,
    align: 'center',
    ...options,
    read: (row) => (row[field] ? '是' : ''),
    suggest: (_row, typed) => findChoices(choices, typed),
    write: (_row, text) => {
      const word = text.normalize('NFKC').trim().toLowerCase();
      if (YES.includes(word)) return ok({ [field]: true } as Partial<R>);
      return NO.includes(word) ? ok({ [field]: false } as Partial<R>) : fail(`“${text}”应为“是”或“否”。`);
    },
  };
}
