'use client';

import { TextInput } from '@mantine/core';

export interface Names {
  readonly code: string;
  readonly name: string;
  readonly fullName: string;
}

interface NameFieldsProps {
  names: Names;
  onChange: (names: Names, changed: keyof Names) => void;
  errors: Readonly<Record<string, string>>;
  codeDescription: string;
  /** The code is given once: it stands on every document. */
  isNew: boolean;
  examples: Names;
}

/** Code, short name and full name of a department or a unit. */
export function NameFields({ names, onChange, errors, codeDescription, isNew, examples }: NameFieldsProps) {
  const field = (key: keyof Names) => ({
    value: names[key],
    onChange: (event: React.ChangeEvent<HTMLInputElement>) =>
      onChange({ ...names, [key]: event.currentTarget.value }, key),
    error: errors[key],
    placeholder: `例如 ${examples[key]}`,
    autoComplete: 'off',
  });
  return (
    <>
      {isNew && (
        <TextInput label="编码" description={codeDescription} inputMode="numeric" maxLength={10} {...field('code')} />
      )}
      <TextInput label="简称" description="列表和页面上使用" {...field('name')} />
      <TextInput label="全称" description="公开文本和附表封面上使用" {...field('fullName')} />
    </>
  );
}
