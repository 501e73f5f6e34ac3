import type { AnnexDefinition, AnnexSet, Template } from '../definition.ts';
import { ANNEX_SET_LIMITS, type AnnexEdits, type AnnexSetEdits, type ColumnEdits } from './annex-set-edits.ts';
import { editedAnnex, shownAnnexes } from './apply-edits.ts';
import { movableKeys } from './column-order.ts';
import { type EditablePart, editableColumns, editableFields } from './editable-parts.ts';
import { COMMON_PLACEHOLDERS, type Placeholder, placeholderText, strayBraces } from './placeholders.ts';

/** Why a set cannot be saved as it was edited. */
export interface EditProblem {
  /** Id of the built-in annex; null: it is about the set. */
  readonly annex: string | null;
  /** `title`, `notes.0`, `columns.KEY`, `columns`, `fields.KEY`; of the set `numberPrefix`, `shown`. */
  readonly field: string;
  /** A sentence in Chinese. */
  readonly message: string;
}

type Told = Omit<EditProblem, 'annex'>;

/** All that is wrong with the edits of a built-in set; none: they can be saved, and every document can be drawn. */
export function problemsOfEdits(base: AnnexSet, edits: AnnexSetEdits): readonly EditProblem[] {
  const annexes = shownAnnexes(base, edits);
  const ofAnnexes = annexes.flatMap((annex) =>
    annexProblems(annex, edits.annexes[annex.id] ?? {}).map((told) => ({ annex: annex.id, ...told })),
  );
  return [...setProblems(base, edits), ...ofAnnexes, ...equalTitles(annexes, edits)];
}

function setProblems(base: AnnexSet, { numberPrefix, shown, annexes }: AnnexSetEdits): readonly EditProblem[] {
  const told: Told[] = [];
  const ids = new Set(base.annexes.map(({ id }) => id));
  if (shown?.length === 0) told.push({ field: 'shown', message: '至少要列示一张表。' });
  if (shown && (new Set(shown).size < shown.length || shown.some((id) => !ids.has(id)))) {
    told.push({ field: 'shown', message: '列示的表有重复，或不属于这套公开表。请刷新页面后重试。' });
  }
  const stranger = Object.keys(annexes).find((id) => !ids.has(id));
  if (stranger !== undefined) told.push({ field: 'shown', message: '有的表不属于这套公开表。请刷新页面后重试。' });
  if (numberPrefix !== undefined) {
    const what = { label: '编号前的字', limit: ANNEX_SET_LIMITS.numberPrefix };
    told.push(...textProblems('numberPrefix', numberPrefix, [], what));
  }
  return told.map((each) => ({ annex: null, ...each }));
}

function annexProblems(annex: AnnexDefinition, edits: AnnexEdits): readonly Told[] {
  const columns = editableColumns(annex);
  const fields = editableFields(annex);
  return [
    ...titleProblems(annex, edits.title),
    ...(edits.notes ?? []).flatMap(({ text }, index) =>
      textProblems(`notes.${index}`, text, placeholdersOf(annex), { label: '表下说明', limit: ANNEX_SET_LIMITS.note }),
    ),
    ...((edits.notes?.length ?? 0) > ANNEX_SET_LIMITS.notes
      ? [{ field: 'notes', message: `表下说明最多 ${ANNEX_SET_LIMITS.notes} 条。` }]
      : []),
    ...partProblems('columns', columns, edits.columns ?? {}),
    ...partProblems('fields', fields, edits.fields ?? {}),
    ...hiddenProblems(columns, edits.columns ?? {}),
    ...orderProblems(annex, edits.columnOrder ?? []),
  ];
}

/** What the texts of an annex may hold: a project's sheet also the number of the project. */
export function placeholdersOf(annex: AnnexDefinition): readonly Placeholder[] {
  return annex.rule === 'projectSheets' ? [...COMMON_PLACEHOLDERS, 'number'] : COMMON_PLACEHOLDERS;
}

function titleProblems(annex: AnnexDefinition, title: Template = annex.title): readonly Told[] {
  const what = { label: '标题', limit: ANNEX_SET_LIMITS.title };
  const problems = textProblems('title', title, placeholdersOf(annex), what);
  if (problems.length > 0 || annex.rule !== 'projectSheets' || title.includes('{number}')) return problems;
  const needed = placeholderText('number');
  return [{ field: 'title', message: `每个项目一张表，标题中须有“${needed}”，否则各表标题相同。` }];
}

/** Labels of columns or fields: known ones, sound, and told apart from those beside them. */
function partProblems(
  list: 'columns' | 'fields',
  parts: readonly EditablePart[],
  edits: Readonly<Record<string, ColumnEdits>>,
): readonly Told[] {
  const keys = new Set(parts.map(({ key }) => key));
  const stranger = Object.keys(edits).find((key) => !keys.has(key));
  if (stranger !== undefined) return [{ field: list, message: '有的栏目不属于这张表。请刷新页面后重试。' }];
  const seen = new Set<string>();
  return parts.flatMap((part): readonly Told[] => {
    const { label = part.label, hidden } = edits[part.key] ?? {};
    const field = `${list}.${part.key}`;
    if (hidden && part.alwaysShown) return [{ field, message: '这一栏不能不列示：没有它，各行或各表无法对应。' }];
    if (hidden) return [];
    const what = { label: '栏目名称', limit: ANNEX_SET_LIMITS.label };
    const problems = textProblems(field, label, COMMON_PLACEHOLDERS, what);
    const place = `${part.side}/${part.parent ?? ''}/${label.trim()}`;
    const isTaken = seen.has(place);
    seen.add(place);
    return isTaken ? [...problems, { field, message: `同一表头下已有“${label.trim()}”，请用不同的名称。` }] : problems;
  });
}

/** Each column once, and none of another table: only a page that is out of date says otherwise. */
function orderProblems(annex: AnnexDefinition, order: readonly string[]): readonly Told[] {
  const movable = new Set(movableKeys(annex));
  if (new Set(order).size === order.length && order.every((key) => movable.has(key))) return [];
  return [{ field: 'columns', message: '栏目的次序有重复，或有的栏目不属于这张表。请刷新页面后重试。' }];
}

/** A table of amounts prints one at least, in each of its lists. */
function hiddenProblems(
  columns: readonly EditablePart[],
  edits: Readonly<Record<string, ColumnEdits>>,
): readonly Told[] {
  const amounts = columns.filter(({ kind }) => kind === 'amount');
  return [...new Set(amounts.map(({ side }) => side))].flatMap((side): readonly Told[] => {
    const ofSide = amounts.filter((column) => column.side === side);
    if (ofSide.some(({ key }) => !edits[key]?.hidden)) return [];
    return [{ field: `columns.${ofSide[0]?.key}`, message: '至少要列示一个金额栏。' }];
  });
}

/** Blank, too long, of more than one line, or with braces that nothing fills. */
function textProblems(
  field: string,
  text: Template,
  allowed: readonly Placeholder[],
  { label, limit }: { readonly label: string; readonly limit: number },
): readonly Told[] {
  if (text.trim() === '') return [{ field, message: `请填写${label}。` }];
  if (Array.from(text).length > limit) return [{ field, message: `${label}最多 ${limit} 个字，请精简。` }];
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is refused
  if (/[\u0000-\u001f]/.test(text) || !text.isWellFormed()) {
    return [{ field, message: `${label}中有换行或无法保存的特殊字符，请删除后重新输入。` }];
  }
  const stray = strayBraces(text, allowed);
  if (stray === null) return [];
  const known = allowed.map(placeholderText).join('、');
  const instead = allowed.length === 0 ? '请删除花括号' : `花括号中只能写 ${known}`;
  return [{ field, message: `${label}中的“${stray}”无法替换，${instead}。` }];
}

function equalTitles(annexes: readonly AnnexDefinition[], edits: AnnexSetEdits): readonly EditProblem[] {
  const seen = new Map<string, number>();
  return annexes.flatMap((annex, index): readonly EditProblem[] => {
    const title = editedAnnex(annex, edits.annexes[annex.id] ?? {}).title.trim();
    const other = seen.get(title);
    if (title === '' || other === undefined) {
      seen.set(title, index);
      return [];
    }
    return [{ annex: annex.id, field: 'title', message: `标题与第 ${other + 1} 张表相同，请用不同的标题。` }];
  });
}
