import { formatTime } from '@/components/ui/format-time.ts';
import type { ValueWords } from '@/components/versions/change-words.ts';
import { ROLE_LABELS } from '@/lib/domain/workflow/roles.ts';
import type { RowHistoryEntry } from '@/lib/domain/workflow/row-history.ts';
import { ACT_WORDS, ORIGIN_WORDS, type ToldField, toldFields } from './history-words.ts';
import styles from './row-history.module.css';

/** Longer values stand below each other. */
const LONG = 24;

/** The entries of a row's history, newest first. */
export function RowHistoryList({ entries, words }: { entries: readonly RowHistoryEntry[]; words: ValueWords }) {
  return (
    <ol className={styles.list} aria-label="修改记录">
      {entries.map((entry) => (
        <li key={entry.id} className={styles.entry} data-act={entry.act}>
          <p className={styles.head}>
            <time dateTime={entry.at}>{formatTime(entry.at)}</time>
            <strong>
              {entry.actorName ?? '系统'}
              {entry.role && `（${ROLE_LABELS[entry.role]}）`}
            </strong>
            {entry.versionNumber !== null && <span>第 {entry.versionNumber} 版</span>}
            <span>{ACT_WORDS[entry.act]}</span>
            {entry.origin && <span className={styles.origin}>{ORIGIN_WORDS[entry.origin]}</span>}
          </p>
          <Fields fields={toldFields(entry, words)} />
        </li>
      ))}
    </ol>
  );
}

function Fields({ fields }: { fields: readonly ToldField[] }) {
  if (fields.length === 0) return null;
  return (
    <dl className={styles.fields}>
      {fields.map(({ field, label, before, after }) => (
        <div key={field} className={styles.field} data-long={isLong(before) || isLong(after) || undefined}>
          <dt>{label}</dt>
          <dd>
            {before !== null && <del>{before}</del>}
            {before !== null && after !== null && (
              <>
                <span aria-hidden> → </span>
                <span className="visually-hidden">改为</span>
              </>
            )}
            {after !== null && <ins>{after}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function isLong(text: string | null): boolean {
  return text !== null && text.length > LONG;
}
