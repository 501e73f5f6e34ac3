import { fail, ok, type Result } from '../result.ts';
import type { Fen } from './fen.ts';

/** The unit a figure is typed or shown in; it never changes what is stored. */
export type MoneyUnit = 'yuan' | 'wanYuan';

export const MONEY_UNIT_LABELS: Readonly<Record<MoneyUnit, string>> = { wanYuan: '万元', yuan: '元' };

export type MoneyError =
  | { readonly code: 'MONEY_NOT_A_NUMBER'; readonly text: string }
  | { readonly code: 'MONEY_SCIENTIFIC_NOTATION'; readonly text: string }
  | { readonly code: 'MONEY_NEGATIVE'; readonly text: string }
  | { readonly code: 'MONEY_TOO_PRECISE'; readonly text: string; readonly maxDecimals: number }
  | { readonly code: 'MONEY_TOO_LARGE'; readonly text: string };

/** 99 万亿元: below what a BIGINT column of fen holds, above any departmental budget. */
export const MAX_AMOUNT_FEN: Fen = 9_900_000_000_000_000n;

const DECIMALS_TO_FEN: Record<MoneyUnit, number> = { yuan: 2, wanYuan: 6 };
const SUFFIX = /(万元|万|元)$/;
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d*))?$/;

/**
 * Reads an amount as a person types or pastes it: full-width digits and commas, thousands separators, ￥ and a 元 or
 * 万元 suffix (which overrides `unit`) are accepted. Refused: more decimals than 分 can hold, negative amounts (also as
 * bookkeepers write them, in brackets), exponents.
 *
 * @param text what was typed
 * @param unit the unit of a figure without suffix
 * @returns exact fen, or null for blank text
 */
export function parseAmount(text: string, unit: MoneyUnit): Result<Fen | null, MoneyError> {
  if (unit === 'yuan' && PLAIN_YUAN.test(text)) return ok(plainFen(text));
  const plain = plainText(text);
  if (plain === '' || plain === '-') return ok(null);
  const suffix = SUFFIX.exec(plain)?.[1];
  const figure = suffix ? plain.slice(0, -suffix.length) : plain;
  const figureUnit: MoneyUnit = suffix ? (suffix === '元' ? 'yuan' : 'wanYuan') : unit;
  return parseFigure(text, figure, figureUnit);
}

/**
 * Reads a change of an amount: as `parseAmount`, of either sign; 增加 and 减少 stand for the sign too.
 *
 * @returns exact fen, negative for less, or null for blank text
 */
export function parseChange(text: string, unit: MoneyUnit): Result<Fen | null, MoneyError> {
  const [, sign = '', figure = ''] = /^(增加|减少|[+-])?(.*)$/s.exec(plainText(text)) ?? [];
  const size = parseAmount(figure, unit);
  if (!size.ok) return fail({ ...size.error, text });
  const isLess = sign === '减少' || sign === '-';
  return ok(size.value !== null && isLess ? -size.value : size.value);
}

/** As programs write it: a file has thousands of these, which need none of the care that typed text does. */
const PLAIN_YUAN = /^(?:0|[1-9]\d{0,12})(?:\.\d{1,2})?$/;

function plainFen(text: string): Fen {
  const [whole = '', decimals = ''] = text.split('.');
  return BigInt(whole + decimals.padEnd(2, '0'));
}

function plainText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b¥]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/^\((.+)\)$/, '-$1');
}

function parseFigure(text: string, figure: string, unit: MoneyUnit): Result<Fen, MoneyError> {
  if (/^[+-]?[\d.,]+e[+-]?\d+$/i.test(figure)) return fail({ code: 'MONEY_SCIENTIFIC_NOTATION', text });
  const match = NUMBER.exec(figure);
  if (!match || (!match[2] && !match[3])) return fail({ code: 'MONEY_NOT_A_NUMBER', text });
  const whole = (match[2] ?? '').replaceAll(',', '').replace(/^0+/, '');
  const decimals = (match[3] ?? '').replace(/0+$/, '');
  if (match[1] === '-' && `${whole}${decimals}` !== '') return fail({ code: 'MONEY_NEGATIVE', text });
  const scale = DECIMALS_TO_FEN[unit];
  if (decimals.length > scale) return fail({ code: 'MONEY_TOO_PRECISE', text, maxDecimals: scale });
  if (whole.length > 16) return fail({ code: 'MONEY_TOO_LARGE', text });
  const amountFen = BigInt(`${whole || '0'}${decimals.padEnd(scale, '0')}`);
  return amountFen > MAX_AMOUNT_FEN ? fail({ code: 'MONEY_TOO_LARGE', text }) : ok(amountFen);
}
