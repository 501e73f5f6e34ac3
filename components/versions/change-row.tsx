import { SECTION_LABELS } from '@/lib/domain/checks/finding.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { BudgetChange } from '@/lib/domain/versions/compare-budgets.ts';
import type { ComparedFigure } from '@/lib/domain/versions/compared-figures.ts';
import { fieldLabel } from '@/lib/messages/field-labels.ts';
import { changeLabel, detailWords, percentWords, STATUS_WORDS, signedYuan, type ValueWords } from './change-words.ts';
import styles from './changes.module.css';

/** What can be done with a change, and what is known of it beside the two budgets. */
export interface ChangeContext {
  readonly words: ValueWords;
  /** What stood last year, where the base is not last year itself and last year is known. */
  readonly lastYear: ReadonlyMap<string, ComparedFigure> | null;
  readonly isUnexplained: (change: BudgetChange) => boolean;
  /** Why it changed, in the unit's words; blank: nothing was said. */
  readonly reasonFor: (change: BudgetChange) => string;
  readonly onOpen: (change: BudgetChange) => void;
  /** Absent where nobody remarks on rows. */
  readonly remarks?: {
    readonly countOn: (change: BudgetChange) => number;
    /** Whether a remark can be written on it: it is a row that this budget's versions know. */
    readonly canRemark: (change: BudgetChange) => boolean;
    readonly write: (change: BudgetChange) => void;
  };
}

interface ChangeRowProps {
  change: BudgetChange;
  context: ChangeContext;
}

/** The cells of one change: what it is, what each field said and says, its money, its difference on the base and on last year. */
export function ChangeCells({ change, context }: ChangeRowProps) {
  const { remarks, lastYear } = context;
  return (
    <>
      <td className={styles.status}>{STATUS_WORDS[change.status]}</td>
      <td>
        <What change={change} context={context} />
      </td>
      <td className={styles.numeric}>
        <OldAndNew change={change} />
      </td>
      <td className={styles.numeric}>
        {change.changeFen !== null && change.changeFen !== 0n && (
          <Difference
            beforeFen={change.beforeFen}
            afterFen={change.afterFen}
            title={change.keys.length > 1 ? `同类 ${change.keys.length} 行合计` : undefined}
          />
        )}
      </td>
      {lastYear && (
        <td className={styles.numeric}>
          <OnLastYear figure={lastYear.get(change.key)} />
        </td>
      )}
      {remarks && (
        <td className={styles.remark}>
          {remarks.canRemark(change) && (
            <button type="button" className={styles.button} onClick={() => remarks.write(change)}>
              {remarks.countOn(change) > 0 ? `批注 ${remarks.countOn(change)}` : '批注'}
            </button>
          )}
        </td>
      )}
    </>
  );
}

function What({ change, context }: ChangeRowProps) {
  const { words, onOpen, isUnexplained, reasonFor } = context;
  const reason = reasonFor(change);
  const detail = change.status === 'changed' ? '' : detailWords(change, words);
  return (
    <>
      <span className={styles.section}>{SECTION_LABELS[change.section]}</span>
      <button type="button" className={styles.open} onClick={() => onOpen(change)}>
        {changeLabel(change)}
      </button>
      {change.keys.length > 1 && <span className={styles.quiet}>（同类 {change.keys.length} 行）</span>}
      {change.status === 'changed' &&
        change.fields.map(({ field, before, after }) => (
          <div key={field} className={styles.field}>
            {change.collection !== null && <span className={styles.quiet}>{fieldLabel(field)}：</span>}
            <del>{words(field, before)}</del> <ins>{words(field, after)}</ins>
          </div>
        ))}
      {detail !== '' && <div className={styles.detail}>{detail}</div>}
      {reason !== '' && <div className={styles.detail}>原因：{reason}</div>}
      {isUnexplained(change) && <span className={styles.unexplained}>未说明原因</span>}
    </>
  );
}

function OldAndNew({ change: { status, beforeFen, afterFen, changeFen } }: { change: BudgetChange }) {
  if (changeFen === null) return null;
  if (changeFen === 0n && status === 'changed') return formatForEntry(afterFen, 'yuan');
  return (
    <>
      {beforeFen !== null && <del>{formatForEntry(beforeFen, 'yuan')}</del>}
      {afterFen !== null && <ins>{formatForEntry(afterFen, 'yuan')}</ins>}
    </>
  );
}

function Difference({
  beforeFen,
  afterFen,
  title,
}: Pick<BudgetChange, 'beforeFen' | 'afterFen'> & { title: string | undefined }) {
  const changeFen = (afterFen ?? 0n) - (beforeFen ?? 0n);
  return (
    <span title={title} className={styles.change} data-negative={changeFen < 0n || undefined}>
      {signedYuan(changeFen)}
      <small>{percentWords(beforeFen, afterFen)}</small>
    </span>
  );
}

function OnLastYear({ figure }: { figure: ComparedFigure | undefined }) {
  if (!figure) return null;
  if (figure.beforeFen === figure.afterFen) return <span className={styles.quiet}>持平</span>;
  return <Difference {...figure} title={`上年 ${formatForEntry(figure.beforeFen, 'yuan')} 元`} />;
}
