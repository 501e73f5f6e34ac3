'use client';

import { Switch } from '@mantine/core';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { bindNumber } from '@/lib/domain/narrative/bind-number.ts';
import {
  type EditableParagraph,
  type EditableSection,
  editableNarrative,
  editableParagraphs,
} from '@/lib/domain/narrative/editable-narrative.ts';
import { figureOrigin } from '@/lib/domain/narrative/figure-origin.ts';
import { lengthOfParts } from '@/lib/domain/narrative/passage-text.ts';
import { restoreChanges } from '@/lib/domain/narrative/wording-changes.ts';
import { type BarActions, EditorBar } from './editor-bar.tsx';
import type { EditorTools } from './editor-tools.ts';
import { FigureOriginDialog } from './figure-origin-dialog.tsx';
import { FigurePicker } from './figure-picker.tsx';
import { LastYearText } from './last-year-text.tsx';
import styles from './narrative-editor.module.css';
import { type ActiveParagraph, ParagraphEditor } from './paragraph-editor.tsx';
import { SpareWordings } from './spare-wordings.tsx';
import { useEditorTools } from './use-editor-tools.ts';
import { type LastYear, useLastYear } from './use-last-year.ts';
import type { ParagraphHandle } from './use-paragraph-editor.ts';

/** 说明文字 as the document that will be published: every paragraph is worded where it stands. */
export function NarrativeEditor() {
  const { budget, workspace, edit, goTo } = useDraft();
  const { edition } = workspace;
  const narrative = useMemo(() => editableNarrative(budget, edition), [budget, edition]);
  const [active, setActive] = useState<ActiveParagraph | null>(null);
  const [isPicking, setPicking] = useState(false);
  const [origin, setOrigin] = useState<string | null>(null);
  const [isCompared, setCompared] = useState(false);
  const handles = useRef(new Map<string, ParagraphHandle>());
  const bar = useRef<HTMLDivElement>(null);
  const lastYear = useLastYear();

  const pick = useCallback(() => setPicking(true), []);
  const showOrigin = useCallback(
    (ref: string) => {
      const found = figureOrigin(ref, budget, edition);
      if (found?.kind === 'profile') goTo({ kind: 'profile', field: found.field });
      else if (found) setOrigin(ref);
    },
    [budget, edition, goTo],
  );
  const { tools, data } = useEditorTools(useMemo(() => ({ pick, showOrigin }), [pick, showOrigin]));
  useFocusTarget(editableParagraphs(narrative), handles.current);

  const paragraph = active?.paragraph;
  const handle = paragraph && handles.current.get(paragraph.id);
  const wording = paragraph && lastYear?.wordingFor(paragraph);
  const actions: BarActions = {
    restore: () => {
      if (!active) return;
      active.discard();
      edit(restoreChanges(budget, active.paragraph), `“${active.paragraph.name}”恢复标准文字`);
      handle?.focus();
    },
    takeOver: wording ? () => handle?.insert(wording, { start: 0, end: lengthOfParts(active?.now ?? []) }) : null,
    bind: (number, ref) => {
      if (!active) return;
      handle?.insert(bindNumber(active.now, number, ref), { start: 0, end: lengthOfParts(active.now) });
    },
    removeChip: (at) => handle?.insert([], { start: at, end: at + 1 }),
    back: () => handle?.focus(),
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key that leads to the tools from any paragraph
    <div
      className={styles.editor}
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'F10') bar.current?.querySelector('button')?.focus();
      }}
    >
      <EditorBar
        ref={bar}
        active={active}
        tools={tools}
        actions={actions}
        end={
          lastYear && (
            <Switch
              size="xs"
              label="对照上年"
              aria-label={`对照 ${lastYear.year} 年文字`}
              checked={isCompared}
              onChange={(event) => setCompared(event.currentTarget.checked)}
            />
          )
        }
      >
        {isPicking && active && (
          <FigurePicker
            data={data}
            onChoose={(ref) => {
              setPicking(false);
              handle?.insert([{ kind: 'figure', ref }]);
            }}
            onClose={() => {
              setPicking(false);
              handle?.focus();
            }}
          />
        )}
      </EditorBar>
      <Sheet
        {...{ narrative, tools, active, handles: handles.current, setActive }}
        lastYear={isCompared ? lastYear : null}
      />
      <FigureOriginDialog figureRef={origin} onClose={() => setOrigin(null)} />
    </div>
  );
}

/** Goes to the paragraph that a finding is about. */
function useFocusTarget(paragraphs: readonly EditableParagraph[], handles: ReadonlyMap<string, ParagraphHandle>): void {
  const { focusTarget, clearFocusTarget } = useDraft();
  useEffect(() => {
    const place = focusTarget?.place;
    const isOperating = place?.kind === 'profile' && place.field === 'narrative.operatingText';
    const target = paragraphs.find(({ id, rowKey, others }) => {
      if (isOperating) return id === 'operating';
      if (place?.kind !== 'row' || place.collection !== 'passages') return false;
      return rowKey === place.key || others.some(({ key }) => key === place.key);
    });
    if (!target) return;
    handles.get(target.id)?.focus();
    clearFocusTarget();
  }, [focusTarget, clearFocusTarget, paragraphs, handles]);
}

interface SheetProps {
  narrative: ReturnType<typeof editableNarrative>;
  tools: EditorTools;
  active: ActiveParagraph | null;
  lastYear: LastYear | null;
  handles: Map<string, ParagraphHandle>;
  setActive: (active: ActiveParagraph) => void;
}

function Sheet({ narrative, ...shared }: SheetProps) {
  return (
    <section className={styles.sheet} aria-label="说明文字" data-compared={shared.lastYear ? true : undefined}>
      <h3 className={styles.title}>
        {narrative.titleLines.map((line) => (
          <span key={line}>{line}</span>
        ))}
      </h3>
      {narrative.sections.map((section) => (
        <SectionEditor key={section.heading} section={section} {...shared} />
      ))}
      {narrative.closing.map((paragraph) => (
        <ParagraphRow key={paragraph.id} paragraph={paragraph} {...shared} />
      ))}
      <SpareWordings passages={narrative.unused} reason="按现在的数据，公开文本中没有这一段，这份文字不会印出。" />
    </section>
  );
}

type Shared = Omit<SheetProps, 'narrative'>;

function SectionEditor({ section, ...shared }: Shared & { section: EditableSection }) {
  const Heading = section.level === 1 ? 'h4' : 'h5';
  return (
    <section>
      <Heading className={styles.heading}>{section.heading}</Heading>
      {section.paragraphs.map((paragraph) => (
        <ParagraphRow key={paragraph.id} paragraph={paragraph} {...shared} />
      ))}
      {section.sections.map((below) => (
        <SectionEditor key={below.heading} section={below} {...shared} />
      ))}
    </section>
  );
}

function ParagraphRow({
  paragraph,
  tools,
  active,
  lastYear,
  handles,
  setActive,
}: Shared & { paragraph: EditableParagraph }) {
  const { id, name, others } = paragraph;
  return (
    <div className={styles.row}>
      <div>
        <ParagraphEditor
          paragraph={paragraph}
          tools={tools}
          isActive={active?.paragraph.id === id}
          handle={(handle) => {
            if (handle) handles.set(id, handle);
            return () => void handles.delete(id);
          }}
          onActive={setActive}
        />
        <SpareWordings passages={others} reason="这一段另有一份自拟文字，公开文本不用它。" />
      </div>
      {lastYear && <LastYearText paragraphs={lastYear.paragraphsOf(id)} name={name} />}
    </div>
  );
}
