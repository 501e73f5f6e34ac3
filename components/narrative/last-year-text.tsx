import type { NarrativeParagraph } from '@/lib/domain/narrative/narrative-document.ts';
import styles from './narrative-editor.module.css';

interface LastYearTextProps {
  /** The paragraphs that last year's wording consists of; none: last year had no such paragraph. */
  paragraphs: readonly NarrativeParagraph[];
  name: string;
}

/** What last year's text said in a paragraph, beside this year's. */
export function LastYearText({ paragraphs, name }: LastYearTextProps) {
  return (
    <div className={styles.lastYear} role="note" aria-label={`上年：${name}`}>
      {paragraphs.length === 0 && <span className={styles.none}>上年没有这一段。</span>}
      {paragraphs.map(({ id, lead, runs }) => (
        <p key={id} className={styles.lastYearParagraph}>
          {lead && <span className={styles.lead}>{lead}</span>}
          {runs.map(({ text }) => text).join('')}
        </p>
      ))}
    </div>
  );
}
