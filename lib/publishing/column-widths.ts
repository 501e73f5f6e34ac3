import { type AnnexColumn, type AnnexTable, leafColumns } from '@/lib/domain/annexes/annex-table.ts';
import { cellText } from '@/lib/domain/annexes/cell-text.ts';
import { textWidth } from './text-width.ts';

/** All widths are in half-width characters of the table's body. */
interface Demand {
  /** Below this a figure or a code would be broken or clipped. */
  readonly need: number;
  /** At this width the column reads well. */
  readonly want: number;
}

export interface ColumnWidths {
  /** One width a leaf column; their sum is the page's width or, where figures would be clipped, more. */
  readonly widths: readonly number[];
  /** Whether every column got what it wants, what it needs, or less than that. */
  readonly ease: 'wanted' | 'needed' | 'clipped';
  /** By how much the type must shrink for the widths to fit on the page: 1 where they fit. */
  readonly scale: number;
}

/** Room for the cell's padding left and right. */
export const PADDING = 2;
const MAX_TEXT = 36;
const MIN_TEXT = 12;
/** Into how many lines a heading may break: comfortably, and at worst. */
const HEADING_LINES = 2;
const HEADING_LINES_AT_WORST = 4;
const SHORT_HEADING = 8;
const INDENT_PER_LEVEL = 2;

/**
 * Widths of a table's leaf columns on a page that holds `pageWidth` half-width characters. Contents come first: where
 * there is room to spare it goes to the columns by their declared widths, where room is short text wraps before a
 * figure is clipped.
 */
export function columnWidths(table: AnnexTable, pageWidth: number): ColumnWidths {
  const leaves = leafColumns(table.columns);
  const demands = demandsOf(table, leaves);
  const needs = sum(demands.map(({ need }) => need));
  const wants = sum(demands.map(({ want }) => want));
  if (needs > pageWidth) return { widths: demands.map(({ need }) => need), ease: 'clipped', scale: pageWidth / needs };
  if (wants > pageWidth) {
    const given = (pageWidth - needs) / (wants - needs);
    return { widths: demands.map(({ need, want }) => need + (want - need) * given), ease: 'needed', scale: 1 };
  }
  const shares = declaredShares(leaves) ?? demands.map(({ want }) => want / wants);
  const lacks = demands.map(({ want }, index) => Math.max(0, (shares[index] ?? 0) * pageWidth - want));
  const given = (pageWidth - wants) / (sum(lacks) || 1);
  return { widths: demands.map(({ want }, index) => want + (lacks[index] ?? 0) * given), ease: 'wanted', scale: 1 };
}

const knownDemands = new WeakMap<AnnexTable, readonly Demand[]>();

/** Of each column; a page is tried at several sizes of type, and a column wants the same in each. */
function demandsOf(table: AnnexTable, leaves: readonly AnnexColumn[]): readonly Demand[] {
  const known = knownDemands.get(table);
  if (known) return known;
  const demands = leaves.map((leaf, index) => demandOf(leaf, table, index === 0));
  knownDemands.set(table, demands);
  return demands;
}

/** Each column's part of the whole, where every column declares its width. */
function declaredShares(leaves: readonly AnnexColumn[]): readonly number[] | null {
  const declared = leaves.flatMap(({ width }) => (width === undefined ? [] : [width]));
  const total = sum(declared);
  return declared.length === leaves.length && total > 0 ? declared.map((width) => width / total) : null;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function demandOf(leaf: AnnexColumn, table: AnnexTable, isFirst: boolean): Demand {
  const labels = isFirst && table.print.layout === 'form' ? table.fields.map(({ label }) => textWidth(label)) : [];
  const heading = Math.max(textWidth(leaf.label), ...labels);
  const deepest = leaf.indented ? Math.max(0, ...table.rows.map(({ level }) => level)) * INDENT_PER_LEVEL : 0;
  const body = Math.max(0, ...table.rows.map((row) => textWidth(cellText(row.cells[leaf.key]) ?? ''))) + deepest;
  const breakable = leaf.content === 'text' || leaf.content === undefined;
  return {
    need:
      Math.max(breakable ? Math.min(body, MIN_TEXT) : body, brokenWidth(heading, HEADING_LINES_AT_WORST), 4) + PADDING,
    want: Math.max(Math.min(body, MAX_TEXT), comfortableHeading(heading), 6) + PADDING,
  };
}

/** A short heading stands on one line, a longer one on two. */
function comfortableHeading(width: number): number {
  return width <= SHORT_HEADING ? width : brokenWidth(width, HEADING_LINES);
}

/** Width of a heading broken into lines of whole Chinese characters. */
function brokenWidth(width: number, lines: number): number {
  return Math.ceil(width / 2 / lines) * 2;
}
