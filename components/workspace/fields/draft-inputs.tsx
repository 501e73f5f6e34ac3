'use client';

import { Textarea, TextInput } from '@mantine/core';
import styles from './draft-inputs.module.css';
import { type DraftField, useDraftField } from './use-draft-field.ts';

interface DraftInputProps {
  field: DraftField;
  description?: string;
  placeholder?: string;
  /** A word after the value, e.g. 人. */
  suffix?: string;
  align?: 'start' | 'end';
}

/** A line of text, a number or an amount of the draft. */
export function DraftInput({ field, description, placeholder, suffix, align }: DraftInputProps) {
  const { inputProps, warning, commitNow } = useDraftField(field);
  return (
    <div>
      <TextInput
        {...inputProps}
        size="sm"
        description={description}
        placeholder={inputProps.readOnly ? undefined : placeholder}
        rightSection={suffix && <span className={styles.suffix}>{suffix}</span>}
        rightSectionPointerEvents="none"
        rightSectionWidth={suffix ? 14 * suffix.length + 14 : undefined}
        classNames={{ input: align === 'end' ? styles.numeric : undefined }}
        autoComplete="off"
        onKeyDown={(event) => {
          if (event.key === 'Enter' && !event.nativeEvent.isComposing) commitNow(event.currentTarget.value);
        }}
      />
      {warning && <p className={styles.warning}>{warning}</p>}
    </div>
  );
}

interface DraftTextareaProps {
  field: DraftField;
  rows: number;
  description?: string;
  placeholder?: string;
}

/** A paragraph of the draft. */
export function DraftTextarea({ field, rows, description, placeholder }: DraftTextareaProps) {
  const { inputProps, warning } = useDraftField(field);
  return (
    <div>
      <Textarea
        {...inputProps}
        size="sm"
        rows={rows}
        description={description}
        placeholder={inputProps.readOnly ? undefined : placeholder}
      />
      {warning && <p className={styles.warning}>{warning}</p>}
    </div>
  );
}
