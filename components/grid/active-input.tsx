'use client';

import { type KeyboardEvent, useId, useLayoutEffect, useRef } from 'react';
import styles from './grid.module.css';
import { startEditing } from './grid-commands.ts';
import type { CellView, ColumnLayout, GridItem } from './grid-model.ts';
import { SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

interface ActiveInputProps {
  item: GridItem;
  column: ColumnLayout;
  view: CellView;
  label: string;
  /** The id of what says what is wrong with the cell. */
  noteId: string;
  /** Whether the grid has the keyboard: only then the cell takes it. */
  wantsKeyboard: () => boolean;
  commit: (input: HTMLInputElement) => void;
}

/**
 * The active cell always holds a real input with its text selected, so that the first key typed overwrites it: also
 * the first key of a Chinese input method, which no key handler could pass on.
 */
export function ActiveInput({ item, column, view, label, noteId, wantsKeyboard, commit }: ActiveInputProps) {
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const suggestions = useSuggestions(column.hasChoices ? (typed) => item.suggest(column.id, typed) : null, input);
  /* Before the next key can come. */
  useLayoutEffect(() => {
    const element = input.current;
    if (!element) return;
    if (wantsKeyboard()) {
      element.focus({ preventScroll: true });
      element.select();
    }
    /* Where something else takes the cell away (a finding that is gone to, another page) what was typed is kept. */
    return () => commit(element);
  }, [wantsKeyboard, commit]);

  const choose = (value: string) => {
    if (!input.current) return;
    input.current.value = value;
    input.current.dataset.mode = 'edit';
    suggestions.close();
    commit(input.current);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || !column.hasChoices || view.readOnly) return;
    if (event.altKey && event.key === 'ArrowDown') {
      event.preventDefault();
      startEditing(event.currentTarget);
      suggestions.openAll();
    } else if (event.key === 'F2') suggestions.openAll();
    else if (suggestions.key(event)) {
      event.preventDefault();
      event.stopPropagation();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      /* The key itself goes on to the grid, which commits and moves. */
      event.currentTarget.value = suggestions.chosen() ?? event.currentTarget.value;
    }
  };
  return (
    <>
      <input
        ref={input}
        className={styles.input}
        defaultValue={view.text}
        readOnly={view.readOnly}
        aria-label={label}
        aria-describedby={noteId}
        aria-invalid={view.rejected !== null || view.finding?.severity === 'error' || undefined}
        autoComplete="off"
        spellCheck={false}
        onKeyDown={onKeyDown}
        onInput={(event) => {
          const { dataset } = event.currentTarget;
          if (dataset.mode !== 'edit') dataset.mode = 'edit';
          suggestions.typed(event.currentTarget.value);
        }}
        onBlur={(event) => {
          suggestions.close();
          commit(event.currentTarget);
        }}
        {...(column.hasChoices && !view.readOnly && suggestions.comboboxProps(listId))}
      />
      {column.hasChoices && !view.readOnly && (
        <button
          type="button"
          tabIndex={-1}
          aria-label="打开选项"
          className={styles.opener}
          onMouseDown={(event) => {
            event.preventDefault();
            event.stopPropagation();
            if (!input.current) return;
            input.current.focus();
            startEditing(input.current);
            if (suggestions.anchor) suggestions.close();
            else suggestions.openAll();
          }}
        >
          ▾
        </button>
      )}
      {suggestions.anchor && suggestions.list.length > 0 && (
        <SuggestionList
          id={listId}
          label={`${column.header}选项`}
          suggestions={suggestions.list}
          highlighted={suggestions.highlighted}
          anchor={suggestions.anchor}
          onChoose={({ value }) => choose(value)}
        />
      )}
    </>
  );
}
