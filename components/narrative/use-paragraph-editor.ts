'use client';

import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import {
  formatPassage,
  lengthOfParts,
  type PassageParts,
  replaceParts,
  textPart,
} from '@/lib/domain/narrative/passage-text.ts';
import { readClipboard, writeClipboard } from './clipboard.ts';
import { type ChipText, chipAt, drawParts, readParts, refreshChips, select, selectionIn } from './passage-dom.ts';

const IDLE_MS = 1_500;

export interface Selected {
  readonly start: number;
  readonly end: number;
}

/** What the tools do to the paragraph that is being worded. */
export interface ParagraphHandle {
  /** Puts parts in place of the selection, or of a stretch, and the caret behind them. */
  readonly insert: (parts: PassageParts, at?: Selected) => void;
  readonly focus: (at?: Selected) => void;
}

interface ParagraphEditorOptions {
  readonly parts: PassageParts;
  readonly chipText: ChipText;
  readonly readOnly: boolean;
  /** Whether a pause saves: not words that would jump under the caret when saved. */
  readonly mayCommitIdle: (parts: PassageParts) => boolean;
  /** Takes the words over; false when they can't be taken, and stay as they are. */
  readonly onCommit: (parts: PassageParts) => boolean;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onPick: () => void;
  readonly onSelect: (selected: Selected | null) => void;
}

/**
 * An editable element over the parts of a passage. The browser types into it, so that every input method works; what it
 * holds is read back after each input and saved when one leaves it or pauses. Everything else (figures, paste, line
 * breaks) is done to the parts, which are then drawn anew.
 */
export function useParagraphEditor(root: RefObject<HTMLElement | null>, options: ParagraphEditorOptions) {
  const { parts, chipText, readOnly } = options;
  /** What is typed and not taken over yet; null: nothing. */
  const [typed, setTyped] = useState<PassageParts | null>(null);
  const isDirty = useRef(false);
  const isComposing = useRef(false);
  const lastSelected = useRef<Selected | null>(null);
  const latest = useRef(options);
  useLayoutEffect(() => {
    latest.current = options;
  });

  const draw = useCallback(
    (next: PassageParts, at: Selected | null) => {
      const element = root.current;
      if (!element) return;
      drawParts(element, next, latest.current.chipText);
      if (at) select(element, at.start, at.end);
      lastSelected.current = at ?? lastSelected.current;
    },
    [root],
  );

  useLayoutEffect(() => {
    const element = root.current;
    if (!element || isComposing.current) return;
    if (typed === null && formatPassage(readParts(element)) !== formatPassage(parts)) {
      const selected = document.activeElement === element ? selectionIn(element) : null;
      const length = lengthOfParts(parts);
      draw(parts, selected && { start: Math.min(selected.start, length), end: Math.min(selected.end, length) });
    } else refreshChips(element, chipText);
  }, [root, parts, chipText, typed, draw]);

  const take = useCallback((next: PassageParts) => {
    isDirty.current = true;
    setTyped(next);
  }, []);

  const commit = useCallback(() => {
    const element = root.current;
    if (!element || isComposing.current || !isDirty.current) return;
    if (!latest.current.onCommit(readParts(element))) return;
    isDirty.current = false;
    setTyped(null);
  }, [root]);

  useEffect(() => {
    if (typed === null || !latest.current.mayCommitIdle(typed)) return;
    const timer = setTimeout(commit, IDLE_MS);
    return () => clearTimeout(timer);
  }, [typed, commit]);
  /* Before the element is gone: what was typed last is not lost with the page. */
  useLayoutEffect(() => commit, [commit]);

  const insert = useCallback(
    (inserted: PassageParts, at?: Selected) => {
      const element = root.current;
      if (!element || latest.current.readOnly) return;
      const now = readParts(element);
      const { start, end } = at ??
        selectionIn(element) ??
        lastSelected.current ?? { start: lengthOfParts(now), end: lengthOfParts(now) };
      const caret = start + lengthOfParts(inserted);
      const next = replaceParts(now, start, end, inserted);
      element.focus();
      draw(next, { start: caret, end: caret });
      take(next);
      latest.current.onSelect({ start: caret, end: caret });
    },
    [root, draw, take],
  );

  useEffect(() => {
    const element = root.current;
    if (!element || readOnly) return;
    return listen(element, { latest, isComposing, lastSelected, insert, take, commit });
  }, [root, readOnly, insert, take, commit]);

  const discard = useCallback(() => {
    isDirty.current = false;
    setTyped(null);
  }, []);
  const focus = useCallback(
    (at?: Selected) => {
      root.current?.focus();
      const place = at ?? lastSelected.current;
      if (root.current && place) select(root.current, place.start, place.end);
    },
    [root],
  );
  return { now: typed ?? parts, isDirty: typed !== null, insert, focus, commit, discard };
}

interface Wiring {
  readonly latest: RefObject<ParagraphEditorOptions>;
  readonly isComposing: RefObject<boolean>;
  readonly lastSelected: RefObject<Selected | null>;
  readonly insert: (parts: PassageParts, at?: Selected) => void;
  readonly take: (parts: PassageParts) => void;
  readonly commit: () => void;
}

type Listen = <K extends keyof HTMLElementEventMap>(type: K, listener: (event: HTMLElementEventMap[K]) => void) => void;

/** Native listeners: React's own come too late to keep the browser from changing the nodes. */
function listen(element: HTMLElement, wiring: Wiring): () => void {
  const { latest, isComposing, lastSelected, insert, take, commit } = wiring;
  const stop = new AbortController();
  const on: Listen = (type, listener) => element.addEventListener(type, listener, { signal: stop.signal });
  const travel = (step: 'onUndo' | 'onRedo') => {
    commit();
    latest.current[step]();
  };
  /* The browser tells of a new place later, maybe when the list of figures has the focus already. */
  const noteSelection = () => {
    lastSelected.current = selectionIn(element) ?? lastSelected.current;
  };
  on('compositionstart', () => {
    isComposing.current = true;
  });
  on('compositionend', () => {
    isComposing.current = false;
    take(readParts(element));
    noteSelection();
  });
  on('input', () => {
    if (!isComposing.current) take(readParts(element));
    noteSelection();
  });
  on('beforeinput', (event) => {
    if (event.inputType === 'historyUndo' || event.inputType === 'historyRedo') {
      event.preventDefault();
      travel(event.inputType === 'historyUndo' ? 'onUndo' : 'onRedo');
    } else if (event.inputType === 'insertParagraph' || event.inputType === 'insertLineBreak') {
      event.preventDefault();
      insert([textPart('\n')]);
    } else if (event.inputType.startsWith('format')) event.preventDefault();
    else if (event.inputType === 'deleteContentBackward' || event.inputType === 'deleteContentForward') {
      const figure = figureToDelete(element, event.inputType === 'deleteContentBackward');
      if (!figure) return;
      event.preventDefault();
      insert([], figure);
    }
  });
  on('keydown', (event) => {
    if (event.isComposing) return;
    const key = event.key.toLowerCase();
    const isCommand = event.ctrlKey || event.metaKey;
    if (isCommand && key === 'z') {
      event.preventDefault();
      travel(event.shiftKey ? 'onRedo' : 'onUndo');
    } else if (isCommand && key === 'y') {
      event.preventDefault();
      travel('onRedo');
    } else if (event.altKey && key === 'i') {
      event.preventDefault();
      noteSelection();
      latest.current.onPick();
    }
  });
  listenToClipboard(element, on, insert);
  on('drop', (event) => event.preventDefault());
  document.addEventListener(
    'selectionchange',
    () => {
      const selected = selectionIn(element);
      if (!selected || document.activeElement !== element) return;
      lastSelected.current = selected;
      latest.current.onSelect(selected);
    },
    { signal: stop.signal },
  );
  return () => stop.abort();
}

/** Figures are copied as figures; what is cut and pasted goes through the parts. */
function listenToClipboard(element: HTMLElement, on: Listen, insert: Wiring['insert']): void {
  for (const type of ['copy', 'cut'] as const) {
    on(type, (event) => {
      const selected = selectionIn(element);
      if (!event.clipboardData || !selected || selected.start === selected.end) return;
      event.preventDefault();
      const piece = document.getSelection()?.getRangeAt(0).cloneContents();
      writeClipboard(event.clipboardData, piece ? readParts(piece) : [], document.getSelection()?.toString() ?? '');
      if (type === 'cut') insert([], selected);
    });
  }
  on('paste', (event) => {
    event.preventDefault();
    if (event.clipboardData) insert(readClipboard(event.clipboardData));
  });
}

/** The figure that Backspace or Delete takes away as a whole. */
function figureToDelete(element: HTMLElement, backward: boolean): Selected | null {
  const selected = selectionIn(element);
  if (!selected || selected.start !== selected.end) return null;
  const parts = readParts(element);
  const start = backward ? selected.start - 1 : selected.start;
  const figure = start < 0 ? null : chipAt(parts, { start, end: start + 1 });
  return figure && { start: figure.at, end: figure.at + 1 };
}
