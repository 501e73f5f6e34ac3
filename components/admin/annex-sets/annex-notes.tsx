'use client';

import { Button, Select, Stack, Textarea } from '@mantine/core';
import type { AnnexDefinition, NoteDefinition } from '@/lib/domain/annexes/definition.ts';
import { ANNEX_SET_LIMITS, type AnnexEdits } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { templateForPeople, templateFromPeople } from '@/lib/domain/annexes/edits/placeholders.ts';
import styles from './annex-set-editor.module.css';
import { problemAt, useSetEditing } from './set-editing.ts';

const OCCASIONS: readonly { readonly value: NoteDefinition['when']; readonly label: string }[] = [
  { value: 'always', label: '总是印出' },
  { value: 'empty', label: '空表时印出' },
];

interface AnnexNotesProps {
  annex: AnnexDefinition;
  set: (changed: AnnexEdits, field: string | null) => void;
}

/** The sentences below the table; those on rounding and on columns that are not printed follow by themselves. */
export function AnnexNotes({ annex, set }: AnnexNotesProps) {
  const { edits, isReadOnly, problems } = useSetEditing();
  const notes = edits.annexes[annex.id]?.notes ?? annex.notes ?? [];
  const change = (index: number, note: NoteDefinition, field: string | null) =>
    set({ notes: notes.map((each, place) => (place === index ? note : each)) }, field);
  return (
    <fieldset className={styles.parts}>
      <legend className={styles.legend}>表下说明</legend>
      <Stack gap="xs">
        {notes.map((note, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a note is what stands at its place
          <div key={index} className={styles.note}>
            <Textarea
              size="xs"
              autosize
              minRows={1}
              value={templateForPeople(note.text)}
              onChange={(event) =>
                change(index, { ...note, text: templateFromPeople(event.currentTarget.value) }, `note.${index}`)
              }
              error={problemAt(problems, annex.id, `notes.${index}`)}
              readOnly={isReadOnly}
              aria-label={`第 ${index + 1} 条说明`}
            />
            <Select
              size="xs"
              data={OCCASIONS}
              value={note.when}
              onChange={(value) => value && change(index, { ...note, when: value }, null)}
              allowDeselect={false}
              disabled={isReadOnly}
              aria-label={`第 ${index + 1} 条说明何时印出`}
            />
            {!isReadOnly && (
              <button
                type="button"
                className={styles.remove}
                onClick={() => set({ notes: notes.filter((_note, place) => place !== index) }, null)}
                aria-label={`删除第 ${index + 1} 条说明`}
              >
                删除
              </button>
            )}
          </div>
        ))}
        {!isReadOnly && (
          <Button
            variant="default"
            size="compact-sm"
            className={styles.add}
            disabled={notes.length >= ANNEX_SET_LIMITS.notes}
            onClick={() => set({ notes: [...notes, { when: 'always', text: '备注：' }] }, null)}
          >
            添加说明
          </Button>
        )}
      </Stack>
    </fieldset>
  );
}
