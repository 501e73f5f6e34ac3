'use client';

import { Group, Kbd, NavLink, ScrollArea, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import type { AnnexCellChange } from '@/lib/domain/versions/compare-annexes.ts';
import styles from './annex-browser.module.css';
import { annexEntries } from './annex-entries.ts';
import { NARRATIVE } from './annex-of-page.ts';
import type { FollowAmount } from './annex-rows.tsx';
import { AnnexView } from './annex-view.tsx';
import { NarrativeView } from './narrative-view.tsx';
import { useShownCell } from './use-shown-cell.ts';

interface AnnexBrowserProps {
  annexes: readonly AnnexTable[];
  narrative: NarrativeDocument;
  draft: boolean;
  /** The annex to open first, e.g. `3`; without it the narrative. */
  initialAnnex?: string;
  /** A cell of it to bring into sight, as `<row>/<column>`. */
  initialCell?: string;
  onFollow?: FollowAmount;
  /** Cells to be marked as changed, by annex and by `<row>/<column>`. */
  changes?: ReadonlyMap<string, ReadonlyMap<string, AnnexCellChange>>;
  /** Leaves the annexes out of the list in which nothing is marked. */
  onlyChanged?: boolean;
  /** Stands below list and page; `show` turns to an annex and brings a cell of it into sight. */
  foot?: (shown: string, show: (annex: string, cell: string) => void) => ReactNode;
}

/** The whole document set as it will print: a list at the left, the page at the right; [ and ] turn the page. */
export function AnnexBrowser(props: AnnexBrowserProps) {
  const { annexes, narrative, draft, initialAnnex, initialCell, onFollow, changes, onlyChanged = false, foot } = props;
  const [chosen, setChosen] = useState(initialAnnex ?? NARRATIVE);
  const [target, setTarget] = useState({ annex: initialAnnex, cell: initialCell ?? null });
  const entries = annexEntries(annexes, narrative).filter(
    ({ id }) => !onlyChanged || id === chosen || id === NARRATIVE || changes?.has(id),
  );
  const page = useRef<HTMLElement>(null);
  const shown = annexes.find(({ annex }) => annex === chosen);
  const cell = chosen === target.annex ? target.cell : null;
  useShownCell(page, shown ? cell : null);
  const turn = (step: number) => {
    const next = entries[entries.findIndex(({ id }) => id === chosen) + step];
    if (next) setChosen(next.id);
    page.current?.scrollTo({ top: 0 });
  };
  useHotkeys([
    ['[', () => turn(-1)],
    [']', () => turn(1)],
  ]);
  const show = (annex: string, at: string) => {
    setChosen(annex);
    setTarget({ annex, cell: at });
  };
  return (
    <div className={styles.browser}>
      <nav className={styles.list} aria-label="说明与附件">
        <ScrollArea h="100%" type="auto">
          {entries.map(({ id, label, title }) => (
            <NavLink
              key={id}
              component="button"
              type="button"
              label={label}
              description={title}
              rightSection={<ChangedCells count={changes?.get(id)?.size ?? 0} />}
              active={id === chosen}
              aria-current={id === chosen ? 'true' : undefined}
              onClick={() => setChosen(id)}
              classNames={{ root: styles.entry, description: styles.entryTitle }}
            />
          ))}
          <Group gap={4} p="xs">
            <Kbd>[</Kbd>
            <Kbd>]</Kbd>
            <Text size="xs" c="dimmed">
              上一张、下一张
            </Text>
          </Group>
        </ScrollArea>
      </nav>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <section ref={page} className={styles.page} aria-label="预览" tabIndex={0}>
        {shown ? (
          <AnnexView
            table={shown}
            draft={draft}
            marks={{ cell, changes: changes?.get(shown.annex) }}
            onFollow={onFollow}
          />
        ) : (
          <NarrativeView narrative={narrative} draft={draft} />
        )}
      </section>
      {foot && <div className={styles.foot}>{foot(chosen, show)}</div>}
    </div>
  );
}

function ChangedCells({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <span className={styles.changed} title={`${count} 格有变化`}>
      {count}
      <span className="visually-hidden"> 格有变化</span>
    </span>
  );
}
