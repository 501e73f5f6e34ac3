'use client';

import { Checkbox, Select, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { RecordDialog } from '@/components/admin/record-dialog.tsx';
import { SECRECY_REVIEWER_LABELS, SECRECY_REVIEWERS, type SecrecyReviewer } from '@/lib/domain/editions/edition.ts';
import type { OwnEditionActions } from './edition-actions.ts';

interface PublishDialogProps {
  /** The office that the narrative names. */
  contact: string;
  /** The newest edition; 0: this is the first one. */
  seenNumber: number;
  publish: OwnEditionActions['publish'];
  onDone: (edition: { readonly number: number }) => void;
  onClose: () => void;
}

const REVIEWERS = SECRECY_REVIEWERS.map((value) => ({ value, label: SECRECY_REVIEWER_LABELS[value] }));

/** What only people can answer before a publication, and the act. */
export function PublishDialog(props: PublishDialogProps) {
  const { seenNumber, publish, onDone, onClose } = props;
  const [reviewer, setReviewer] = useState<SecrecyReviewer | null>(null);
  const [reviewed, setReviewed] = useState(false);
  const [contact, setContact] = useState(props.contact);
  const [changeNote, setChangeNote] = useState('');
  const submit = async () => {
    const missing = missingAnswer({ reviewed, reviewer, isCorrection: seenNumber > 0, changeNote });
    if (missing || reviewer === null) return refusal(missing);
    return publish({ seenNumber, secrecyReviewedBy: reviewer, contact, changeNote });
  };
  return (
    <RecordDialog
      title={seenNumber > 0 ? `更正公开：第 ${seenNumber + 1} 次` : '公开'}
      submitLabel="确认公开"
      fieldNames={['secrecyReviewedBy', 'contact', 'changeNote', 'reviewed']}
      submit={submit}
      onDone={onDone}
      onClose={onClose}
    >
      {({ errors, clear, textField }) => (
        <>
          <Text size="sm">
            公开后，情况说明和全部附件即可由任何人查阅、下载，文件不能再改动；有误时只能更正公开或撤下，都会留下记录。
          </Text>
          <Select
            label="保密审查由谁完成"
            withAsterisk
            data={REVIEWERS}
            value={reviewer}
            onChange={(value) => {
              setReviewer(SECRECY_REVIEWERS.find((known) => known === value) ?? null);
              clear('secrecyReviewedBy');
            }}
            error={errors.secrecyReviewedBy}
            data-autofocus
          />
          <Checkbox
            label="已完成保密审查，公开内容不涉及国家秘密、工作秘密和个人信息"
            checked={reviewed}
            onChange={(event) => {
              setReviewed(event.currentTarget.checked);
              clear('reviewed');
            }}
            error={errors.reviewed}
          />
          <TextInput
            label="联系科室"
            description="只写科室名称，不写姓名和电话"
            withAsterisk
            maxLength={100}
            {...textField('contact', contact, setContact)}
          />
          {seenNumber > 0 && (
            <Textarea
              label="更正说明"
              description="为什么再次公开；改动的各处由系统逐格列出"
              withAsterisk
              rows={3}
              maxLength={2000}
              {...textField('changeNote', changeNote, setChangeNote)}
            />
          )}
        </>
      )}
    </RecordDialog>
  );
}

interface Answers {
  readonly reviewed: boolean;
  readonly reviewer: SecrecyReviewer | null;
  readonly isCorrection: boolean;
  readonly changeNote: string;
}

function missingAnswer({ reviewed, reviewer, isCorrection, changeNote }: Answers): [string, string] | null {
  if (reviewer === null) return ['secrecyReviewedBy', '请选择由谁完成了保密审查'];
  if (!reviewed) return ['reviewed', '请确认已完成保密审查'];
  return isCorrection && changeNote.trim() === '' ? ['changeNote', '请填写更正说明'] : null;
}

/** As the server refuses a field, said before it is asked. */
function refusal(missing: [string, string] | null) {
  const [name = '', message = ''] = missing ?? [];
  const issues = [{ path: `$.${name}`, message }];
  return { ok: false, message, problem: { code: 'INVALID_INPUT', issues } } as const;
}
