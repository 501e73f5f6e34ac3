'use client';

import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useOpened } from '@/components/ui/use-opened.ts';
import { download } from './download.ts';

const FORMATS = [
  { id: 'pdf', label: 'PDF', hint: '情况说明与全部附件，可直接印发' },
  { id: 'xlsx', label: 'Excel（XLSX）', hint: '一张附件一个工作表，合计为公式' },
  { id: 'csv', label: 'CSV', hint: '一张附件一个文件，供再处理' },
  { id: 'json', label: 'JSON', hint: '附件、情况说明与预算数据包，供系统对接' },
] as const;

type FormatId = (typeof FORMATS)[number]['id'];

interface ExportDialogProps {
  budgetId: string;
  versionNumber: number;
  /** An export of anything but an approved version says so on every page. */
  draft: boolean;
  opened: boolean;
  close: () => void;
}

/** Lets the formats be chosen and fetches them; one format alone comes as itself, several as a ZIP. */
export function ExportDialog({ budgetId, versionNumber, draft, opened, close }: ExportDialogProps) {
  const isOpen = useOpened(opened);
  const [chosen, setChosen] = useState<readonly FormatId[]>(['pdf', 'xlsx']);
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const run = async () => {
    setState({ busy: true, error: null });
    const query = new URLSearchParams({ version: String(versionNumber), format: chosen.join(',') });
    const error = await download(`/api/v1/budgets/${budgetId}/exports?${query}`);
    setState({ busy: false, error });
    if (error === null) close();
  };
  return (
    <Modal opened={isOpen} onClose={close} title={`导出第 ${versionNumber} 版`}>
      <Stack gap="sm">
        {draft && <Text size="sm">此版本未经批复，导出的文件带有“草稿”标记。</Text>}
        <Checkbox.Group
          label="文件格式"
          value={[...chosen]}
          onChange={(values) => setChosen(FORMATS.map(({ id }) => id).filter((id) => values.includes(id)))}
        >
          <Stack gap="xs" mt="xs">
            {FORMATS.map(({ id, label, hint }) => (
              <Checkbox key={id} value={id} label={label} description={hint} />
            ))}
          </Stack>
        </Checkbox.Group>
        {state.error && (
          <Alert color="red" role="alert">
            {state.error}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button onClick={run} loading={state.busy} disabled={chosen.length === 0}>
            {state.busy ? '正在生成…' : '导出'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
