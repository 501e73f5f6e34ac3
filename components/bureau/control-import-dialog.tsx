'use client';

import { Alert, Button, FileInput, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { ErrorNote } from '@/components/ui/error-note.tsx';
import { Paged } from '@/components/workbook/paged.tsx';
import styles from '@/components/workbook/workbook.module.css';
import { CONTROL_CATEGORY_LABELS, itemLabel } from '@/lib/domain/budget/control-figure.ts';
import type { ControlReading } from '@/lib/domain/budget/control-reading.ts';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { ControlFaults } from './control-faults.tsx';
import {
  type ControlledUnit,
  figuresToIssue,
  type OpenFigure,
  type TypedFigures,
  typeFigures,
} from './control-rows.ts';
import { readControlFile } from './read-control-file.ts';

interface ControlImportDialogProps {
  year: number;
  units: readonly ControlledUnit[];
  typed: TypedFigures;
  opened: boolean;
  onClose: () => void;
  onTake: (reading: ControlReading) => void;
}

/** Reads a file of figures and shows all that it would change, and all that is wrong with it, before anything is taken. */
export function ControlImportDialog({ year, units, typed, opened, onClose, onTake }: ControlImportDialogProps) {
  const [state, setState] = useState<{ busy: boolean; error: string | null; reading: ControlReading | null }>({
    ...{ busy: false, error: null, reading: null },
  });
  const { busy, error, reading } = state;
  const close = () => {
    setState({ busy: false, error: null, reading: null });
    onClose();
  };
  const choose = async (file: File | null) => {
    if (!file) return;
    setState({ busy: true, error: null, reading: null });
    const read = await readControlFile(year, file);
    setState({
      busy: false,
      ...(read.ok ? { error: null, reading: read.value } : { error: read.error, reading: null }),
    });
  };
  const changes = reading ? changesOf(units, typed, reading) : [];
  return (
    <Modal opened={opened} onClose={close} title="从文件导入控制数" size="xl">
      <Stack gap="sm">
        <FileInput
          label="控制数文件"
          description="Excel（.xlsx、.xls）或 CSV，列为：单位编码、单位名称、类别、项目组/项目、资金来源、金额（元）。可先“导出”本表作为模板。"
          placeholder={busy ? '正在读取…' : '选择文件'}
          accept=".xlsx,.xls,.csv"
          disabled={busy}
          value={null}
          onChange={choose}
        />
        {error && <ErrorNote>{error}</ErrorNote>}
        {reading && (
          <>
            <Text size="sm" role="status">
              读到 {reading.figures.length} 个控制数，其中 {changes.length} 处与现在不同；{reading.faults.length}{' '}
              处有误。
            </Text>
            {reading.faults.length > 0 && (
              <Alert
                color="red"
                p="xs"
                styles={{ title: { color: '#8a1a10' } }}
                title="有误的行不会写入，请在文件中改正后重新选择"
              >
                <ControlFaults faults={reading.faults} />
              </Alert>
            )}
            {changes.length > 0 && <Changes changes={changes} units={units} />}
          </>
        )}
        <Group justify="end">
          <Button variant="default" onClick={close}>
            取消
          </Button>
          <Button
            disabled={!reading || changes.length === 0}
            onClick={() => {
              if (reading) onTake(reading);
              close();
            }}
          >
            写入表格（{changes.length} 处）
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What taking a reading over would change of what the sheet shows now: typed figures stand before the server's. */
function changesOf(
  units: readonly ControlledUnit[],
  typed: TypedFigures,
  reading: ControlReading,
): readonly OpenFigure[] {
  const isAlike = new Map(figuresToIssue(units, typed).map((figure) => [nameOf(figure), figure.amountFen]));
  const after = figuresToIssue(units, typeFigures(new Map(), reading.figures));
  return after.filter((figure) => isAlike.get(nameOf(figure)) !== figure.amountFen || !isAlike.has(nameOf(figure)));
}

function nameOf({ unitId, category, item, source }: OpenFigure): string {
  return `${unitId} ${category} ${item} ${source}`;
}

function Changes({ changes, units }: { changes: readonly OpenFigure[]; units: readonly ControlledUnit[] }) {
  const byId = new Map(units.map((unit) => [unit.unitId, unit]));
  return (
    <Paged items={changes} label="修改">
      {(shown) => (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label="将写入的修改">
            <thead>
              <tr>
                <th scope="col">单位</th>
                <th scope="col">控制数</th>
                <th scope="col" className={styles.number}>
                  现在（元）
                </th>
                <th scope="col" className={styles.number}>
                  导入后（元）
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((figure) => {
                const unit = byId.get(figure.unitId);
                const label = itemLabel(figure.item, unit?.projects ?? []);
                return (
                  <tr key={nameOf(figure)}>
                    <th scope="row">
                      {unit?.unitCode} {unit?.unitName}
                    </th>
                    <td>
                      {CONTROL_CATEGORY_LABELS[figure.category]}
                      {label && `·${label}`}（{FUND_SOURCE_LABELS[figure.source].name}）
                    </td>
                    <td className={styles.number}>{formatForEntry(figure.seenFen, 'yuan') || '无'}</td>
                    <td className={styles.number}>{formatForEntry(figure.amountFen, 'yuan') || '撤销'}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </Paged>
  );
}
