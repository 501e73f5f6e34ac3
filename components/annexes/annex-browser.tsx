'use client';

import { Group, Kbd, NavLink, ScrollArea, Text } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { useRef, useState } from 'react';
import type { AnnexTable } from '@/lib/domain/annexes/annex-table.ts';
import type { NarrativeDocument } from '@/lib/domain/narrative/narrative-document.ts';
import styles from './annex-browser.module.css';
import type { FollowAmount } from './annex-rows.tsx';
import { AnnexView } from './annex-view.tsx';
import { NarrativeView } from './narrative-view.tsx';

interface AnnexBrowserProps {
  annexes: readonly AnnexTable[];
  narrative: NarrativeDocument;
  draft: boolean;
  /** The annex to open first, e.g. `3`; without it the narrative. */
  initialAnnex?: string;
  onFollow?: FollowAmount;
}

const NARRATIVE = 'narrative';

/** The whole document set as it will print: a list at the left, the page at the right; [ and ] turn the page. */
export function AnnexBrowser({ annexes, narrative, draft, initialAnnex, onFollow }: AnnexBrowserProps) {
  const entries = withoutCommonBeginning([
    { id: NARRATIVE, label: '情况说明', title: narrative.titleLines.join('') },
    ...annexes.map(({ annex, number, title }) => ({ id: annex, label: number, title })),
  ]);
  const [chosen, setChosen] = useState(initialAnnex ?? NARRATIVE);
  const page = useRef<HTMLElement>(null);
  const turn = (step: number) => {
    const next = entries[entries.findIndex(({ id }) => id === chosen) + step];
    if (next) setChosen(next.id);
    page.current?.scrollTo({ top: 0 });
  };
  useHotkeys([
    ['[', () => turn(-1)],
    [']', () => turn(1)],
  ]);
  const table = annexes.find(({ annex }) => annex === chosen);
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
        {table ? (
          <AnnexView table={table} draft={draft} onFollow={onFollow} />
        ) : (
          <NarrativeView narrative={narrative} draft={draft} />
        )}
      </section>
    </div>
  );
}

/** Every title begins with the name of the department; in a narrow list it would hide what tells them apart. */
function withoutCommonBeginning<E extends { readonly title: string }>(entries: readonly E[]): readonly E[] {
  const [first = ''] = entries.map(({ title }) => title);
  let length = 0;
  while (length < first.length && entries.every(({ title }) => title.startsWith(first.slice(0, length + 1))))
    length += 1;
  return entries.length > 1 ? entries.map((entry) => ({ ...entry, title: entry.title.slice(length) })) : entries;
}
