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
  const left = Math.min(anchor.left, Math.max(0, window.innerWidth - LEAST_WIDTH));
  const option = (suggestion: Suggestion, index: number) => (
    <div
      key={`${suggestion.value}/${suggestion.label}`}
      id={`${id}-${index}`}
      role="option"
      tabIndex={-1}
      aria-selected={index === highlighted}
      className={styles.option}
      ref={index === highlighted ? scrollIntoList : undefined}
      /* Before the input loses the keyboard; the cell around it, which React tells too, was not clicked. */
      onMouseDown={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onChoose(suggestion);
      }}
    >
      <span className={styles.label}>{suggestion.label}</span>
      {suggestion.detail && <span className={styles.detail}>{suggestion.detail}</span>}
    </div>
  );
  return createPortal(
    <div
      id={id}
      role="listbox"
      aria-label={label}
      className={styles.list}
      style={{ ...place, left, minWidth: Math.max(anchor.width, 120), maxHeight: LIST_HEIGHT }}
    >
      {sections(suggestions).map(({ heading, from, entries }) =>
        heading === undefined ? (
          entries.map((entry, index) => option(entry, from + index))
        ) : (
          <div key={heading} role="group" aria-label={heading}>
            <div className={styles.heading} aria-hidden>
              {heading}
            </div>
            {entries.map((entry, index) => option(entry, from + index))}
          </div>
        ),
      )}
    </div>,
    document.querySelector('main') ?? document.body,
  );
}

/** A list of codes and names is at least so wide. */
const LEAST_WIDTH = 360;

interface Section {
  readonly heading: string | undefined;
  /** Position of its first entry in the whole list. */
  readonly from: number;
  readonly entries: readonly Suggestion[];
}

/** The entries by their headings, in the order in which they come. */
function sections(suggestions: readonly Suggestion[]): readonly Section[] {
  const found: (Section & { readonly entries: Suggestion[] })[] = [];
  for (const [index, suggestion] of suggestions.entries()) {
    const last = found.at(-1);
    if (last && last.heading === suggestion.heading) last.entries.push(suggestion);
    else found.push({ heading: suggestion.heading, from: index, entries: [suggestion] });
  }
  return found;
}

function scrollIntoList(option: HTMLElement | null): void {
  option?.scrollIntoView({ block: 'nearest' });
}
