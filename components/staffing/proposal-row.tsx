'use client';

import { Button, Checkbox } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { functionText, linePlace } from '@/lib/domain/checks/wording.ts';
import { codeName } from '@/lib/domain/classification/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type Decision, decisionsFor } from '@/lib/domain/staffing/accept-proposals.ts';
import type { ComparedProposal } from '@/lib/domain/staffing/compare-proposals.ts';
import { ProposalDetail } from './proposal-detail.tsx';
import styles from './proposal-panel.module.css';
import { decisionHint, decisionWord, stateText, stateTone } from './proposal-words.ts';
import { rowInputId } from './use-proposal-keys.ts';

interface ProposalRowProps {
  compared: ComparedProposal;
  /** Whether Tab leads to this row; the others are reached by the arrow keys. */
  isActive: boolean;
  isSelected: boolean;
  onSelect: (selected: boolean) => void;
  onActivate: () => void;
  onDecide: (decision: Decision) => void;
}

/** A proposed line: what stands there, what is calculated and how, and what can be done. */
export function ProposalRow(props: ProposalRowProps) {
  const { compared, isActive, isSelected, onSelect, onActivate, onDecide } = props;
  const { unit, readOnly, workspace, goTo } = useDraft();
  const { edition } = workspace;
  const { functionCode, economicCode, existing, existingFen, computedFen, differenceFen, proposal } = compared;
  const tabIndex = isActive ? 0 : -1;
  const [first] = existing;
  const name = `${functionCode} ${economicCode} ${codeName(edition.economic, economicCode)}`;
  return (
    <tbody className={styles.item} data-active={isActive || undefined} onFocus={onActivate}>
      <tr>
        {!readOnly && (
          <td className={styles.check} rowSpan={2}>
            <Checkbox
              id={rowInputId(compared.id)}
              size="xs"
              aria-label={`选择 ${name}`}
              checked={isSelected}
              tabIndex={tabIndex}
              onChange={(event) => onSelect(event.currentTarget.checked)}
            />
          </td>
        )}
        <th scope="row" title={functionText(edition, functionCode)}>
          <span className={styles.codes}>
            {functionCode} / {economicCode}
          </span>{' '}
          {codeName(edition.economic, economicCode)}
        </th>
        <td className={styles.number}>
          {first ? (
            <button
              type="button"
              className={styles.link}
              tabIndex={tabIndex}
              title="到基本支出查看该行"
              onClick={() => goTo(linePlace(first, 'amountFen'))}
            >
              {formatForEntry(existingFen, unit)}
            </button>
          ) : (
            '—'
          )}
          {existing.length > 1 && <span className={styles.quiet}>（{existing.length} 行）</span>}
        </td>
        <td className={styles.number}>{proposal ? formatForEntry(computedFen, unit) : '—'}</td>
        <td className={styles.number} data-sign={differenceFen < 0n ? 'minus' : undefined}>
          {differenceFen === 0n ? '' : `${differenceFen > 0n ? '+' : ''}${formatForEntry(differenceFen, unit)}`}
        </td>
        <td>
          <span className={styles.state} data-tone={stateTone(compared)}>
            {stateText(compared)}
          </span>
        </td>
        {!readOnly && (
          <td className={styles.actions}>
            {decisionsFor(compared).map((decision) => (
              <Button
                key={decision}
                size="compact-xs"
                variant={decision === 'write' ? 'light' : 'subtle'}
                color={decision === 'remove' ? 'red.9' : undefined}
                tabIndex={tabIndex}
                title={decisionHint(decision)}
                aria-label={`${decisionWord(decision, compared)}：${name}`}
                onClick={() => onDecide(decision)}
              >
                {decisionWord(decision, compared)}
              </Button>
            ))}
          </td>
        )}
      </tr>
      <tr className={styles.detail}>
        <td colSpan={readOnly ? 5 : 6}>
          <ProposalDetail compared={compared} />
        </td>
      </tr>
    </tbody>
  );
}
