'use client';

import { useState } from 'react';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { parseAmount } from '@/lib/domain/money/parse.ts';
import type { AllocationGround } from '@/lib/domain/start/allocation.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import styles from './matrix.module.css';

interface AllocationCellProps {
  label: string;
  amountFen: Fen;
  ground: AllocationGround | undefined;
  onChange: (amountFen: Fen) => void;
}

/** An amount in 万元; what cannot be read stays as it was typed and says why. */
export function AllocationCell({ label, amountFen, ground, onChange }: AllocationCellProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = typed === null ? null : parseAmount(typed, 'wanYuan');
  const fault = read && !read.ok ? problemMessage(read.error) : null;
  const commit = () => {
    if (!read?.ok) return;
    setTyped(null);
    if ((read.value ?? 0n) !== amountFen) onChange(read.value ?? 0n);
  };
  return (
    <td>
      <input
        className={styles.cell}
        aria-label={label}
        aria-invalid={fault !== null || undefined}
        title={fault ?? undefined}
        inputMode="decimal"
        data-ground={amountFen > 0n ? ground : undefined}
        value={typed ?? (amountFen === 0n ? '' : formatForEntry(amountFen, 'wanYuan'))}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={commit}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'Enter') commit();
          if (event.key === 'Escape') setTyped(null);
        }}
      />
    </td>
  );
}
