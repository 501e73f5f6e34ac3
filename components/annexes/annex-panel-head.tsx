'use client';

import { ActionIcon, Group, NativeSelect } from '@mantine/core';
import type { AnnexEntry } from '@/lib/domain/annexes/annex-entries.ts';
import styles from './annex-panel.module.css';
import { changeAnnexPanel } from './annex-panel-state.ts';

interface AnnexPanelHeadProps {
  entries: readonly AnnexEntry[];
  annex: string;
  choose: (id: string) => void;
  /** Undefined: the page fits the panel. */
  scale: number | undefined;
  setScale: (scale: number | undefined) => void;
}

/** Which annex is shown, how large, and the way out. */
export function AnnexPanelHead({ entries, annex, choose, scale, setScale }: AnnexPanelHeadProps) {
  const at = entries.findIndex(({ id }) => id === annex);
  const turn = (step: number) => {
    const next = entries[at + step];
    if (next) choose(next.id);
  };
  return (
    <div className={styles.head}>
      <NativeSelect
        size="xs"
        aria-label="预览哪张附件"
        className={styles.select}
        value={annex}
        onChange={(event) => choose(event.currentTarget.value)}
        data={entries.map(({ id, label, title }) => ({ value: id, label: `${label} ${title}` }))}
      />
      <Group gap={2} wrap="nowrap">
        <ActionIcon aria-label="上一张" onClick={() => turn(-1)} disabled={at <= 0}>
          ‹
        </ActionIcon>
        <ActionIcon aria-label="下一张" onClick={() => turn(1)} disabled={at === entries.length - 1}>
          ›
        </ActionIcon>
        <button
          type="button"
          className={styles.text}
          aria-pressed={scale !== undefined}
          onClick={() => setScale(scale === undefined ? 1 : undefined)}
        >
          {scale === undefined ? '原大' : '适合宽度'}
        </button>
        <button
          type="button"
          className={styles.text}
          title="关闭预览（F7）"
          onClick={() => changeAnnexPanel({ isOpen: false, trail: null })}
        >
          关闭
        </button>
      </Group>
    </div>
  );
}
