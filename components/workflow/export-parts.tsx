'use client';

import { Alert, Button, Checkbox, Group, Loader, Radio, ScrollArea, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { AnnexEntry } from '@/lib/domain/annexes/annex-entries.ts';
import { readExportParts } from './read-export-parts.ts';

/** The parts to export; null: all of them, with what belongs to the whole alone. */
export type ChosenParts = readonly string[] | null;

interface ExportPartsProps {
  budgetId: string;
  versionNumber: number;
  chosen: ChosenParts;
  onChange: (chosen: ChosenParts) => void;
}

/** 全部内容, or some annexes; their list is asked for once somebody wants to choose. */
export function ExportParts({ budgetId, versionNumber, chosen, onChange }: ExportPartsProps) {
  return (
    <Stack gap="xs">
      <Radio.Group
        label="导出内容"
        value={chosen === null ? 'all' : 'some'}
        onChange={(kind) => onChange(kind === 'some' ? [] : null)}
      >
        <Stack gap={6} mt={4}>
          <Radio value="all" label="情况说明和全部附件" />
          <Radio value="some" label="选择附件" />
        </Stack>
      </Radio.Group>
      {chosen !== null && (
        <PartList budgetId={budgetId} versionNumber={versionNumber} chosen={chosen} onChange={onChange} />
      )}
    </Stack>
  );
}

interface PartListProps extends ExportPartsProps {
  chosen: readonly string[];
}

function PartList({ budgetId, versionNumber, chosen, onChange }: PartListProps) {
  /* Null: not there yet. */
  const [parts, setParts] = useState<readonly AnnexEntry[] | 'failed' | null>(null);
  useEffect(() => {
    const leaving = new AbortController();
    readExportParts(budgetId, versionNumber, leaving.signal).then((answer) => {
      if (!leaving.signal.aborted) setParts(answer ?? 'failed');
    });
    return () => leaving.abort();
  }, [budgetId, versionNumber]);
  if (parts === null) return <Loader size="sm" aria-label="正在读取附件目录" />;
  if (parts === 'failed') return <Alert color="red">附件目录没有读取成功，请选择全部附件，或关闭后重试。</Alert>;
  const ids = parts.map(({ id }) => id);
  return (
    <>
      <Group gap="xs">
        <Button size="compact-xs" variant="default" onClick={() => onChange(ids)}>
          全选
        </Button>
        <Button size="compact-xs" variant="default" onClick={() => onChange([])}>
          全不选
        </Button>
        <Text size="xs">预算数据包和预算明细只随全部内容导出。</Text>
      </Group>
      <ScrollArea.Autosize mah={220} type="auto" viewportProps={{ tabIndex: 0, 'aria-label': '附件目录' }}>
        <Checkbox.Group
          aria-label="要导出的附件"
          value={[...chosen]}
          onChange={(values) => onChange(ids.filter((id) => values.includes(id)))}
        >
          <Stack gap={6}>
            {parts.map(({ id, label, title }) => (
              <Checkbox key={id} value={id} size="xs" label={`${label} ${title}`} />
            ))}
          </Stack>
        </Checkbox.Group>
      </ScrollArea.Autosize>
    </>
  );
}
