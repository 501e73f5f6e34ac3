import { Button, Chip, Group, Select, TextInput } from '@mantine/core';
import { countStages, NO_FILTER, type Onlooker, type QueueFilter } from '@/lib/domain/review/queue-filter.ts';
import { QUEUE_STAGE_LABELS, QUEUE_STAGES, type QueueRow } from '@/lib/domain/review/queue-row.ts';
import { RISK_LEVEL_LABELS, RISK_LEVELS } from '@/lib/domain/review/risk-rank.ts';

interface QueueFiltersProps {
  rows: readonly QueueRow[];
  filter: QueueFilter;
  onlooker: Onlooker;
  change: (filter: QueueFilter) => void;
  year: number | null;
  years: readonly number[];
  changeYear: (year: number) => void;
}

/** What of the queue is shown; the states say how many there are of each. */
export function QueueFilters({ rows, filter, onlooker, change, year, years, changeYear }: QueueFiltersProps) {
  const departments = new Map(rows.map(({ departmentCode, departmentName }) => [departmentCode, departmentName]));
  const isFiltered = JSON.stringify(filter) !== JSON.stringify(NO_FILTER);
  return (
    <>
      <Group gap="xs" align="flex-end">
        <Select
          label="年度"
          w={96}
          allowDeselect={false}
          data={years.map(String)}
          value={year === null ? null : String(year)}
          onChange={(value) => value && changeYear(Number(value))}
        />
        <TextInput
          label="查找单位"
          placeholder="名称、编码或审核人"
          maxLength={50}
          value={filter.search}
          onChange={(event) => change({ ...filter, search: event.currentTarget.value })}
        />
        <Select
          label="部门"
          placeholder="全部部门"
          clearable
          searchable
          nothingFoundMessage="没有这个部门"
          data={[...departments].map(([value, label]) => ({ value, label: `${value} ${label}` }))}
          value={filter.departmentCode}
          onChange={(departmentCode) => change({ ...filter, departmentCode })}
        />
        <Select
          label="风险"
          placeholder="全部"
          w={100}
          clearable
          data={RISK_LEVELS.map((value) => ({ value, label: RISK_LEVEL_LABELS[value] }))}
          value={filter.risk}
          onChange={(risk) => change({ ...filter, risk: RISK_LEVELS.find((level) => level === risk) ?? null })}
        />
        <Group gap={6} pb={4}>
          {TOGGLES.map(([name, label]) => (
            <Chip
              key={name}
              size="sm"
              checked={filter[name]}
              onChange={(checked) => change({ ...filter, [name]: checked })}
            >
              {label}
            </Chip>
          ))}
          {isFiltered && (
            <Button size="xs" variant="subtle" onClick={() => change(NO_FILTER)}>
              清除筛选
            </Button>
          )}
        </Group>
      </Group>
      <StageChips rows={rows} filter={filter} onlooker={onlooker} change={change} />
    </>
  );
}

const TOGGLES = [
  ['isMine', '只看我的'],
  ['isLate', '逾期'],
  ['isClean', '无问题'],
] as const;

function StageChips({
  rows,
  filter,
  onlooker,
  change,
}: Pick<QueueFiltersProps, 'rows' | 'filter' | 'onlooker' | 'change'>) {
  const counts = countStages(rows, filter, onlooker);
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  return (
    <Chip.Group
      value={filter.stage ?? 'ALL'}
      onChange={(value) => change({ ...filter, stage: QUEUE_STAGES.find((stage) => stage === value) ?? null })}
    >
      <Group gap={6} role="radiogroup" aria-label="按状态筛选">
        <Chip size="sm" value="ALL">
          全部 {total}
        </Chip>
        {QUEUE_STAGES.filter((stage) => counts.has(stage) || filter.stage === stage).map((stage) => (
          <Chip key={stage} size="sm" value={stage}>
            {QUEUE_STAGE_LABELS[stage]} {counts.get(stage) ?? 0}
          </Chip>
        ))}
      </Group>
    </Chip.Group>
  );
}
