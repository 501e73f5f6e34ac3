import type { Row } from '@/lib/domain/budget/row.ts';

/** A computed parent: the rows of a list whose code begins with its own. */
export interface RowGroup<R> {
  readonly id: string;
  readonly code: string;
  /** All rows below it, hidden ones too; sums are taken over these. */
  readonly rows: readonly R[];
}

/** How the rows of a list are gathered under computed parents. */
export interface RowGrouping<R> {
  /** What it groups by: the same word for the same parents. */
  readonly id: string;
  /** The codes a row stands under, outermost first; none where it bears no code yet. Best the same list for the same code. */
  readonly pathOf: (row: R) => readonly string[];
  /** Whether a parent with so many rows is worth a row of its own. */
  readonly isShown?: (code: string, rowCount: number) => boolean;
  /** What a parent is called. */
  readonly titleOf: (code: string) => string;
  /** The columns that show a parent's code and name. */
  readonly codeColumn: string;
  readonly nameColumn: string;
  readonly nameOf: (code: string) => string;
  /** What a row that is inserted below another takes over from it, to stand under the same parents. */
  readonly inherit: (row: R) => Partial<R>;
}

/** Where rows stand that have just changed: they take their new place when the keyboard leaves them. */
export type HeldPlaces = ReadonlyMap<string, readonly string[]>;

/** A row or parent in the order in which a grid shows them. */
export type GroupedEntry<R> =
  | { readonly kind: 'line'; readonly row: R; readonly level: number }
  | { readonly kind: 'group'; readonly group: RowGroup<R>; readonly level: number; readonly expanded: boolean };

interface Node<R> {
  readonly code: string;
  readonly members: R[];
  readonly shown: R[];
  readonly children: Map<string, Node<R>>;
}

/**
 * Puts rows under their computed parents, parents in the order of their codes, rows in the order of their list. Rows
 * without a code stand last.
 *
 * @param collapsed ids of the parents whose rows are hidden
 */
export function groupRows<R extends Row>(
  rows: readonly R[],
  grouping: RowGrouping<R>,
  collapsed: ReadonlySet<string>,
  held: HeldPlaces,
): readonly GroupedEntry<R>[] {
  const root: Node<R> = newNode('');
  const last: R[] = [];
  const nodesOf = nodeFinder(root);
  for (const row of rows) {
    const nodes = nodesOf(grouping.pathOf(row));
    for (const node of nodes) node.members.push(row);
    const place = held.size === 0 ? undefined : held.get(row.key);
    const node = (place ? nodesOf(place) : nodes).at(-1);
    if (node) node.shown.push(row);
    else last.push(row);
  }
  const entries: GroupedEntry<R>[] = [];
  for (const child of inOrder(root)) addEntries(child, 0, { grouping, collapsed, entries });
  for (const row of last) entries.push({ kind: 'line', row, level: 0 });
  return entries;
}

export function groupId(groupingId: string, code: string): string {
  return `${groupingId}:${code}`;
}

function newNode<R>(code: string): Node<R> {
  return { code, members: [], shown: [], children: new Map() };
}

/** Finds the nodes of a path, made where they are missing. Paths come again and again: each is walked once. */
function nodeFinder<R>(root: Node<R>): (path: readonly string[]) => readonly Node<R>[] {
  const known = new Map<readonly string[], readonly Node<R>[]>();
  return (path) => {
    const found = known.get(path) ?? walk(root, path);
    known.set(path, found);
    return found;
  };
}

function walk<R>(root: Node<R>, path: readonly string[]): readonly Node<R>[] {
  let node = root;
  return path.map((code) => {
    const child = node.children.get(code) ?? newNode<R>(code);
    node.children.set(code, child);
    node = child;
    return child;
  });
}

function inOrder<R>({ children }: Node<R>): readonly Node<R>[] {
  return [...children.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

interface Adding<R> {
  readonly grouping: RowGrouping<R>;
  readonly collapsed: ReadonlySet<string>;
  readonly entries: GroupedEntry<R>[];
}

function addEntries<R>(node: Node<R>, level: number, adding: Adding<R>): void {
  /* All its rows are held elsewhere: it comes with them. */
  if (!hasShownRows(node)) return;
  const { grouping, collapsed, entries } = adding;
  const isShown = grouping.isShown?.(node.code, node.members.length) ?? true;
  const id = groupId(grouping.id, node.code);
  const expanded = !isShown || !collapsed.has(id);
  if (isShown) entries.push({ kind: 'group', group: { id, code: node.code, rows: node.members }, level, expanded });
  if (!expanded) return;
  const below = isShown ? level + 1 : level;
  for (const row of node.shown) entries.push({ kind: 'line', row, level: below });
  for (const child of inOrder(node)) addEntries(child, below, adding);
}

function hasShownRows<R>(node: Node<R>): boolean {
  return node.shown.length > 0 || [...node.children.values()].some(hasShownRows);
}
