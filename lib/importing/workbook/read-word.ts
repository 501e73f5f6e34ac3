import { NO_WORDS, type WordChoice, YES_WORDS } from '@/lib/domain/workbook/sheet-column.ts';
import { brokenFormula, type CellOutcome, foldedText, question, quoted, repaired, value } from './cell-outcome.ts';
import { type SheetCell, shownCell } from './sheet-model.ts';

/** 是 or 否, however a clerk marks it; blank is 否. */
export function readFlag(cell: SheetCell | null): CellOutcome<boolean> {
  const broken = brokenFormula(cell);
  if (broken) return broken;
  if (cell === null) return value(false);
  if (cell.type === 'boolean') return value(cell.value);
  const text = foldedText(cell).toUpperCase();
  if (text === '') return value(false);
  for (const [words, meant] of [
    [YES_WORDS, true],
    [NO_WORDS, false],
  ] as const) {
    if (!words.includes(text)) continue;
    const label = meant ? '是' : '否';
    return shownCell(cell) === label ? value(meant) : repaired(meant, '已统一为“是”或“否”', label);
  }
  return question(`${quoted(shownCell(cell))}是“是”还是“否”？`, [
    { label: '是', text: '是' },
    { label: '否', text: '否' },
  ]);
}

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\s\u200b]/g, '')
    .toUpperCase();

/**
 * A word of a closed list, by its label, a synonym.
 *
 * @param blank what a blank cell stands for; null: it has to be asked
 */
export function readChoice(
  cell: SheetCell | null,
  choices: readonly WordChoice[],
  blank: string | null,
  heading: string,
): CellOutcome<string> {
  const broken = brokenFormula(cell);
  if (broken) return broken;
  const text = cell === null ? '' : fold(shownCell(cell));
  const options = choices.map(({ label }) => ({ label, text: label }));
  if (text === '') {
    const usual = choices.find((choice) => choice.value === blank);
    if (usual) return repaired(usual.value, `“${heading}”空白，按“${usual.label}”处理`, usual.label);
    return question(`“${heading}”没有填写，请选择。`, options);
  }
  const found = choices.find(({ label, synonyms }) => [label, ...synonyms].some((word) => fold(word) === text));
  if (found) {
    const same = cell?.type === 'text' && cell.text === found.label;
    return same ? value(found.value) : repaired(found.value, '已改为列表中的写法', found.label);
  }
  const near = choices.filter(({ label, synonyms }) => [label, ...synonyms].some((word) => isNear(fold(word), text)));
  const ordered = [...near, ...choices.filter((choice) => !near.includes(choice))];
  return question(
    `“${heading}”中没有${quoted(cell === null ? '' : shownCell(cell))}这一项，请选择。`,
    ordered.map(({ label }) => ({ label, text: label })),
  );
}

function isNear(word: string, text: string): boolean {
  return word.length > 1 && text.length > 1 && (word.includes(text) || text.includes(word));
}
