'use client';

import { TextInput } from '@mantine/core';

interface InstantFieldProps {
  label: string;
  description?: string;
  /** As `toBeijingField` writes it. */
  value: string;
  onChange: (value: string) => void;
  error?: string | undefined;
}

/** Date and time on the clock of Beijing. */
export function InstantField({ label, description, value, onChange, error }: InstantFieldProps) {
  return (
    <TextInput
      type="datetime-local"
      label={label}
      description={description}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      error={error}
      data-autofocus
    />
  );
}
