'use client';

import { createPortal } from 'react-dom';
import type { Suggestion } from './grid-model.ts';
import styles from './suggestion-list.module.css';

const LIST_HEIGHT = 260;

interface SuggestionListProps {
  id: string;
  label: string;
  suggestions: readonly Suggestion[];
  highlighted: number;
  /** The cell that the list belongs to. */
  anchor: DOMRect;
  onChoose: (suggestion: Suggestion) => void;
}

/** Choices under the cell that is being edited, above it where there is no room below. */
export function SuggestionList({ id, label, suggestions, highlighted, anchor, onChoose }: SuggestionListProps) {
  const below = window.innerHeight - anchor.bottom > LIST_HEIGHT || anchor.top < LIST_HEIGHT;
  const place = below ? { top: anchor.bottom } : { bottom: window.innerHeight - anchor.top };
  return createPortal(
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={styles.list}
      style={{ ...place, left: anchor.left, minWidth: Math.max(anchor.width, 120), maxHeight: LIST_HEIGHT }}
    >
      {suggestions.map((suggestion, index) => (
        <div
          key={`${suggestion.value}/${suggestion.label}`}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === highlighted}
          className={styles.option}
          ref={index === highlighted ? scrollIntoList : undefined}
          /* Before the input loses the keyboard. */
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(suggestion);
          }}
        >
          <span className={styles.label}>{suggestion.label}</span>
          {suggestion.detail && <span className={styles.detail}>{suggestion.detail}</span>}
        </div>
      ))}
    </div>,
    document.body,
  );
}

function scrollIntoList(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
