'use client';

import { Radio, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { AmountChoice } from '@/lib/domain/start/last-year-lines.ts';
import styles from './start.module.css';

/** More than a budget ever changes by; what lies beyond is a slip of the keys. */
const MAX_PERCENT = 1_000;

const FAULT = '请填写 -100 到 1000 之间的百分比，最多两位小数，例如 3 或 -5.5。';

/** 金额 kept, cleared or raised. Tells null while the percentage cannot be read. */
export function AmountChoiceFields({ onChange }: { onChange: (choice: AmountChoice | null) => void }) {
  const [kind, setKind] = useState<AmountChoice['kind']>('keep');
  const [text, setText] = useState('3');
  const basisPoints = readPercent(text);
  const change = (next: AmountChoice['kind'], percent: string) => {
    const points = readPercent(percent);
    if (next !== 'raise') onChange({ kind: next });
    else onChange(points === null ? null : { kind: 'raise', basisPoints: points });
  };
  return (
    <div className={styles.amounts}>
      <Radio.Group
        label="收入和基本支出的金额"
        value={kind}
        onChange={(value) => {
          const next = value === 'clear' || value === 'raise' ? value : 'keep';
          setKind(next);
          change(next, text);
        }}
      >
        <div className={styles.radios}>
          <Radio value="keep" label="保留上年金额" />
          <Radio value="clear" label="清空，重新填写" />
          <Radio value="raise" label="按比例增减（得数取整到元）" />
        </div>
      </Radio.Group>
      {kind === 'raise' && (
        <TextInput
          label="增减百分比（减少填负数）"
          size="sm"
          w={220}
          rightSection="%"
          inputMode="decimal"
          value={text}
          error={basisPoints === null ? FAULT : undefined}
          onChange={(event) => {
            setText(event.currentTarget.value);
            change('raise', event.currentTarget.value);
          }}
        />
      )}
    </div>
  );
}

function readPercent(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[\s%]/g, '').replace(/[−–—]/g, '-');
  if (!/^[+-]?\d+(\.\d{1,2})?$/.test(plain)) return null;
  const percent = Number(plain);
  return percent < -100 || percent > MAX_PERCENT ? null : Math.round(percent * 100);
}
