'use client';

import { Box, Text, Textarea, type TextareaProps } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import type { RemarkTemplates } from '@/components/templates/template-actions.ts';
import { patiently } from '@/components/ui/patiently.ts';
import { insertText, type RemarkAnchor } from '@/lib/domain/review/comment-template.ts';
import { MAX_LENGTH } from '@/lib/schemas/max-length.ts';

const BAR_HEIGHT = 22;

/* For those who may use templates alone. */
const TemplateBar = dynamic(
  () => patiently(() => import('@/components/templates/template-bar.tsx')).then((module) => module.TemplateBar),
  { ssr: false, loading: () => <Box h={BAR_HEIGHT} /> },
);

interface RemarkFieldProps extends Omit<TextareaProps, 'value' | 'onChange' | 'maxLength' | 'ref'> {
  value: string;
  onType: (text: string) => void;
  /** What the remark is on. */
  on: RemarkAnchor;
  /** Absent for those who may not use templates. */
  templates?: RemarkTemplates;
}

type Selection = NonNullable<ReturnType<typeof insertText>>['selection'];

/** Where a remark or the reason of a return is written; 常用意见 come in at the cursor, and nothing typed is lost. */
export function RemarkField({ value, onType, on, templates, ...field }: RemarkFieldProps) {
  const area = useRef<HTMLTextAreaElement>(null);
  const [inserted, setInserted] = useState<Selection | null>(null);
  const [isFull, setFull] = useState(false);
  /* The text has to stand in the field before a part of it can be marked. */
  useEffect(() => {
    if (!inserted) return;
    area.current?.focus();
    area.current?.setSelectionRange(inserted.start, inserted.end);
  }, [inserted]);
  const pick = (text: string) => {
    const result = insertText(value, area.current?.selectionEnd ?? value.length, text, MAX_LENGTH.comment);
    setFull(result === null);
    if (!result) return;
    onType(result.text);
    setInserted(result.selection);
  };
  return (
    <Box>
      <Textarea
        {...field}
        ref={area}
        maxLength={MAX_LENGTH.comment}
        value={value}
        onChange={(event) => {
          setFull(false);
          onType(event.currentTarget.value);
        }}
      />
      {isFull && (
        <Text size="sm" c="red.9" role="alert">
          放不下这条常用意见：最多 {MAX_LENGTH.comment} 字，请先精简已写的内容。
        </Text>
      )}
      {templates && (
        <Box mt={6} mih={BAR_HEIGHT}>
          <TemplateBar templates={templates} place={templates.placeOf(on)} typed={value} onPick={pick} />
        </Box>
      )}
    </Box>
  );
}
