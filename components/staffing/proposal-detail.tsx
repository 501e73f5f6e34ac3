'use client';

import { useDraft } from '@/components/workspace/draft-context.tsx';
import { groupBy } from '@/lib/domain/group-by.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { ComparedProposal } from '@/lib/domain/staffing/compare-proposals.ts';
import type { Standard } from '@/lib/domain/staffing/standard.ts';
import styles from './proposal-panel.module.css';

/** How a proposal comes about: the formula, the standards behind it, and all that should be known before accepting it. */
export function ProposalDetail({ compared }: { compared: ComparedProposal }) {
  const { unit } = useDraft();
  const { proposal, accepted, hasChanged, elsewhere, state } = compared;
  return (
    <>
      {proposal && <div className={styles.formula}>{proposal.formula}</div>}
      {accepted && hasChanged && <div className={styles.before}>采用时：{accepted.formula}</div>}
      {proposal && <div className={styles.quiet}>依据：{basisText(proposal.standards)}</div>}
      {state === 'obsolete' && <div className={styles.before}>现在的人员登记和支出标准不再测算此项。</div>}
      {proposal?.fault && <div className={styles.fault}>{proposal.fault}，不能采用。</div>}
      {proposal && proposal.missing.length > 0 && (
        <div className={styles.before}>测算不完整：{proposal.missing.join('；')}。</div>
      )}
      {state === 'new' && elsewhere.length > 0 && (
        <div className={styles.before}>
          同一经济科目另在 {[...new Set(elsewhere.map(({ functionCode }) => functionCode))].join('、')} 列有{' '}
          {formatForEntry(sumFen(elsewhere.map(({ amountFen }) => amountFen)), unit)}，采用前请核对是否重复。
        </div>
      )}
    </>
  );
}

/** The documents behind a line; standards are named where there are several, and those that say the same together. */
function basisText(standards: readonly Standard[]): string {
  const alike = [...groupBy(standards, remarksOf)];
  if (alike.length === 1) return alike[0]?.[0] ?? '';
  return alike.map(([remarks, same]) => `${same.map(({ name }) => name).join('、')}（${remarks}）`).join('；');
}

function remarksOf({ document, unverified, note }: Standard): string {
  return [document, ...(note === '' ? [] : [note]), ...(unverified ? ['标准未经核对'] : [])].join('，');
}
