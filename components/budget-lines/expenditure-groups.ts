import type { RowGrouping } from '@/components/grid/group-rows.ts';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { ancestry, type ClassificationEdition, isLeaf, printedCodeName } from '@/lib/domain/classification/edition.ts';

const ITEM_DIGITS = 7;

/** 类 and 款 of the functional code, and 项 where it has more than one line. */
export function functionGrouping(edition: ClassificationEdition): RowGrouping<ExpenditureLine> {
  const nameOf = (code: string) => printedCodeName(edition, 'functional', code);
  return {
    id: 'function',
    pathOf: pathsOnce(({ functionCode }) => functionCode, ancestry),
    isShown: (code, lineCount) => code.length < ITEM_DIGITS || lineCount > 1,
    codeColumn: 'functionCode',
    nameColumn: 'functionName',
    nameOf,
    titleOf: (code) => `${code} ${nameOf(code)}`,
    inherit: ({ functionCode }) => ({ functionCode }),
  };
}

/** 类 of the economic code: 301, 302, 303, 310. */
export function economicGrouping(edition: ClassificationEdition): RowGrouping<ExpenditureLine> {
  const nameOf = (code: string) => printedCodeName(edition, 'economic', code);
  return {
    id: 'economic',
    pathOf: pathsOnce(
      ({ economicCode }) => economicCode,
      (code) => ancestry(code).slice(0, 1),
    ),
    codeColumn: 'economicCode',
    nameColumn: 'economicName',
    nameOf,
    titleOf: (code) => `${code} ${nameOf(code)}`,
    inherit: ({ economicCode }) => ({ economicCode }),
  };
}

/** The path of each code, made once: thousands of lines share a few dozen codes. */
function pathsOnce(
  codeOf: (line: ExpenditureLine) => string,
  pathOf: (code: string) => readonly string[],
): (line: ExpenditureLine) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (line) => {
    const code = codeOf(line);
    const path = known.get(code) ?? pathOf(code);
    known.set(code, path);
    return path;
  };
}

const TOTAL_WORDS: readonly string[] = ['合计', '总计', '小计'];

/** The columns in which a total may be named, whichever of them a list has. */
const TOTAL_COLUMNS = ['functionCode', 'functionName', 'economicCode', 'source', 'category', 'item'];

/**
 * Knows lines of a pasted table that are sums of others: 合计, or a code above the last level with no code of the other
 * classification beside it.
 */
export function isSumLine(edition: ClassificationEdition): (textOf: (columnId: string) => string) => boolean {
  const isParent = (kind: 'functional' | 'economic', code: string) =>
    edition[kind].has(code) && !isLeaf(edition[kind], code);
  return (textOf) => {
    const [functionCode, economicCode] = [textOf('functionCode'), textOf('economicCode')];
    if (TOTAL_COLUMNS.some((column) => TOTAL_WORDS.includes(textOf(column).replace(/\s/g, '')))) return true;
    if (isParent('functional', functionCode)) return economicCode === '' || isParent('economic', economicCode);
    return functionCode === '' && isParent('economic', economicCode);
  };
}
