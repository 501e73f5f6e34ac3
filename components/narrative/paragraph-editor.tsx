'use client';

import { type Ref, useCallback, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { PROFILE_ROW } from '@/components/workspace/bad-cells.ts';
import type { EditableParagraph } from '@/lib/domain/narrative/editable-narrative.ts';
import { type FreeNumber, freeNumbersIn } from '@/lib/domain/narrative/free-numbers.ts';
import { formatPassage, outlineOf, type PassageParts } from '@/lib/domain/narrative/passage-text.ts';
import type { EditorTools } from './editor-tools.ts';
import styles from './narrative-editor.module.css';
import { markNumbers, unmarkNumbers } from './number-marks.ts';
import { chipAt } from './passage-dom.ts';
import { type ParagraphHandle, type Selected, useParagraphEditor } from './use-paragraph-editor.ts';

/** What the tools tell of the paragraph that is being worded. */
export interface ActiveParagraph {
  readonly paragraph: EditableParagraph;
  readonly now: PassageParts;
  readonly numbers: readonly FreeNumber[];
  /** The figure at the caret. */
  readonly chip: { readonly ref: string; readonly at: number } | null;
  /** Why the words can't be saved; null: they can. */
  readonly refusal: string | null;
  readonly discard: () => void;
}

interface ParagraphEditorProps {
  paragraph: EditableParagraph;
  tools: EditorTools;
  isActive: boolean;
  handle: Ref<ParagraphHandle>;
  onActive: (active: ActiveParagraph) => void;
}

/** A paragraph of the document, worded where it stands. */
export function ParagraphEditor({ paragraph, tools, isActive, handle, onActive }: ParagraphEditorProps) {
  const root = useRef<HTMLDivElement>(null);
  const selected = useRef<Selected | null>(null);
  const { id, name, lead, input } = paragraph;
  const refusal = tools.refusalOf(paragraph);
  const parts = tools.partsOf(paragraph);
  const mayCommitIdle = useCallback(
    (typed: PassageParts) => {
      const text = formatPassage(typed);
      return text.trim() !== '' && !(input && text.includes('\n'));
    },
    [input],
  );
  const editor = useParagraphEditor(root, {
    parts,
    chipText: tools.chipText,
    readOnly: tools.readOnly,
    mayCommitIdle,
    onCommit: (typed) => tools.commit(paragraph, typed),
    onUndo: tools.undo,
    onRedo: tools.redo,
    onPick: () => tools.pick(),
    onSelect: (now) => {
      selected.current = now;
      report();
    },
  });
  const { now, isDirty, insert, focus, commit, discard } = editor;
  useImperativeHandle(handle, () => ({ insert, focus }), [insert, focus]);
  const numbers = useMemo(() => freeNumbersIn(outlineOf(now), tools.known), [now, tools.known]);
  const report = () => {
    const chip = selected.current && chipAt(now, selected.current);
    onActive({ paragraph, now, numbers, chip, refusal, discard });
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: tells what has changed; `report` itself is new each time
  useEffect(() => {
    if (isActive) report();
  }, [isActive, paragraph, now, numbers, refusal]);
  useLayoutEffect(() => {
    const element = root.current;
    if (!element) return;
    markNumbers(element, numbers);
    return () => unmarkNumbers(element);
  }, [numbers]);
  /* While it holds words that are not stored yet, what others save of its row waits. */
  const row = input ? PROFILE_ROW : paragraph.rowKey;
  const problems = numbers.filter(({ state }) => state === 'unknown' || state === 'wrong');
  return (
    <div
      className={styles.paragraph}
      data-paragraph={id}
      data-own={paragraph.isOwn || undefined}
      data-active={isActive || undefined}
    >
      {lead !== '' && <span className={styles.lead}>{lead}</span>}
      {/* biome-ignore lint/a11y/useSemanticElements: a text field can't hold figures */}
      <div
        ref={root}
        className={styles.text}
        contentEditable={tools.readOnly ? false : 'plaintext-only'}
        suppressContentEditableWarning
        role="textbox"
        aria-multiline="true"
        aria-readonly={tools.readOnly || undefined}
        aria-label={name}
        aria-invalid={refusal !== null || problems.length > 0 || undefined}
        data-typing-row={isDirty ? row : undefined}
        data-help-list={input ? undefined : 'passages'}
        data-help-row={row}
        data-help-field={input ? `narrative.${input.field}` : 'text'}
        tabIndex={0}
        spellCheck={false}
        lang="zh-CN"
        onFocus={report}
        onBlur={commit}
        onClick={(event) => {
          const ref = (event.target as HTMLElement).closest<HTMLElement>('[data-ref]')?.dataset.ref;
          if (ref !== undefined) tools.showOrigin(ref);
        }}
        onKeyDown={(event) => {
          const chip = selected.current && chipAt(now, selected.current);
          if (!event.altKey || event.key !== 'Enter' || !chip) return;
          event.preventDefault();
          tools.showOrigin(chip.ref);
        }}
      />
    </div>
  );
}
