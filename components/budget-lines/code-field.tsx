'use client';

import { TextInput } from '@mantine/core';
import { useMergedRef } from '@mantine/hooks';
import { type KeyboardEvent, useId, useMemo, useRef } from 'react';
import { SuggestionList } from '@/components/grid/suggestion-list.tsx';
import { useSuggestions } from '@/components/grid/use-suggestions.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { mapOk } from '@/components/workspace/fields/field-values.ts';
import { useDraftField } from '@/components/workspace/fields/use-draft-field.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import { printedCodeName } from '@/lib/domain/classification/edition.ts';
import { codeChoices, suggestCodes } from './code-columns.ts';
import { type CodeKind, codesOf, readCode } from './code-entry.ts';
import { rememberCode } from './recent-codes.ts';
import { useLastYearCodes } from './use-last-year-codes.ts';

interface CodeFieldProps {
  kind: CodeKind;
  rowKey: string;
  field: string;
  label: string;
  code: string;
  write: (code: string) => readonly Change[];
}

/** A code of a form: by itself, its name or pinyin initials; its name stands beside it. */
export function CodeField({ kind, rowKey, field, label, code, write }: CodeFieldProps) {
  const { workspace } = useDraft();
  const { edition } = workspace;
  const codes = codesOf(edition, kind);
  const lastYear = useLastYearCodes();
  const choices = useMemo(() => codeChoices(edition, kind), [edition, kind]);
  const { inputProps, commitNow } = useDraftField({
    rowKey,
    field,
    label,
    text: code === '' ? '' : namedCode(code, printedCodeName(edition, kind, code)),
    write: (text) =>
      mapOk(readCode(edition, kind, text), (read) => {
        rememberCode(kind, read);
        return write(read);
      }),
  });
  const input = useRef<HTMLInputElement>(null);
  const listId = useId();
  const suggestions = useSuggestions(
    (typed) => suggestCodes(edition, kind, choices, typed, { lastYear: lastYear[kind] }),
    input,
  );
  const choose = (value: string) => {
    suggestions.close();
    commitNow(value);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return;
    if (suggestions.key(event)) event.preventDefault();
    else if (event.key === 'ArrowDown' || event.key === 'F2') suggestions.openAll();
    else if (event.key === 'Enter') choose(suggestions.chosen() ?? event.currentTarget.value);
  };
  const { onChange, onBlur, ref, ...props } = inputProps;
  return (
    <>
      <TextInput
        {...props}
        ref={useMergedRef(ref, input)}
        size="sm"
        description={codes.get(code)?.unverified ? '该科目未经官方文本核对，请与财政部门确认。' : undefined}
        placeholder={props.readOnly ? undefined : '输入编码、名称或拼音首字母'}
        autoComplete="off"
        onChange={(event) => {
          onChange(event);
          suggestions.typed(event.currentTarget.value);
        }}
        onBlur={() => {
          suggestions.close();
          onBlur();
        }}
        {...(!props.readOnly && { onKeyDown, ...suggestions.comboboxProps(listId) })}
      />
      {suggestions.anchor && suggestions.list.length > 0 && (
        <SuggestionList
          id={listId}
          label={`${label}选项`}
          suggestions={suggestions.list}
          highlighted={suggestions.highlighted}
          anchor={suggestions.anchor}
          onChoose={({ value }) => choose(value)}
        />
      )}
    </>
  );
}

function namedCode(code: string, name: string): string {
  return name === code ? code : `${code} ${name}`;
}
