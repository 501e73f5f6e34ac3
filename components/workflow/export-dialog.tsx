'use client';

import { Alert, Button, Checkbox, Group, Modal, Progress, SimpleGrid, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import { useOpened } from '@/components/ui/use-opened.ts';
import type { ExportStep } from '@/lib/schemas/export-stream.ts';
import { downloadInSteps } from './download.ts';
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

/** What concerns PDF and Word alone. */
const OPTIONS = [
  { id: 'cover', label: '加封面', hint: '单位名称、年度和日期，不编页码', formats: ['pdf', 'docx'] },
  {
    id: 'contents',
    label: '加目录',
    hint: '情况说明各级标题和各附件的页码；用 Word 打开时请选“是”更新域，即填入页码',
    formats: ['pdf', 'docx'],
  },
  {
    id: 'untagged',
    label: '小文件',
    hint: 'PDF 约为三分之一大小；不含供读屏软件使用的结构标签，正式公开请勿选用',
    formats: ['pdf'],
  },
] as const;

type OptionId = (typeof OPTIONS)[number]['id'];

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
 * Lets formats and annexes be chosen and fetches them in one request, which tells its steps and can be ended; one file
 * alone comes as itself, several as a ZIP with a list of SHA-256 sums.
 */
export function ExportDialog({ budgetId, versionNumber, draft, opened, close }: ExportDialogProps) {
  const isOpen = useOpened(opened);
  const [chosen, setChosen] = useState<readonly FormatId[]>(['pdf', 'xlsx']);
  const [parts, setParts] = useState<ChosenParts>(null);
  const [options, setOptions] = useState<readonly OptionId[]>([]);
  const { busy, step, error, run, cancel } = useExport(budgetId, close);
  const offered = OPTIONS.filter(({ formats }) => formats.some((format) => chosen.includes(format)));
  const wanted = offered.map(({ id }) => id).filter((id) => options.includes(id));
  const query = {
    version: String(versionNumber),
    format: chosen.join(','),
    ...(parts ? { annexes: parts.join() } : {}),
    ...(wanted.length > 0 ? { options: wanted.join() } : {}),
  };
  const leave = () => {
    cancel();
    close();
  };
  return (
    <Modal opened={isOpen} onClose={leave} title={`导出第 ${versionNumber} 版`} size={800}>
      <Stack gap="sm">
        {draft && <Text size="sm">此版本未经批复，导出的文件带有“草稿”标记。</Text>}
        <SimpleGrid cols={2} spacing="xl">
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
          <Stack gap="md">
            {offered.length > 0 && <LayoutOptions offered={offered} chosen={options} onChange={setOptions} />}
            <ExportParts budgetId={budgetId} versionNumber={versionNumber} chosen={parts} onChange={setParts} />
          </Stack>
        </SimpleGrid>
        {error && (
          <Alert color="red" role="alert">
            {error}
          </Alert>
        )}
        {busy && <ExportProgress step={step} />}
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

interface LayoutOptionsProps {
  offered: readonly (typeof OPTIONS)[number][];
  chosen: readonly OptionId[];
  onChange: (chosen: readonly OptionId[]) => void;
}

function LayoutOptions({ offered, chosen, onChange }: LayoutOptionsProps) {
  return (
    <Checkbox.Group
      label="版式"
      value={[...chosen]}
      onChange={(values) => onChange(OPTIONS.map(({ id }) => id).filter((id) => values.includes(id)))}
    >
      <Stack gap="xs" mt="xs">
        {offered.map(({ id, label, hint }) => (
          <Checkbox key={id} value={id} label={label} description={hint} />
        ))}
      </Stack>
    </Checkbox.Group>
  );
}

/** Which of the formats is being made; on the bar it counts half. */
function ExportProgress({ step }: { step: ExportStep | null }) {
  const making = FORMATS.find(({ id }) => id === step?.making)?.label ?? '';
  const words = step ? `正在生成 ${making}（第 ${step.number} 项，共 ${step.all} 项）` : '正在读取预算…';
  return (
    <Stack gap={4}>
      <Text size="sm" role="status">
        {words}
      </Text>
      <Progress value={step ? ((step.number - 0.5) / step.all) * 100 : 2} aria-label="导出进度" animated />
    </Stack>
  );
}

interface ExportState {
  readonly busy: boolean;
  /** Null until the first is begun. */
  readonly step: ExportStep | null;
  readonly error: string | null;
}

const IDLE: ExportState = { busy: false, step: null, error: null };

/** One export at a time. */
function useExport(budgetId: string, close: () => void) {
  const [state, setState] = useState(IDLE);
  const running = useRef<AbortController | null>(null);
  const run = async (query: Readonly<Record<string, string>>) => {
    const ending = new AbortController();
    running.current = ending;
    setState({ ...IDLE, busy: true });
    const address = `/api/v1/budgets/${budgetId}/exports?${new URLSearchParams(query)}`;
    const { signal } = ending;
    const error = await downloadInSteps(address, signal, (step) => {
      if (!signal.aborted) setState({ busy: true, step, error: null });
    });
    if (signal.aborted) return;
    setState({ ...IDLE, error });
    if (error === null) close();
  };
  const cancel = () => {
    running.current?.abort();
    setState(IDLE);
  };
  return { ...state, run, cancel };
}
