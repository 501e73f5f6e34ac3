'use client';

import { Checkbox, TextInput } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { AnnexDefinition } from '@/lib/domain/annexes/definition.ts';
import { changePart, moveColumn } from '@/lib/domain/annexes/edits/change-edits.ts';
import { neighbourOf } from '@/lib/domain/annexes/edits/column-order.ts';
import type { EditablePart } from '@/lib/domain/annexes/edits/editable-parts.ts';
import { templateForPeople, templateFromPeople } from '@/lib/domain/annexes/edits/placeholders.ts';
import styles from './annex-set-editor.module.css';
import { problemAt, useSetEditing } from './set-editing.ts';

/** To the left, and to the right. */
const STEPS = [-1, 1] as const;

interface AnnexPartsProps {
  annex: AnnexDefinition;
  list: 'columns' | 'fields';
  parts: readonly EditablePart[];
  legend: string;
}

/**
 * Columns with their headings (or labelled values): which are printed, what they are called, and in which order those of
 * amounts stand; Alt+↑ and Alt+↓ move the one under the keyboard.
 */
export function AnnexParts({ annex, list, parts, legend }: AnnexPartsProps) {
  const { problems, isReadOnly } = useSetEditing();
  const whole = problemAt(problems, annex.id, list);
  const canMove = !isReadOnly && parts.some(({ key }) => neighbourOf(parts, key, 1) !== null);
  return (
    <fieldset className={styles.parts}>
      <legend className={styles.legend}>{legend}</legend>
      {whole && <p className={styles.error}>{whole}</p>}
      {parts.map((part) => (
        <PartRow key={part.key} annex={annex} list={list} part={part} parts={parts} />
      ))}
      {canMove && (
        <p className={styles.keys}>
          金额栏可调整次序：<kbd>Alt</kbd>+<kbd>↑</kbd> <kbd>↓</kbd>
        </p>
      )}
    </fieldset>
  );
}

interface PartRowProps {
  annex: AnnexDefinition;
  list: 'columns' | 'fields';
  part: EditablePart;
  /** All of the list, in printed order. */
  parts: readonly EditablePart[];
}

function PartRow({ annex, list, part, parts }: PartRowProps) {
  const { key, label, depth, kind, alwaysShown } = part;
  const canMove = STEPS.some((step) => neighbourOf(parts, key, step) !== null);
  const { id: annexId } = annex;
  const { edits, isReadOnly, problems, change } = useSetEditing();
  const own = edits.annexes[annexId]?.[list]?.[key] ?? {};
  const set = (changed: typeof own, field: string | null) =>
    change(changePart(edits, annexId, list, [key, changed]), field);
  const name = templateForPeople(label);
  const move = (step: -1 | 1) => change(moveColumn(annex, edits, key, step), null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isReadOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the fields and buttons in it have the keyboard
    <div className={styles.part} style={{ paddingInlineStart: depth * 18 }} data-kind={kind} onKeyDown={onKeyDown}>
      {kind === 'heading' ? (
        <span className={styles.headingMark} title="表头：下面各栏的共同标题">
          ▾
        </span>
      ) : (
        <Checkbox
          size="xs"
          checked={!own.hidden}
          disabled={isReadOnly || alwaysShown}
          onChange={(event) => set({ hidden: event.currentTarget.checked ? undefined : true }, null)}
          aria-label={`列示：${name}`}
          title={alwaysShown ? '必须列示，用来区分各行或与其他表核对' : undefined}
        />
      )}
      <TextInput
        size="xs"
        className={styles.partLabel}
        value={templateForPeople(own.label ?? label)}
        onChange={(event) => set({ label: templateFromPeople(event.currentTarget.value) }, `${annexId}/${list}/${key}`)}
        error={problemAt(problems, annexId, `${list}.${key}`)}
        readOnly={isReadOnly}
        disabled={own.hidden === true}
        aria-label={`${kind === 'heading' ? '表头' : '栏目'}名称：${name}`}
      />
      {canMove && !isReadOnly && (
        <span className={styles.moves}>
          {STEPS.map((step) => (
            <button
              key={step}
              type="button"
              aria-label={`${step < 0 ? '前移' : '后移'}：${name}`}
              title={step < 0 ? '向左移一栏' : '向右移一栏'}
              disabled={neighbourOf(parts, key, step) === null}
              onClick={() => move(step)}
            >
              {step < 0 ? '↑' : '↓'}
            </button>
          ))}
        </span>
      )}
    </div>
  );
}
