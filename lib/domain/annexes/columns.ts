import type { AnnexColumn } from './annex-table.ts';
import type { AmountColumn, ColumnDefinition, Template, TextColumn } from './definition.ts';
import type { Selection } from './selection.ts';
import { fillTemplate, type TemplateValues } from './template.ts';

export interface ResolvedText<P extends string> {
  readonly key: string;
  readonly prints: P;
}

export interface ResolvedAmount {
  readonly key: string;
  readonly label: string;
  /** Of the heading right above it; null where there is none. */
  readonly heading: string | null;
  readonly sums: Selection;
  /** Keys of the columns whose sum it is; empty where it is none. */
  readonly totalOf: readonly string[];
  /** Rounded with the others, and not printed. */
  readonly hidden?: true;
}

/** A column tree of one year and organisation, and its leaves by what they hold. */
export interface ResolvedColumns<P extends string> {
  readonly columns: readonly AnnexColumn[];
  readonly texts: readonly ResolvedText<P>[];
  readonly amounts: readonly ResolvedAmount[];
}

/** Fills the years into keys and labels, and sorts the leaves by what they hold. Hidden ones remain as amounts alone. */
export function resolveColumns<P extends string>(
  definitions: readonly ColumnDefinition<P>[],
  values: TemplateValues,
): ResolvedColumns<P> {
  const leaves = placedLeaves(definitions);
  return {
    columns: inPrintedOrder(definitions).flatMap((definition) => annexColumn(definition, values)),
    texts: leaves.flatMap(({ leaf }) =>
      'prints' in leaf && !leaf.hidden ? [{ key: fillTemplate(leaf.key, values), prints: leaf.prints }] : [],
    ),
    amounts: leaves.flatMap(({ leaf, heading }) => ('sums' in leaf ? [resolveAmount(leaf, heading, values)] : [])),
  };
}

/** Columns that stand beside each other, from left to right. */
export function inPrintedOrder<P extends string>(
  definitions: readonly ColumnDefinition<P>[],
): readonly ColumnDefinition<P>[] {
  const placed = definitions.map((definition, index) => {
    const rank = 'rank' in definition ? definition.rank : undefined;
    return { definition, place: rank ?? index };
  });
  return placed.sort((a, b) => a.place - b.place).map(({ definition }) => definition);
}

/** A column that holds cells, with what stands right above it. */
interface PlacedLeaf<P extends string> {
  readonly leaf: TextColumn<P> | AmountColumn;
  readonly heading: Template | null;
}

export function placedLeaves<P extends string>(
  definitions: readonly ColumnDefinition<P>[],
  heading: Template | null = null,
): readonly PlacedLeaf<P>[] {
  return definitions.flatMap((definition) =>
    'children' in definition ? placedLeaves(definition.children, definition.label) : [{ leaf: definition, heading }],
  );
}

function resolveAmount(column: AmountColumn, heading: Template | null, values: TemplateValues): ResolvedAmount {
  return {
    key: fillTemplate(column.key, values),
    label: fillTemplate(column.label, values),
    heading: heading === null ? null : fillTemplate(heading, values),
    sums: column.sums,
    totalOf: (column.totalOf ?? []).map((key) => fillTemplate(key, values)),
    ...(column.hidden && { hidden: true }),
  };
}

/** None where it is hidden; a heading goes with the last column under it. */
function annexColumn<P extends string>(
  definition: ColumnDefinition<P>,
  values: TemplateValues,
): readonly AnnexColumn[] {
  const heading = { key: fillTemplate(definition.key, values), label: fillTemplate(definition.label, values) };
  if ('children' in definition) {
    const children = inPrintedOrder(definition.children).flatMap((child) => annexColumn(child, values));
    return children.length === 0 ? [] : [{ ...heading, children }];
  }
  if (definition.hidden) return [];
  const { width } = definition;
  if ('sums' in definition) return [{ ...heading, width, content: 'amount' }];
  const { content = 'text', indented = false } = definition;
  return [{ ...heading, width, content, ...(indented && { indented }) }];
}
