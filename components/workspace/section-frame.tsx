'use client';

import { Badge, Button, SegmentedControl } from '@mantine/core';
import type { ReactNode } from 'react';
import { useAnnexPanel } from '@/components/annexes/annex-panel-state.ts';
import { type Finding, SECTION_LABELS, type Section } from '@/lib/domain/checks/finding.ts';
import { useDraft } from './draft-context.tsx';
import { findingsOfSection } from './draft-navigation.ts';
import { FindingsPanel } from './findings-panel.tsx';
import styles from './section-frame.module.css';
import { togglePreview, usePanel } from './use-panel.ts';

interface SectionFrameProps {
  section: Section;
  /** Where the page is about less than a section: its own title, and the findings about it. */
  title?: ReactNode;
  findings?: readonly Finding[];
  /** Buttons of the page beside undo and redo. */
  actions?: ReactNode;
  /** Figures of the page in one line below its title. */
  summary?: ReactNode;
  /** Whether the page has amounts whose unit can be chosen. */
  hasAmounts?: boolean;
  /** Whether the content fills the window (one grid), or is as long as it is. */
  fill?: boolean;
  children: ReactNode;
}

/** A page of the workspace: title and tools above, content, and what the checks say of it at the right. */
export function SectionFrame(props: SectionFrameProps) {
  const { section, title, actions, summary, hasAmounts = true, fill = false, children } = props;
  const { findings: all, workspace } = useDraft();
  const isLocked = workspace.version.lockedSections.includes(section);
  const findings = props.findings ?? findingsOfSection(all, section);
  const panel = usePanel();
  return (
    <div className={styles.frame}>
      <section className={styles.page} data-fill={fill || undefined}>
        <header className={styles.head}>
          <h2 className={styles.title}>{title ?? SECTION_LABELS[section]}</h2>
          {isLocked && (
            <Badge color="gray.8" variant="light" radius="sm">
              已锁定，不在本次修改范围内
            </Badge>
          )}
          <div className={styles.tools}>
            <UndoButtons />
            {actions}
            {hasAmounts && <UnitSwitch />}
            <PreviewButton />
            {!panel.shown && (
              <Button size="compact-sm" variant="default" onClick={() => panel.show(true)}>
                ‹ 本页校验{findings.length > 0 && `（${findings.length}）`}
              </Button>
            )}
          </div>
        </header>
        {summary}
        <div className={styles.content}>{children}</div>
      </section>
      {panel.shown && (
        <FindingsPanel
          findings={findings}
          scope={panel.scope}
          setScope={panel.setScope}
          focusRequest={panel.focusRequest}
          onHide={() => panel.show(false)}
        />
      )}
    </div>
  );
}

function PreviewButton() {
  const { isOpen } = useAnnexPanel();
  return (
    <Button size="compact-sm" variant="default" onClick={togglePreview} aria-pressed={isOpen} title="附件预览（F7）">
      {isOpen ? '关闭预览' : '附件预览'}
    </Button>
  );
}

function UndoButtons() {
  const { undo, redo, undoLabel, redoLabel, readOnly } = useDraft();
  if (readOnly) return null;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        onClick={undo}
        disabled={undoLabel === null}
        title={undoLabel === null ? '没有可撤销的操作' : `撤销：${undoLabel}`}
      >
        撤销
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        onClick={redo}
        disabled={redoLabel === null}
        title={redoLabel === null ? '没有可重做的操作' : `重做：${redoLabel}`}
      >
        重做
      </Button>
    </>
  );
}

function UnitSwitch() {
  const { unit, setUnit } = useDraft();
  return (
    <SegmentedControl
      size="xs"
      aria-label="金额单位"
      value={unit}
      onChange={(value) => setUnit(value === 'wanYuan' ? 'wanYuan' : 'yuan')}
      data={[
        { value: 'yuan', label: '元' },
        { value: 'wanYuan', label: '万元' },
      ]}
    />
  );
}
