'use client';

import { Button, Checkbox, Drawer, NativeSelect } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import { usePresent } from '@/components/ui/use-present.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { newKey } from '@/components/workspace/new-key.ts';
import type { ExpenditureLine } from '@/lib/domain/budget/budget.ts';
import { groupBy } from '@/lib/domain/group-by.ts';
import { COMPARISON_LABELS, type ProjectIndicator } from '@/lib/domain/performance/indicator.ts';
import { adoptIndicators } from '@/lib/domain/performance/library/adopt-indicators.ts';
import { fillsGap, type LibraryIndicator, missingKinds } from '@/lib/domain/performance/library/library-indicator.ts';
import { likelyKinds, PROJECT_KINDS } from '@/lib/domain/performance/library/project-kinds.ts';
import type { Project } from '@/lib/domain/projects/project.ts';
import styles from './indicator-library.module.css';

interface IndicatorLibraryDrawerProps {
  opened: boolean;
  onClose: () => void;
  project: Project;
  lines: readonly ExpenditureLine[];
  /** The project's indicators. */
  own: readonly ProjectIndicator[];
}

/** 指标库: usual indicators of the project's kind, what is still missing first. */
export function IndicatorLibraryDrawer({ opened, onClose, project, lines, own }: IndicatorLibraryDrawerProps) {
  const present = usePresent();
  const { budget, workspace, edit } = useDraft();
  const [kindId, setKindId] = useState<string | null>(null);
  const [chosen, setChosen] = useState<readonly LibraryIndicator[]>([]);
  const kinds = useMemo(() => likelyKinds(project, lines), [project, lines]);
  const kind = kinds.find(({ id }) => id === kindId) ?? kinds[0] ?? PROJECT_KINDS[0];
  const missing = missingKinds(own);
  const names = new Set(own.map(({ level3 }) => plain(level3)));
  const isPresent = ({ level3 }: LibraryIndicator) => names.has(plain(level3));
  const picked = chosen.filter((indicator) => !isPresent(indicator));
  const { projectWeightTotal } = workspace.settings;
  const toggle = (indicator: LibraryIndicator) =>
    setChosen(chosen.includes(indicator) ? chosen.filter((one) => one !== indicator) : [...chosen, indicator]);
  const chooseMissing = () => {
    const firsts = missing.flatMap(
      (gap) => kind?.indicators.find((indicator) => fillsGap(indicator, [gap]) && !isPresent(indicator)) ?? [],
    );
    setChosen([...new Set([...chosen, ...firsts])]);
  };
  const adopt = () => {
    const weightTotal = projectWeightTotal;
    const input = { projectKey: project.key, chosen: picked, own, all: budget.indicators, weightTotal, newKey };
    edit(adoptIndicators(input), `从指标库加入 ${picked.length} 条指标`, 'library');
    const open = picked.filter(({ targetValue }) => targetValue === '').length;
    const rest = open > 0 ? `；其中 ${open} 条的指标值请按本项目填写` : '';
    const message = `已加入 ${picked.length} 条指标，权重合计 ${weightTotal} 分${rest}。`;
    notifications.show({ color: 'green', message });
    setChosen([]);
    onClose();
  };
  return (
    <Drawer
      opened={opened && present}
      onClose={onClose}
      position="right"
      size="min(760px, 100vw)"
      title={`从指标库选择：${project.name.trim() || '（未命名项目）'}`}
      classNames={{ content: styles.drawer, body: styles.body }}
    >
      <div className={styles.tools}>
        <NativeSelect
          data-autofocus
          label="项目类型"
          description={kindId === null ? '按项目名称和科目推测' : undefined}
          value={kind?.id}
          data={kinds.map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => setKindId(event.currentTarget.value)}
        />
        {missing.length > 0 ? (
          <div className={styles.missing}>
            <span>还缺：{missing.join('、')}</span>
            <Button size="compact-sm" variant="default" onClick={chooseMissing}>
              各补一条
            </Button>
          </div>
        ) : (
          <p className={styles.complete}>✓ 产出、成本、效益、满意度指标齐全</p>
        )}
      </div>
      <div className={styles.list}>
        {[...groupBy(inOrder(kind?.indicators ?? [], missing), ({ level2 }) => level2)].map(([level2, indicators]) => (
          <fieldset key={level2} className={styles.group}>
            <legend>
              {level2}
              {indicators.some((one) => fillsGap(one, missing)) && <span className={styles.gap}>还缺</span>}
            </legend>
            {indicators.map((indicator) => (
              <IndicatorChoice
                key={indicator.level3}
                indicator={indicator}
                present={isPresent(indicator)}
                chosen={chosen.includes(indicator)}
                onToggle={() => toggle(indicator)}
              />
            ))}
          </fieldset>
        ))}
      </div>
      <div className={styles.footer}>
        <span aria-live="polite">
          {picked.length === 0 ? '勾选要加入的指标。' : `已选 ${picked.length} 条，`}
          {picked.length > 0 && `加入后权重自动分配，合计 ${projectWeightTotal} 分。`}
        </span>
        <Button disabled={picked.length === 0} onClick={adopt}>
          加入所选指标
        </Button>
      </div>
    </Drawer>
  );
}

interface IndicatorChoiceProps {
  indicator: LibraryIndicator;
  present: boolean;
  chosen: boolean;
  onToggle: () => void;
}

function IndicatorChoice({ indicator, present, chosen, onToggle }: IndicatorChoiceProps) {
  const { level3, comparison, targetValue, unitOfMeasure, weight } = indicator;
  const target = targetValue === '' ? `待填 ${unitOfMeasure}` : `${targetValue}${unitOfMeasure}`;
  return (
    <Checkbox
      checked={present || chosen}
      disabled={present}
      onChange={onToggle}
      classNames={{ root: styles.choice, body: styles.choiceBody, labelWrapper: styles.choiceLabel }}
      label={
        <span className={styles.columns}>
          <span>
            {level3}
            {present && <span className={styles.present}>已有</span>}
          </span>
          <span className={styles.target}>
            {COMPARISON_LABELS[comparison]} {target}
          </span>
          <span className={styles.weight}>建议 {weight} 分</span>
        </span>
      }
    />
  );
}

/** What fills a gap first, else in the order of the framework. */
function inOrder(indicators: readonly LibraryIndicator[], missing: readonly string[]): readonly LibraryIndicator[] {
  const isGap = (indicator: LibraryIndicator) => fillsGap(indicator, missing);
  return [...indicators.filter(isGap), ...indicators.filter((indicator) => !isGap(indicator))];
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}
