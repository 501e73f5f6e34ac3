import type { AnnexColumn } from './annex-table.ts';
import type { AmountColumn, ColumnDefinition, TextColumn } from './definition.ts';
import type { Selection } from './selection.ts';
import { fillTemplate, type TemplateValues } from './template.ts';

export interface ResolvedText<P extends string> {
  readonly key: string;
  readonly prints: P;
}

export interface ResolvedAmount {
  readonly key: string;
  readonly sums: Selection;
  /** Keys of the columns whose sum it is; empty where it is none. */
  readonly totalOf: readonly string[];
}

/** A column tree of one year and organisation, and its leaves by what they hold. */
export interface ResolvedColumns<P extends string> {
  readonly columns: readonly AnnexColumn[];
  readonly texts: readonly ResolvedText<P>[];
  readonly amounts: readonly ResolvedAmount[];
}

/** Fills the years into keys and labels, and sorts the leaves by what they hold. */
export function resolveColumns<P extends string>(
  definitions: readonly ColumnDefinition<P>[],
  values: TemplateValues,
): ResolvedColumns<P> {
  const leaves = leafDefinitions(definitions);
  return {
    columns: definitions.map((definition) => annexColumn(definition, values)),
    texts: leaves.flatMap((leaf) =>
      'prints' in leaf ? [{ key: fillTemplate(leaf.key, values), prints: leaf.prints }] : [],
    ),
    amounts: leaves.flatMap((leaf) => ('sums' in leaf ? [resolveAmount(leaf, values)] : [])),
  };
}

function leafDefinitions<P extends string>(
  definitions: readonly ColumnDefinition<P>[],
): readonly (TextColumn<P> | AmountColumn)[] {
  return definitions.flatMap((definition) =>
    'children' in definition ? leafDefinitions(definition.children) : [definition],
  );
}

function resolveAmount(column: AmountColumn, values: TemplateValues): ResolvedAmount {
  return {
    key: fillTemplate(column.key, values),
    sums: column.sums,
    totalOf: (column.totalOf ?? []).map((key) => fillTemplate(key, values)),
  };
}

function annexColumn<P extends string>(definition: ColumnDefinition<P>, values: TemplateValues): AnnexColumn {
  const heading = { key: fillTemplate(definition.key, values), label: fillTemplate(definition.label, values) };
  if ('children' in definition) {
    return { ...heading, children: definition.children.map((child) => annexColumn(child, values)) };
  }
  const { width } = definition;
  if ('sums' in definition) return { ...heading, width, content: 'amount' };
  const { content = 'text', indented = false } = definition;
  return { ...heading, width, content, ...(indented && { indented }) };
}
