import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type MoneyUnit, parseAmount } from '@/lib/domain/money/parse.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import {
  brokenFormula,
  type CellOutcome,
  fault,
  foldedText,
  LEAVE_BLANK,
  plainText,
  question,
  quoted,
  repaired,
  value,
} from './cell-outcome.ts';
import { plainNumber, type SheetCell, shownCell } from './sheet-model.ts';

const DECIMALS: Readonly<Record<MoneyUnit, number>> = { yuan: 2, wanYuan: 6 };
/** A double holds every 分 below. */
const FIRST_INEXACT: Readonly<Record<MoneyUnit, number>> = { yuan: 1e13, wanYuan: 1e9 };
/** What clerks write where there is nothing. */
const NOTHING = /^(?:[-–—/\\]+|无|空|N\/?A)$/i;

/** An amount: a number, or text with separators, 元 or 万元. More decimals than 分 holds are asked about. */
export function readAmount(cell: SheetCell | null, unit: MoneyUnit): CellOutcome<Fen | null> {
  const broken = brokenFormula(cell);
  if (broken) return broken;
  if (cell === null) return value(null);
  if (cell.type === 'boolean') return fault(`“${shownCell(cell)}”不是金额，请填写数字。`);
  if (cell.type === 'number') return readFigure(cell.value, cell.percent, unit);
  if (cell.type === 'date') {
    const text = String(cell.serial);
    return question(`金额单元格被设成了日期格式，显示为 ${shownCell(cell)}，原数字是 ${text}。`, [
      { label: `${text} ${unit === 'yuan' ? '元' : '万元'}`, text },
      LEAVE_BLANK,
    ]);
  }
  return readTyped(shownCell(cell), unit);
}

function readFigure(figure: number, percent: boolean, unit: MoneyUnit): CellOutcome<Fen | null> {
  if (percent) return fault(`${quoted(`${plainNumber(figure * 100)}%`)}是百分数，不是金额。请填写数字。`);
  if (Math.abs(figure) >= FIRST_INEXACT[unit]) {
    return fault(`${quoted(plainNumber(figure))}位数过多，表格中的数字已不精确。请核对，或把单元格设为文本后填写。`);
  }
  const text = figure.toFixed(DECIMALS[unit]);
  const noise = Math.abs(figure - Number(text));
  if (noise > 1e-9 * Math.max(1, Math.abs(figure))) return tooPrecise(plainNumber(figure), unit);
  const amount = parseAmount(text, unit);
  if (!amount.ok) return fault(problemMessage(amount.error));
  return noise === 0 ? value(amount.value) : repaired(amount.value, '去除了公式计算的细微误差', shownFen(amount.value));
}

function readTyped(text: string, unit: MoneyUnit): CellOutcome<Fen | null> {
  const plain = text.normalize('NFKC').trim();
  if (plain === '') return repaired(null, '只有空格，按空白处理', '（空）');
  if (NOTHING.test(plain)) return repaired(null, `“${plain}”按空白处理`, '（空）');
  const amount = parseAmount(text, unit);
  if (amount.ok) return repaired(amount.value, amountRepair(text), shownFen(amount.value));
  if (amount.error.code !== 'MONEY_TOO_PRECISE') return fault(problemMessage(amount.error));
  return tooPrecise(plain, unit);
}

function amountRepair(text: string): string {
  if (/[万元]/.test(text)) return '去除了金额单位，按其折算';
  if (text !== text.normalize('NFKC')) return '全角数字已转为半角';
  if (/[,，]/.test(text)) return '去除了千位分隔符';
  return /[\s¥￥]/.test(text) ? '去除了空格或货币符号' : '数字存成了文字，已转为数字';
}

/** Asks whether to round half up to 分, by the decimal text. */
function tooPrecise(text: string, unit: MoneyUnit): CellOutcome<never> {
  const match = /^([\d,]*)\.(\d+)(万元|万|元)?$/.exec(text.replace(/[\s¥]/g, ''));
  if (!match) return fault(`${quoted(text)}的小数过多，金额只精确到分。请核对后填写。`);
  const ownUnit: MoneyUnit = match[3] === undefined ? unit : match[3] === '元' ? 'yuan' : 'wanYuan';
  const scale = DECIMALS[ownUnit];
  const decimals = (match[2] ?? '').padEnd(scale + 1, '0');
  const cut = BigInt(`${(match[1] ?? '').replaceAll(',', '') || '0'}${decimals.slice(0, scale)}`);
  const rounded = cut + (Number(decimals[scale]) >= 5 ? 1n : 0n);
  const shown = shownFen(rounded);
  return question(`${quoted(text)}的小数过多，金额只精确到分，是否四舍五入为 ${shown} 元？`, [
    { label: `${shown} 元`, text: `${shown.replaceAll(',', '')}元` },
    LEAVE_BLANK,
  ]);
}

export function shownFen(amountFen: Fen | null): string {
  return amountFen === null ? '（空）' : formatForEntry(amountFen, 'yuan');
}

const COUNTED = /^(\d+)(?:\.0+)?(人|名|位|个|辆|台)?$/;

/** A number of people or vehicles. */
export function readCount(cell: SheetCell | null): CellOutcome<number | null> {
  const broken = brokenFormula(cell);
  if (broken) return broken;
  const text = foldedText(cell).replace(/,(?=\d{3})/g, '');
  if (text === '') return value(null);
  if (NOTHING.test(text)) return repaired(null, `“${text}”按空白处理`, '（空）');
  const match = COUNTED.exec(text);
  const count = Number(match?.[1]);
  if (!match) return fault(`${quoted(plainText(cell))}应为不小于 0 的整数。`);
  if (count > 10_000_000) return fault(`${quoted(plainText(cell))}过大，请核对。`);
  return cell?.type === 'number' ? value(count) : repaired(count, '文字已转为数字', String(count));
}

/** 权重: 0 to 100 points; a percentage is taken as points. */
export function readWeight(cell: SheetCell | null): CellOutcome<number | null> {
  const broken = brokenFormula(cell);
  if (broken) return broken;
  if (cell === null) return value(null);
  if (cell.type === 'number' && !cell.percent) return weightOf(cell.value, null);
  const text = (cell.type === 'number' ? shownCell(cell) : foldedText(cell)).replace(/(?:%|分)$/, '');
  if (text === '' || NOTHING.test(text)) return repaired(null, '按空白处理', '（空）');
  const repair = /%/.test(shownCell(cell).normalize('NFKC')) ? '去除了百分号' : '文字已转为数字';
  return /^\d+(?:\.\d+)?$/.test(text) ? weightOf(Number(text), repair) : weightFault(shownCell(cell));
}

function weightOf(points: number, repair: string | null): CellOutcome<number | null> {
  const whole = Math.round(points);
  if (points > 0 && points < 1) {
    const meant = Math.round(points * 100);
    return question(`权重 ${quoted(plainNumber(points))} 小于 1，是否应为 ${meant} 分？`, [
      { label: `${meant} 分`, text: String(meant) },
      LEAVE_BLANK,
    ]);
  }
  if (Math.abs(points - whole) > 1e-9 || whole < 0 || whole > 100) return weightFault(plainNumber(points));
  return repair === null ? value(whole) : repaired(whole, repair, String(whole));
}

function weightFault(text: string): CellOutcome<never> {
  return fault(`${quoted(text)}不是权重，应为 0 至 100 的整数。`);
}
