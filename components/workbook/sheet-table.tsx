import { NativeSelect } from '@mantine/core';
import type { ImportMode } from '@/lib/domain/workbook/match-rows.ts';
import type { ImportPlan } from '@/lib/domain/workbook/plan-import.ts';
import { PROFILE_SHEET, type SheetId, sheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';
import { countOf, OUTCOMES } from './outcome-words.ts';
import type { WorkbookImporting } from './use-workbook-import.ts';
import styles from './workbook.module.css';

const MODES: readonly { readonly value: ImportMode | 'none'; readonly label: string }[] = [
  { value: 'merge', label: '更新并补充' },
  { value: 'append', label: '全部作为新增' },
  { value: 'replace', label: '替换整个部分' },
  { value: 'none', label: '不导入' },
];

interface SheetTableProps {
  importing: WorkbookImporting;
  plan: ImportPlan;
}

/** Section by section: how many rows are added, changed and so on, and how its rows are to be taken. */
export function SheetTable({ importing, plan }: SheetTableProps) {
  const { state, setMode, setTakesFacts } = importing;
  const sheets = state.reading?.sheets ?? [];
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>各部分将发生的变化</caption>
        <thead>
          <tr>
            <th scope="col">部分</th>
            <th scope="col">工作表</th>
            <th scope="col" className={styles.number}>
              行数
            </th>
            {OUTCOMES.map(({ outcome, label }) => (
              <th scope="col" key={outcome} className={styles.number}>
                {label}
              </th>
            ))}
            <th scope="col" className={styles.number}>
              将删除
            </th>
            <th scope="col">处理方式</th>
          </tr>
        </thead>
        <tbody>
          {sheets.map(({ id, sheetName, rowCount }) =>
            id === 'profile' ? (
              <Line
                key={id}
                name={PROFILE_SHEET}
                sheetName={sheetName}
                rowCount={rowCount}
                rows={plan.facts}
                removed={0}
              >
                <NativeSelect
                  size="xs"
                  aria-label={`${PROFILE_SHEET}的处理方式`}
                  value={state.takesFacts ? 'merge' : 'none'}
                  onChange={(event) => setTakesFacts(event.currentTarget.value === 'merge')}
                  data={MODES.filter(({ value }) => value === 'merge' || value === 'none')}
                />
              </Line>
            ) : (
              <SheetLine key={id} id={id} {...{ sheetName, rowCount, plan }} mode={state.modes[id]} setMode={setMode} />
            ),
          )}
        </tbody>
      </table>
    </div>
  );
}

interface SheetLineProps {
  id: SheetId;
  sheetName: string;
  rowCount: number;
  plan: ImportPlan;
  mode: ImportMode | null | undefined;
  setMode: (id: SheetId, mode: ImportMode | null) => void;
}

function SheetLine({ id, sheetName, rowCount, plan, mode, setMode }: SheetLineProps) {
  const { name } = sheetSpec(id);
  const planned = plan.sheets.find((sheet) => sheet.id === id);
  return (
    <Line {...{ name, sheetName, rowCount }} rows={planned?.rows ?? []} removed={planned?.removed.length ?? 0}>
      <NativeSelect
        size="xs"
        aria-label={`${name}的处理方式`}
        value={mode === null ? 'none' : (mode ?? 'merge')}
        onChange={(event) => {
          const chosen = MODES.find(({ value }) => value === event.currentTarget.value)?.value ?? 'merge';
          setMode(id, chosen === 'none' ? null : chosen);
        }}
        data={[...MODES]}
      />
    </Line>
  );
}

interface LineProps {
  name: string;
  sheetName: string;
  rowCount: number;
  rows: Parameters<typeof countOf>[0];
  removed: number;
  children: React.ReactNode;
}

function Line({ name, sheetName, rowCount, rows, removed, children }: LineProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{sheetName}</td>
      <td className={styles.number}>{rowCount}</td>
      {OUTCOMES.map(({ outcome }) => {
        const count = countOf(rows, outcome);
        return (
          <td key={outcome} className={styles.number} data-outcome={count > 0 ? outcome : undefined}>
            {count > 0 ? count : '–'}
          </td>
        );
      })}
      <td className={styles.number} data-outcome={removed > 0 ? 'faulty' : undefined}>
        {removed > 0 ? removed : '–'}
      </td>
      <td>{children}</td>
    </tr>
  );
}
