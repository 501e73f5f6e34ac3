import { Fragment } from 'react';
import styles from './templates.module.css';

/** A template's text; what stands in braces is marked, for it is filled in or completed. */
export function TemplateWords({ text }: { text: string }) {
  const parts = text.split(/(\{[^{}]*\})/);
  return parts.map((part, index) => {
    const key = index;
    return index % 2 === 1 ? (
      <mark key={key} className={styles.blank}>
        {part}
      </mark>
    ) : (
      <Fragment key={key}>{part}</Fragment>
    );
  });
}
