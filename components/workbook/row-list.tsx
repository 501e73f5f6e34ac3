import { Group, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { ImportPlan, PlannedRow, RowOutcome } from '@/lib/domain/workbook/plan-import.ts';
import { PROFILE_SHEET, sheetSpec } from '@/lib/domain/workbook/workbook-sheets.ts';
import { fieldLabel, fieldText } from '@/lib/messages/field-labels.ts';
import { OUTCOMES, outcomeLabel } from './outcome-words.ts';
import { Paged } from './paged.tsx';
import { plannedRowLabel } from './planned-row-label.ts';
import styles from './workbook.module.css';

const ALL = 'all';
const REMOVED = 'removed';

interface ListedRow {
  readonly id: string;
  readonly place: string;
  readonly label: string;
  readonly outcome: RowOutcome | typeof REMOVED;
  readonly changes: readonly string[];
}

/** Row by row what would happen: which rows are new, which fields of which rows change from what to what. */
export function RowList({ plan }: { plan: ImportPlan }) {
  const { budget, workspace } = useDraft();
  const [outcome, setOutcome] = useState<string>(ALL);
  const label = plannedRowLabel(budget, workspace.edition, plan);
  const rows = plan.sheets.flatMap(({ id, rows: planned, removed }): (() => ListedRow)[] => {
    const { name } = sheetSpec(id);
    const listed = planned
      .filter((row) => outcome === ALL || row.outcome === outcome)
      .map((row) => () => ({
        ...{ id: `${id}${row.imported.row}`, place: `${name} 第 ${row.imported.row} 行`, outcome: row.outcome },
        ...{ label: label(row.imported.sheet, rowOf(row)), changes: changedTexts(row) },
      }));
    const gone = outcome === ALL || outcome === REMOVED ? removed : [];
    return [
      ...listed,
      ...gone.map((row) => () => ({
        ...({ id: row.key, place: name, label: label(id, row), outcome: REMOVED, changes: [] } as const),
      })),
    ];
  });
  const facts = plan.facts
    .filter((fact) => outcome === ALL || fact.outcome === outcome)
    .map(
      ({ fact, outcome: own, before }) =>
        (): ListedRow => ({
          ...{ id: fact.path, place: PROFILE_SHEET, label: fact.label, outcome: own },
          changes: own === 'changed' ? [`${fieldText(fact.path, before)} → ${fieldText(fact.path, fact.value)}`] : [],
        }),
    );
  return (
    <>
      <Group mb="xs">
        <NativeSelect
          size="xs"
          aria-label="按变化筛选"
          value={outcome}
          onChange={(event) => setOutcome(event.currentTarget.value)}
          data={[
            { value: ALL, label: '全部行' },
            ...OUTCOMES.map((known) => ({ value: known.outcome, label: known.label })),
            { value: REMOVED, label: '将删除' },
          ]}
        />
      </Group>
      <Paged items={[...rows, ...facts]} label="行">
        {(page) => <RowTable rows={page.map((row) => row())} />}
      </Paged>
    </>
  );
}

function RowTable({ rows }: { rows: readonly ListedRow[] }) {
  if (rows.length === 0) return <Text size="sm">没有这样的行。</Text>;
  return (
    <div className={styles.scroll}>
      <table className={styles.table}>
        <caption className={styles.hidden}>逐行预览</caption>
        <thead>
          <tr>
            <th scope="col">位置</th>
            <th scope="col">变化</th>
            <th scope="col">内容</th>
            <th scope="col">修改之处</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ id, place, outcome, label, changes }) => (
            <tr key={id}>
              <td className={styles.address}>{place}</td>
              <td>
                <span className={styles.outcome} data-outcome={outcome === REMOVED ? 'faulty' : outcome}>
                  {outcome === REMOVED ? '删除' : outcomeLabel(outcome)}
                </span>
              </td>
              <td className={styles.found}>{label}</td>
              <td className={styles.found}>{changes.join('；')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function rowOf({ after, before, imported }: PlannedRow): object {
  return after ?? { ...before, ...imported.fields };
}

function changedTexts({ before, after, changedFields, outcome }: PlannedRow): readonly string[] {
  if (outcome === 'waiting') return ['所属项目未导入，此行暂不导入'];
  const [old, next] = [before, after] as unknown as Readonly<Record<string, unknown>>[];
  if (!old || !next) return [];
  return changedFields
    .filter((field) => field !== 'projectKey')
    .map((field) => `${fieldLabel(field)}：${fieldText(field, old[field])} → ${fieldText(field, next[field])}`);
}
