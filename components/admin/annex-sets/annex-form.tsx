'use client';

import { Button, Group, Select, Stack, Text, TextInput } from '@mantine/core';
import type { AnnexDefinition } from '@/lib/domain/annexes/definition.ts';
import type { AnnexEdits } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { editedAnnex } from '@/lib/domain/annexes/edits/apply-edits.ts';
import { changeAnnex } from '@/lib/domain/annexes/edits/change-edits.ts';
import { placeholdersOf } from '@/lib/domain/annexes/edits/edit-problems.ts';
import { editableColumns, editableFields } from '@/lib/domain/annexes/edits/editable-parts.ts';
import { placeholderText, templateForPeople, templateFromPeople } from '@/lib/domain/annexes/edits/placeholders.ts';
import type { WanYuanStyle } from '@/lib/domain/money/format.ts';
import { MONEY_UNIT_LABELS, type MoneyUnit } from '@/lib/domain/money/parse.ts';
import { AnnexNotes } from './annex-notes.tsx';
import { AnnexParts } from './annex-parts.tsx';
import { problemAt, useSetEditing } from './set-editing.ts';

const STYLES: readonly { readonly value: WanYuanStyle; readonly label: string }[] = [
  { value: 'fixed', label: '两位小数 1234.50' },
  { value: 'trimmed', label: '略去末尾零 1234.5' },
  { value: 'grouped', label: '千分位 1,234.50' },
];

const UNITS: readonly { readonly value: MoneyUnit | 'set'; readonly label: string }[] = [
  { value: 'set', label: '与整套一致' },
  { value: 'wanYuan', label: MONEY_UNIT_LABELS.wanYuan },
  { value: 'yuan', label: MONEY_UNIT_LABELS.yuan },
];

/** Title, unit, figures, columns and notes of one annex. */
export function AnnexForm({ annex }: { annex: AnnexDefinition }) {
  const { edits, isReadOnly, problems, change } = useSetEditing();
  const { id } = annex;
  const own = edits.annexes[id] ?? {};
  const set = (changed: AnnexEdits, field: string | null) =>
    change(changeAnnex(edits, id, changed), field === null ? null : `${id}/${field}`);
  const fields = editableFields(annex);
  const columns = editableColumns(own.columnOrder ? editedAnnex(annex, { columnOrder: own.columnOrder }) : annex);
  const restore = () => {
    const { [id]: _taken, ...others } = edits.annexes;
    change({ ...edits, annexes: others }, null);
  };
  return (
    <Stack gap="md">
      <TextInput
        label="标题"
        description={`${placeholdersOf(annex).map(placeholderText).join('')} 印出时自动替换`}
        value={templateForPeople(own.title ?? annex.title)}
        onChange={(event) => set({ title: templateFromPeople(event.currentTarget.value) }, 'title')}
        error={problemAt(problems, id, 'title')}
        readOnly={isReadOnly}
      />
      <Group grow align="flex-start" gap="sm">
        <Select
          label="金额单位"
          data={UNITS}
          value={own.unit ?? annex.unit ?? 'set'}
          onChange={(value) => set({ unit: value === 'set' || value === null ? undefined : value }, null)}
          allowDeselect={false}
          disabled={isReadOnly}
        />
        <Select
          label="数字格式"
          data={STYLES}
          value={own.style ?? annex.style}
          onChange={(value) => value && set({ style: value }, null)}
          allowDeselect={false}
          disabled={isReadOnly}
        />
      </Group>
      {fields.length > 0 && <AnnexParts annex={annex} list="fields" parts={fields} legend="表头项目" />}
      <AnnexParts annex={annex} list="columns" parts={columns} legend="栏目" />
      <AnnexNotes annex={annex} set={set} />
      {!isReadOnly && (
        <Group justify="space-between">
          <Text size="xs">合计栏仍计入不列示的分项，表下会自动注明。</Text>
          <Button variant="default" size="compact-sm" onClick={restore} disabled={edits.annexes[id] === undefined}>
            这张表恢复原样
          </Button>
        </Group>
      )}
    </Stack>
  );
}
