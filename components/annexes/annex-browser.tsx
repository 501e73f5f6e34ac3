'use client';

import { Button, Group, Kbd, NavLink, ScrollArea, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { type ReactNode, useRef, useState } from 'react';
import { annexEntries, NARRATIVE } from '@/lib/domain/annexes/annex-entries.ts';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { AnnexCellPlace } from '@/lib/domain/annexes/cell-name.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import type { AnnexCellChange } from '@/lib/domain/versions/compare-annexes.ts';
import styles from './annex-browser.module.css';
import type { FollowAmount } from './annex-rows.tsx';
import { AnnexView } from './annex-view.tsx';
import { NarrativeView } from './narrative-view.tsx';
import { usePickedCell } from './use-picked-cell.ts';
import { useShownCell } from './use-shown-cell.ts';

export interface CellRemarks {
  /** Of an annex, the cells with open remarks, as `<row>/<column>`. */
  readonly remarkedIn: (annex: string) => ReadonlySet<string>;
  readonly nameOf: (cell: AnnexCellPlace) => string | null;
  /** Absent for those who may not remark. */
  readonly onRemark?: (cell: AnnexCellPlace) => void;
}

interface AnnexBrowserProps {
  annexes: readonly AnnexTable[];
  narrative: NarrativeDocument;
  draft: boolean;
  /** The annex to open first, e.g. `3`; without it the narrative. */
  initialAnnex?: string;
  /** A cell of it to bring into sight, as `<row>/<column>`. */
  initialCell?: string;
  onFollow?: FollowAmount;
  /** Remarks on printed cells; without it cells are not picked. */
  remarks?: CellRemarks;
  /** Cells to be marked as changed, by annex and by `<row>/<column>`. */
  changes?: ReadonlyMap<string, ReadonlyMap<string, AnnexCellChange>>;
  /** Leaves the annexes out of the list in which nothing is marked. */
  onlyChanged?: boolean;
  /** Stands below list and page; `show` turns to an annex and brings a cell of it into sight. */
  foot?: (shown: string, show: (annex: string, cell: string) => void) => ReactNode;
}

/** The whole document set as it will print: a list at the left, the page at the right; [ and ] turn the page. */
export function AnnexBrowser(props: AnnexBrowserProps) {
  const { annexes, narrative, draft, initialAnnex, initialCell, onFollow, remarks } = props;
  const { changes, onlyChanged = false, foot } = props;
  const [chosen, setChosen] = useState(initialAnnex ?? NARRATIVE);
  const [target, setTarget] = useState({ annex: initialAnnex, cell: initialCell ?? null });
  const entries = annexEntries(annexes, narrative).filter(
    ({ id }) => !onlyChanged || id === chosen || id === NARRATIVE || changes?.has(id),
  );
  const page = useRef<HTMLElement>(null);
  const shown = annexes.find(({ annex }) => annex === chosen);
  const cell = chosen === target.annex ? target.cell : null;
  useShownCell(page, shown ? cell : null);
  const { picked, drop, handlers } = usePickedCell();
  const place = shown && picked ? { annex: shown.annex, ...picked } : null;
  const show = (id: string) => {
    setChosen(id);
    drop();
  };
  const remark = () => place && remarks?.onRemark?.(place);
  const turn = (step: number) => {
    const next = entries[entries.findIndex(({ id }) => id === chosen) + step];
    if (next) show(next.id);
    page.current?.scrollTo({ top: 0 });
  };
  useHotkeys([
    ['[', () => turn(-1)],
    [']', () => turn(1)],
    ['c', () => remark()],
  ]);
  const showCell = (annex: string, at: string) => {
    show(annex);
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
              onClick={() => show(id)}
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
      <section
        ref={page}
        className={styles.page}
        aria-label="预览"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
        tabIndex={0}
        {...(remarks?.onRemark ? handlers : {})}
      >
        {remarks?.onRemark && shown && (
          <PickedBar name={place && remarks.nameOf(place)} onRemark={place ? remark : undefined} />
        )}
        {shown ? (
          <AnnexView
            table={shown}
            draft={draft}
            marks={{
              cell: picked ? `${picked.row}/${picked.column}` : cell,
              remarked: remarks?.remarkedIn(shown.annex),
              changes: changes?.get(shown.annex),
            }}
            onFollow={onFollow}
          />
        ) : (
          <NarrativeView narrative={narrative} draft={draft} />
        )}
      </section>
      {foot && <div className={styles.foot}>{foot(chosen, showCell)}</div>}
    </div>
  );
}

/** Names the cell that was picked, and offers a remark on it. */
function PickedBar({ name, onRemark }: { name: string | null; onRemark?: () => void }) {
  return (
    <Group gap="xs" className={styles.picked}>
      <Button size="compact-sm" variant="default" disabled={!onRemark} onClick={onRemark} rightSection={<Kbd>C</Kbd>}>
        批注所选格
      </Button>
      <Text size="sm" role="status">
        {name ?? '点选一格（或按 Enter 后用方向键），即可对它写意见'}
      </Text>
    </Group>
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
