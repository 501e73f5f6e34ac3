'use client';

import { Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { ANNEX_SET_LIMITS } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { RecordDialog } from '../record-dialog.tsx';
import type { AnnexSetActions } from './set-actions.ts';

interface CopyDialogProps {
  /** The set that is copied. */
  source: { readonly id: string; readonly name: string };
  copyAnnexSet: AnnexSetActions['copyAnnexSet'];
  onDone: (id: string) => void;
  onClose: () => void;
}

/** 复制: a set of the bureau's own begins as another one, under a name of its own. */
export function CopyDialog({ source, copyAnnexSet, onDone, onClose }: CopyDialogProps) {
  const suffix = '（副本）';
  const [name, setName] = useState(`${source.name.slice(0, ANNEX_SET_LIMITS.name - suffix.length)}${suffix}`);
  return (
    <RecordDialog
      title={`复制：${source.name}`}
      submitLabel="复制并编辑"
      fieldNames={['name']}
      submit={() => copyAnnexSet({ annexSetId: source.id, name })}
      onDone={({ id }) => onDone(id)}
      onClose={onClose}
    >
      {({ textField }) => (
        <>
          <Text size="sm">副本可以改标题、次序、列示的栏目、单位和说明；原来的公开表不受影响。</Text>
          <TextInput
            label="名称"
            description="开设年度时按名称选用"
            {...textField('name', name, setName)}
            data-autofocus
          />
        </>
      )}
    </RecordDialog>
  );
}
