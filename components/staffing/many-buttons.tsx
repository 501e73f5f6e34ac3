'use client';

import { Button } from '@mantine/core';
import { type Decision, decisionsFor, isWrittenUnasked } from '@/lib/domain/staffing/accept-proposals.ts';
import type { ComparedProposal } from '@/lib/domain/staffing/compare-proposals.ts';
import styles from './proposal-panel.module.css';
import type { ProposalDecisions } from './use-proposal-decisions.ts';

interface ManyButtonsProps {
  compared: readonly ComparedProposal[];
  selected: ReadonlySet<string>;
  many: Pick<ProposalDecisions, 'writeAll' | 'keepAll'>;
  done: () => void;
}

/** Deciding about many: what may be taken unasked, what was selected, what is stale. */
export function ManyButtons({ compared, selected, many, done }: ManyButtonsProps) {
  const unasked = compared.filter(isWrittenUnasked);
  const stale = unasked.filter(({ state }) => state === 'stale');
  const allowing = (decision: Decision) =>
    compared.filter((one) => selected.has(one.id) && decisionsFor(one).includes(decision));
  const chosen = allowing('write');
  const keepable = allowing('keep');
  const replaced = chosen.filter(({ state, differenceFen }) => state === 'typed' && differenceFen !== 0n).length;
  const then = (act: () => void) => () => {
    act();
    done();
  };
  return (
    <div className={styles.buttons}>
      {stale.length > 0 && (
        <Button size="compact-sm" color="orange" onClick={() => many.writeAll(stale)}>
          {`更新过期的（${stale.length}）`}
        </Button>
      )}
      {keepable.length > 0 && (
        <Button size="compact-sm" variant="default" onClick={then(() => many.keepAll(keepable))}>
          {`保留所选（${keepable.length}）`}
        </Button>
      )}
      {selected.size > 0 && (
        <Button
          size="compact-sm"
          variant="default"
          disabled={chosen.length === 0}
          onClick={then(() => many.writeAll(chosen))}
        >
          {`采用所选（${chosen.length}${replaced > 0 ? `，替换 ${replaced} 行` : ''}）`}
        </Button>
      )}
      <Button
        size="compact-sm"
        disabled={unasked.length === 0}
        title="采用没有手工行的各项，更新过期的；手工填过、改过的行和不完整的测算不动"
        onClick={() => many.writeAll(unasked)}
      >
        {`全部采用（${unasked.length}）`}
      </Button>
    </div>
  );
}
