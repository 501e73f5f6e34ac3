import { Button, Group, Text, TextInput } from '@mantine/core';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { CellFault } from '@/lib/domain/workbook/workbook-reading.ts';
import { Paged } from './paged.tsx';
import { saveProblemList } from './problem-list.ts';
import type { WorkbookImporting } from './use-workbook-import.ts';
import styles from './workbook.module.css';

/** Cells that cannot be read, with a place to write what they should say. */
export function FaultList({ importing }: { importing: WorkbookImporting }) {
  const { workspace } = useDraft();
  const { reading } = importing.state;
  if (!reading || reading.faults.length === 0) return <Text size="sm">没有无法读取的单元格。</Text>;
  return (
    <>
      <Group justify="space-between" mb="xs">
        <Text size="sm">
          有误的行不会导入，其余的行可以先导入；可在此更正，也可在表格中改好后重新选择文件，已导入且没有再改动的行不会重复。
        </Text>
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => saveProblemList(reading, `${workspace.budget.unit.name}导入问题清单.csv`)}
        >
          下载问题清单（CSV）
        </Button>
      </Group>
      <Paged items={reading.faults} label="有误">
        {(shown) => (
          <div className={styles.scroll}>
            <table className={styles.table}>
              <caption className={styles.hidden}>无法读取的单元格</caption>
              <thead>
                <tr>
                  <th scope="col">位置</th>
                  <th scope="col">列</th>
                  <th scope="col">填写的内容</th>
                  <th scope="col">问题</th>
                  <th scope="col">更正为</th>
                </tr>
              </thead>
              <tbody>
                {shown.map((fault) => (
                  <FaultLine key={`${fault.address} ${fault.message}`} fault={fault} importing={importing} />
                ))}
              </tbody>
            </table>
          </div>
        )}
      </Paged>
    </>
  );
}

function FaultLine({ fault, importing }: { fault: CellFault; importing: WorkbookImporting }) {
  const { address, heading, found, message } = fault;
  const { pending } = importing.state;
  const isCell = /![A-Z]+\d+$/.test(address) && heading !== '';
  return (
    <tr>
      <td className={styles.address}>{address}</td>
      <td>{heading}</td>
      <td className={styles.found}>{found}</td>
      <td>{message}</td>
      <td>
        {isCell && (
          <TextInput
            size="xs"
            aria-label={`${address} 更正为`}
            placeholder="留空则不更正"
            value={pending[address] ?? ''}
            onChange={(event) => {
              const text = event.currentTarget.value;
              if (text === '') importing.withdraw([address]);
              else importing.correct({ [address]: text });
            }}
          />
        )}
      </td>
    </tr>
  );
}
