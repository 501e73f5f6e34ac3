import { availableParallelism } from 'node:os';
import type { Measure, Samples } from './measure.ts';
import { median, p95 } from './statistics.ts';

interface Line {
  readonly measure: Measure;
  readonly label: string;
  readonly unit: 'ms' | 'MB';
  /** The longest median, by how many times the processor is slowed down. */
  readonly targets?: Readonly<Record<number, number>>;
}

const LINES: readonly Line[] = [
  { measure: 'firstRow', label: 'first row painted after navigation', unit: 'ms' },
  { measure: 'ready', label: 'grid answers keys after navigation', unit: 'ms' },
  { measure: 'arrow', label: 'arrow key → paint', unit: 'ms', targets: { 1: 30, 4: 100 } },
  { measure: 'arrowEvent', label: 'arrow key → paint (Event Timing)', unit: 'ms' },
  { measure: 'commitTotal', label: 'commit → total painted', unit: 'ms', targets: { 1: 30, 4: 120 } },
  { measure: 'commitPreview', label: 'commit → total and annex painted', unit: 'ms', targets: { 1: 30, 4: 120 } },
  { measure: 'paste', label: 'paste 1,000 × 6 → checks painted', unit: 'ms', targets: { 1: 60, 4: 300 } },
  { measure: 'heapOpened', label: 'JS heap after GC, opened', unit: 'MB' },
  { measure: 'heapWorked', label: 'JS heap after GC, after the work', unit: 'MB' },
];

const HEADINGS = ['', 'n', '明算', 'p95', 'AG Grid', 'p95', 'ratio', 'target', 'met'];

export interface Measured {
  readonly slowdown: number;
  readonly product: Samples;
  readonly peer: Samples;
}

/** The figures as a table in Markdown; ratio: our median to the peer's. */
export function table({ slowdown, product, peer }: Measured): string {
  const rows = LINES.map(({ measure, label, unit, targets }) => {
    const [ours, theirs] = [product[measure], peer[measure]];
    const target = targets?.[slowdown];
    const hasOurs = ours.length > 0;
    return [
      label,
      String(ours.length),
      ...figures(ours, unit),
      ...figures(theirs, unit),
      hasOurs && theirs.length > 0 ? (median(ours) / median(theirs)).toFixed(2) : '–',
      target === undefined ? '–' : `≤ ${target} ms`,
      target === undefined || !hasOurs ? '–' : median(ours) <= target ? 'yes' : 'no',
    ];
  });
  return [HEADINGS, HEADINGS.map((_, index) => (index === 0 ? '---' : '---:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

function figures(values: readonly number[], unit: Line['unit']): readonly string[] {
  if (values.length === 0) return ['–', '–'];
  const shown = (value: number) => (unit === 'MB' ? `${(value / 1_048_576).toFixed(1)} MB` : `${value.toFixed(1)} ms`);
  return [shown(median(values)), shown(p95(values))];
}

/** On what was measured; a load before the run of more than a little spoils the figures. */
export function machine(browserVersion: string, loadBefore: number): string {
  const { node } = process.versions;
  const cores = `${availableParallelism()} cores (load before the run ${loadBefore.toFixed(1)})`;
  return `${cores}, ${process.platform} ${process.arch}, Node ${node}, headless Chromium ${browserVersion}`;
}
