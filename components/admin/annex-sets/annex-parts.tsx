'use client';

import { Checkbox, TextInput } from '@mantine/core';
import type { AnnexDefinition } from '@/lib/domain/annexes/definition.ts';
import { changePart } from '@/lib/domain/annexes/edits/change-edits.ts';
import type { EditablePart } from '@/lib/domain/annexes/edits/editable-parts.ts';
import { templateForPeople, templateFromPeople } from '@/lib/domain/annexes/edits/placeholders.ts';
import styles from './annex-set-editor.module.css';
import { problemAt, useSetEditing } from './set-editing.ts';

interface AnnexPartsProps {
  annex: AnnexDefinition;
  list: 'columns' | 'fields';
  parts: readonly EditablePart[];
  legend: string;
}

/** Columns with their headings (or labelled values): which are printed, and what they are called. */
export function AnnexParts({ annex: { id }, list, parts, legend }: AnnexPartsProps) {
  const { problems } = useSetEditing();
  const whole = problemAt(problems, id, list);
  return (
    <fieldset className={styles.parts}>
      <legend className={styles.legend}>{legend}</legend>
      {whole && <p className={styles.error}>{whole}</p>}
      {parts.map((part) => (
        <PartRow key={part.key} annexId={id} list={list} part={part} />
      ))}
    </fieldset>
  );
}

interface PartRowProps {
  annexId: string;
  list: 'columns' | 'fields';
  part: EditablePart;
}

function PartRow({ annexId, list, part: { key, label, depth, kind, alwaysShown } }: PartRowProps) {
  const { edits, isReadOnly, problems, change } = useSetEditing();
  const own = edits.annexes[annexId]?.[list]?.[key] ?? {};
  const set = (changed: typeof own, field: string | null) =>
    change(changePart(edits, annexId, list, [key, changed]), field);
  const name = templateForPeople(label);
  return (
    <div className={styles.part} style={{ paddingInlineStart: depth * 18 }} data-kind={kind}>
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
    </div>
  );
}
