import type { Budget, Collection } from '../budget/budget.ts';
import { type ClassificationEdition, isLeaf } from '../classification/edition.ts';
import type { Place, Section } from './finding.ts';
import { functionText } from './wording.ts';

type CodeKind = 'functional' | 'economic';

/** A code that some rows use, and where. */
export interface CodeInUse {
  readonly kind: CodeKind;
  readonly code: string;
  readonly places: readonly Place[];
}

export const CODE_KIND_LABELS: Readonly<Record<CodeKind, string>> = { functional: '功能科目', economic: '经济科目' };

/** The codes in use this year, each once; last year's own are looked at apart. */
export function codesInUse(budget: Budget): readonly CodeInUse[] {
  const uses = new Map<string, CodeInUse & { readonly places: Place[] }>();
  const add = (kind: CodeKind, code: string, section: Section, collection: Collection, key: string): void => {
    if (code === '') return;
    const name = `${kind} ${code}`;
    const use = uses.get(name) ?? { kind, code, places: [] };
    uses.set(name, use);
    use.places.push({
      kind: 'row',
      section,
      collection,
      key,
      field: kind === 'functional' ? 'functionCode' : 'economicCode',
    });
  };
  for (const { key, functionCode } of budget.revenue) add('functional', functionCode, 'revenue', 'revenue', key);
  for (const { key, projectKey, functionCode, economicCode } of budget.expenditure) {
    const section = projectKey === null ? 'basic' : 'projects';
    if (projectKey === null) add('functional', functionCode, section, 'expenditure', key);
    add('economic', economicCode, section, 'expenditure', key);
  }
  for (const { key, functionCode } of budget.projects) add('functional', functionCode, 'projects', 'projects', key);
  return [...uses.values()];
}

/** What is wrong with a code in an edition, as the end of a sentence; null where it may be used. */
export function codeFault(edition: ClassificationEdition, kind: CodeKind, code: string): string | null {
  const codes = edition[kind];
  if (codes.has(code)) {
    if (isLeaf(codes, code)) return null;
    return `不是末级科目，请选用其下的${kind === 'functional' ? '“项”' : '“款”'}级科目`;
  }
  return replacement(edition, code) ?? `不在${edition.year}年科目表中，请重新选择科目`;
}

/** For a code of another year: which code stands for it in this one. */
export function replacement(edition: ClassificationEdition, code: string): string | null {
  const succeeded = edition.successions.find(({ oldCode }) => oldCode === code);
  if (succeeded) {
    const names = succeeded.newCodes.map((newCode) => functionText(edition, newCode)).join('、');
    return `已自${succeeded.from}起停用，${edition.year}年请改用${names}`;
  }
  const preceded = edition.successions.find(({ newCodes }) => newCodes.includes(code));
  if (preceded) return `自${preceded.from}起才启用，${edition.year}年请改用${functionText(edition, preceded.oldCode)}`;
  return null;
}
