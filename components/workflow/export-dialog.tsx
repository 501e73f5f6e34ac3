'use client';

import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useOpened } from '@/components/ui/use-opened.ts';
import { download } from './download.ts';
import { type ChosenParts, ExportParts } from './export-parts.tsx';

const FORMATS = [
  { id: 'pdf', label: 'PDF', hint: '情况说明与附件，可直接印发' },
  { id: 'docx', label: 'Word（DOCX）', hint: '版式同 PDF，可编辑，表头逐页重复' },
  { id: 'xlsx', label: 'Excel（XLSX）', hint: '一张附件一个工作表，合计为公式' },
  { id: 'html', label: '网页（HTML）', hint: '一个网页文件，可直接发布，便于无障碍阅读' },
  { id: 'csv', label: 'CSV', hint: '一张附件一个文件，供再处理' },
  { id: 'json', label: 'JSON', hint: '附件、情况说明与预算数据包，供系统对接' },
  { id: 'datapackage', label: '开放数据包', hint: '预算明细与附件的 CSV，附字段说明（Frictionless）' },
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

/**
 * Lets formats and annexes be chosen and fetches them in one request, which can be ended; one file alone comes as itself,
 * several as a ZIP with a list of SHA-256 sums.
 */
export function ExportDialog({ budgetId, versionNumber, draft, opened, close }: ExportDialogProps) {
  const isOpen = useOpened(opened);
  const [chosen, setChosen] = useState<readonly FormatId[]>(['pdf', 'xlsx']);
  const [parts, setParts] = useState<ChosenParts>(null);
  const { busy, error, run, cancel } = useExport(budgetId, close);
  const query = {
    version: String(versionNumber),
    format: chosen.join(','),
    ...(parts ? { annexes: parts.join() } : {}),
  };
  const leave = () => {
    cancel();
    close();
  };
  return (
    <Modal opened={isOpen} onClose={leave} title={`导出第 ${versionNumber} 版`}>
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
        <ExportParts budgetId={budgetId} versionNumber={versionNumber} chosen={parts} onChange={setParts} />
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        <Group justify="flex-end">
          {busy && (
            <Button variant="default" onClick={cancel}>
              取消导出
            </Button>
          )}
          <Button onClick={() => run(query)} loading={busy} disabled={chosen.length === 0 || parts?.length === 0}>
            {busy ? '正在生成…' : '导出'}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** One export at a time. */
function useExport(budgetId: string, close: () => void) {
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const running = useRef<AbortController | null>(null);
  const run = async (query: Readonly<Record<string, string>>) => {
    const ending = new AbortController();
    running.current = ending;
    setState({ busy: true, error: null });
    const address = `/api/v1/budgets/${budgetId}/exports?${new URLSearchParams(query)}`;
    const error = await download(address, { signal: ending.signal });
    if (ending.signal.aborted) return;
    setState({ busy: false, error });
    if (error === null) close();
  };
  const cancel = () => {
    running.current?.abort();
    setState({ busy: false, error: null });
  };
  return { ...state, run, cancel };
}
