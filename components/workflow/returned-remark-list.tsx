import { Anchor } from '@mantine/core';
import type { ReturnedRemark, ReturnedRemarks, RowFate } from '@/lib/domain/workflow/returned-remarks.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import styles from './returned-remarks.module.css';

/** How a screen names what remarks are on, and leads there. */
export interface RemarkPlaces {
  /** Null: on the whole. */
  readonly nameOf: (remark: ReviewComment) => string | null;
  /** Absent where there is nowhere to go. */
  readonly goOf: (remark: ReviewComment) => (() => void) | undefined;
}

const FATES: Readonly<Record<RowFate, string>> = {
  changed: '所在内容已修改',
  unchanged: '所在内容未改动',
  removed: '所在行已删除',
};

/** E.g. `3 条，已处理 1 条，待处理 2 条`. */
export function returnedCounts({ remarks, open }: ReturnedRemarks): string {
  return `${remarks.length} 条，已处理 ${remarks.length - open} 条，待处理 ${open} 条`;
}

interface ReturnedRemarkListProps extends RemarkPlaces {
  returned: ReturnedRemarks;
}

/** The remarks that went with a return: settled or not, whether what they are on was changed since, and the way there. */
export function ReturnedRemarkList({ returned, nameOf, goOf }: ReturnedRemarkListProps) {
  return (
    <ul className={styles.list} aria-label={`随第 ${returned.version.number} 版退回的意见`}>
      {returned.remarks.map((returnedRemark) => {
        const { remark, isSettled } = returnedRemark;
        const facts = factsOf(returnedRemark);
        return (
          <li key={remark.id} className={styles.item} data-settled={isSettled}>
            <span className={styles.state}>{isSettled ? '已处理' : '待处理'}</span>
            <div className={styles.words}>
              <div className={styles.head}>
                <RemarkName name={nameOf(remark)} go={goOf(remark)} />
                {facts.length > 0 && <span className={styles.facts}>{facts.join(' · ')}</span>}
              </div>
              <span className={styles.text}>{remark.text}</span>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function factsOf({ fate, isAnswered }: ReturnedRemark): readonly string[] {
  return [...(fate === null ? [] : [FATES[fate]]), ...(isAnswered ? ['已回复'] : [])];
}

function RemarkName({ name, go }: { name: string | null; go: (() => void) | undefined }) {
  if (!go) return <b>{name ?? '整份预算'}</b>;
  return (
    <Anchor component="button" type="button" size="sm" ta="start" onClick={go}>
      {name}
    </Anchor>
  );
}
