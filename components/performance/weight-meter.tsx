'use client';

import { Progress } from '@mantine/core';
import styles from './weight-meter.module.css';

interface WeightMeterProps {
  total: number;
  required: number;
  /** What the total is made of, e.g. 产出 40. */
  parts?: readonly { readonly label: string; readonly weight: number }[];
}

/** How far the weights have got towards the sum that the fiscal year's settings ask for. */
export function WeightMeter({ total, required, parts = [] }: WeightMeterProps) {
  const rest = required - total;
  const state = rest === 0 ? 'done' : rest > 0 ? 'short' : 'over';
  const words = { done: '✓', short: `还差 ${rest} 分`, over: `超出 ${-rest} 分` }[state];
  return (
    <div className={styles.meter} data-state={state}>
      <span>
        权重合计 {total} / {required} {words}
      </span>
      <Progress
        className={styles.bar}
        value={required === 0 ? 100 : Math.min(100, (total / required) * 100)}
        color={{ done: 'green', short: 'orange', over: 'red' }[state]}
        aria-label="权重合计"
      />
      {parts.length > 0 && (
        <span className={styles.parts}>{parts.map(({ label, weight }) => `${label} ${weight}`).join(' · ')}</span>
      )}
    </div>
  );
}
