'use client';

import {
  Button,
  Combobox,
  ComboboxDropdown,
  ComboboxEmpty,
  ComboboxFooter,
  ComboboxGroup,
  ComboboxOption,
  ComboboxOptions,
  ComboboxSearch,
  ComboboxTarget,
  useCombobox,
} from '@mantine/core';
import { useState } from 'react';
import { type CommentTemplate, fillTemplate, type RemarkPlace } from '@/lib/domain/review/comment-template.ts';
import type { TemplateActions } from './template-actions.ts';
import { TemplateWords } from './template-words.tsx';
import styles from './templates.module.css';
import { matchesTemplate, useTemplateList } from './use-template-list.ts';

interface TemplatePickerProps {
  listTemplates: TemplateActions['listTemplates'];
  place: RemarkPlace;
  /** Takes the words of the chosen one, filled from the place. */
  onPick: (text: string) => void;
  onManage: () => void;
}

/** 常用意见: a list with a search, read when it is opened; the arrow keys and Enter choose. */
export function TemplatePicker({ listTemplates, place, onPick, onManage }: TemplatePickerProps) {
  const { templates, failure, load } = useTemplateList(listTemplates);
  const [typed, setTyped] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => {
      combobox.focusSearchInput();
      void load();
    },
    onDropdownClose: (source) => {
      combobox.resetSelectedOption();
      setTyped('');
      if (source === 'keyboard') combobox.focusTarget();
    },
  });
  const found = templates?.filter((template) => matchesTemplate(template, typed)) ?? [];
  const pick = (id: string) => {
    const picked = templates?.find((template) => template.id === id);
    combobox.closeDropdown();
    if (picked) onPick(fillTemplate(picked.text, place));
  };
  return (
    <Combobox store={combobox} width={304} position="bottom-start" shadow="md" onOptionSubmit={pick}>
      <ComboboxTarget targetType="button">
        <Button size="compact-xs" variant="default" onClick={() => combobox.toggleDropdown()}>
          常用意见 ▾
        </Button>
      </ComboboxTarget>
      <ComboboxDropdown>
        <ComboboxSearch
          aria-label="查找常用意见"
          placeholder="按标题或内容查找"
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        <ComboboxOptions mah={260} style={{ overflowY: 'auto' }} aria-label="常用意见">
          <Options label="我的" found={found.filter(({ shared }) => !shared)} place={place} />
          <Options label="共用" found={found.filter(({ shared }) => shared)} place={place} />
          {found.length === 0 && <ComboboxEmpty>{failure ?? emptyWords(templates, typed)}</ComboboxEmpty>}
        </ComboboxOptions>
        <ComboboxFooter>
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => {
              combobox.closeDropdown();
              onManage();
            }}
          >
            管理常用意见
          </Button>
        </ComboboxFooter>
      </ComboboxDropdown>
    </Combobox>
  );
}

function emptyWords(templates: readonly CommentTemplate[] | null, typed: string): string {
  if (!templates) return '正在读取……';
  return templates.length === 0
    ? '还没有常用意见，可在“管理常用意见”中新增。'
    : `没有符合“${typed.trim()}”的常用意见。`;
}

interface OptionsProps {
  label: string;
  found: readonly CommentTemplate[];
  place: RemarkPlace;
}

function Options({ label, found, place }: OptionsProps) {
  if (found.length === 0) return null;
  return (
    <ComboboxGroup label={label}>
      {found.map(({ id, title, text }) => (
        <ComboboxOption key={id} value={id}>
          <b className={styles.option}>{title}</b>
          <span className={styles.preview}>
            <TemplateWords text={fillTemplate(text, place)} />
          </span>
        </ComboboxOption>
      ))}
    </ComboboxGroup>
  );
}
