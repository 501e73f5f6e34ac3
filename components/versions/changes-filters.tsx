import { NativeSelect } from '@mantine/core';
import { SECTION_LABELS, SECTIONS, type Section } from '@/lib/domain/checks/finding.ts';
import { CHANGE_FILTERS, type ChangeFilter } from '@/lib/domain/versions/change-filters.ts';
import type { BudgetChange } from '@/lib/domain/versions/compare-budgets.ts';
import { FILTER_WORDS } from './change-words.ts';
import styles from './changes.module.css';

interface ChangesFiltersProps {
  changes: readonly BudgetChange[];
  passes: (change: BudgetChange, filter: ChangeFilter) => boolean;
  thresholdPercent: number;
  filters: ReadonlySet<ChangeFilter>;
  onFilters: (filters: ReadonlySet<ChangeFilter>) => void;
  section: Section | null;
  onSection: (section: Section | null) => void;
}

/** What of the changes is shown: several filters at once narrow it down; each says how many it would leave by itself. */
export function ChangesFilters(props: ChangesFiltersProps) {
  const { changes, passes, thresholdPercent, filters, onFilters, section, onSection } = props;
  const toggle = (filter: ChangeFilter) => {
    const next = new Set(filters);
    if (!next.delete(filter)) next.add(filter);
    onFilters(next);
  };
  const inSection = (one: Section) => changes.filter((change) => change.section === one).length;
  return (
    <fieldset className={styles.filters} aria-label="筛选变化">
      {CHANGE_FILTERS.map((filter) => (
        <button
          key={filter}
          type="button"
          className={styles.filter}
          aria-pressed={filters.has(filter)}
          onClick={() => toggle(filter)}
        >
          {filter === 'large' ? `${FILTER_WORDS.large} ${thresholdPercent}%` : FILTER_WORDS[filter]}{' '}
          <b>{changes.filter((change) => passes(change, filter)).length}</b>
        </button>
      ))}
      <NativeSelect
        size="xs"
        aria-label="哪一部分"
        value={section ?? ''}
        onChange={({ currentTarget: { value } }) => onSection(SECTIONS.find((one) => one === value) ?? null)}
        data={[
          { value: '', label: `全部内容（${changes.length}）` },
          ...SECTIONS.filter((one) => inSection(one) > 0).map((one) => ({
            value: one,
            label: `${SECTION_LABELS[one]}（${inSection(one)}）`,
          })),
        ]}
      />
    </fieldset>
  );
}
