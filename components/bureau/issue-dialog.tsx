'use client';

import { Button, Group, List, ListItem, Modal, Stack, Text, TextInput } from '@mantine/core';
import Link from 'next/link';
import { useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import type { IssueOutcome } from './control-actions.ts';
import type { OpenFigure } from './control-rows.ts';

const MAX_NOTE = 200;

interface IssueDialogProps {
  year: number;
  open: readonly OpenFigure[];
  opened: boolean;
  onClose: () => void;
  /** @returns a Chinese sentence when it failed */
  onIssue: (note: string) => Promise<string | null>;
}

/** The last question before figures reach the units: how many change, and from what sum to what. */
export function IssueDialog({ year, open, opened, onClose, onIssue }: IssueDialogProps) {
  const [note, setNote] = useState('');
  const [state, setState] = useState<{ busy: boolean; error: string | null }>({ busy: false, error: null });
  const close = () => {
    setState({ busy: false, error: null });
    onClose();
  };
  const send = async () => {
    setState({ busy: true, error: null });
    const error = await onIssue(note);
    setState({ busy: false, error });
    if (error === null) {
      setNote('');
      onClose();
    }
  };
  const withdrawn = open.filter(({ amountFen }) => amountFen === null).length;
  return (
    <Modal opened={opened} onClose={close} title={`下达 ${year} 年控制数`} size="lg">
      <Stack gap="sm">
        <Text size="sm">
          涉及 {new Set(open.map(({ unitId }) => unitId)).size} 个单位，{open.length} 处修改
          {withdrawn > 0 && `（其中撤销 ${withdrawn} 个控制数）`}。下达后单位立即看到，并按新的控制数校验。
        </Text>
        <Sums open={open} />
        <TextInput
          label="文号或说明（可不填）"
          description="记入修改记录，单位可以看到。"
          value={note}
          maxLength={MAX_NOTE}
          onChange={({ currentTarget }) => setNote(currentTarget.value)}
        />
        {state.error && <ErrorNote>{state.error}</ErrorNote>}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            取消
          </Button>
          <Button onClick={send} loading={state.busy} disabled={open.length === 0}>
            确认下达
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** Of the changed figures alone: as a whole, and where some are part of others, apart. */
function Sums({ open }: { open: readonly OpenFigure[] }) {
  const parts = [
    { label: '按类别的控制数', figures: open.filter(({ item }) => item === '') },
    { label: '项目组、项目的控制数', figures: open.filter(({ item }) => item !== '') },
  ].filter(({ figures }) => figures.length > 0);
  return (
    <List size="sm">
      {parts.map(({ label, figures }) => {
        const before = formatForEntry(sumFen(figures.map(({ seenFen }) => seenFen)), 'yuan');
        const after = formatForEntry(sumFen(figures.map(({ amountFen }) => amountFen)), 'yuan');
        return (
          <ListItem key={label}>
            {label}（修改的 {figures.length} 处）合计：{before} 元 → {after} 元
          </ListItem>
        );
      })}
    </List>
  );
}

/** What came of an issue, with the units whose budgets are under way already and exceed it. */
export function IssueResult({ outcome, onClose }: { outcome: IssueOutcome | null; onClose: () => void }) {
  if (!outcome) return null;
  const { count, unitCount, exceeding } = outcome;
  return (
    <Modal opened onClose={onClose} title="控制数已下达" size="lg">
      <Stack gap="sm">
        <Text size="sm">
          已下达 {count} 个控制数，涉及 {unitCount} 个单位。
        </Text>
        <Text size="sm" fw={600} c="red.9">
          {exceeding.length} 个已送审单位超过新的控制数：
        </Text>
        <List size="sm">
          {exceeding.map(({ unitCode, unitName, budgetId }) => (
            <ListItem key={budgetId}>
              <Link href={`/reviews/${budgetId}`}>
                {unitCode} {unitName}
              </Link>
            </ListItem>
          ))}
        </List>
        <Group justify="end">
          <Button onClick={onClose}>知道了</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
