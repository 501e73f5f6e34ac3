'use client';

import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { type Choice, findChoices } from '@/components/grid/find-choices.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { CHONGQING_PHRASES } from '@/lib/domain/narrative/chongqing-phrases.ts';
import { CHONGQING_NARRATIVE } from '@/lib/domain/narrative/chongqing-template.ts';
import { signOf } from '@/lib/domain/narrative/figure.ts';
import { compareFigures, figureName } from '@/lib/domain/narrative/figure-names.ts';
import { type NarrativeData, refText } from '@/lib/domain/narrative/render-template.ts';
import styles from './figure-picker.module.css';

interface FigurePickerProps {
  data: NarrativeData;
  onChoose: (ref: string) => void;
  onClose: () => void;
}

type FigureChoice = Choice & { readonly text: string };

/** The list of all figures that can stand in a sentence, found by name, pinyin initials or size. */
export function FigurePicker({ data, onChoose, onClose }: FigurePickerProps) {
  const choices = useFigureChoices(data);
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly FigureChoice[]>(choices);
  const [active, setActive] = useState(0);
  const listId = useId();
  const panel = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let isLatest = true;
    void search(choices, typed).then((result) => {
      if (!isLatest) return;
      setFound(result);
      setActive(0);
    });
    return () => {
      isLatest = false;
    };
  }, [choices, typed]);
  useEffect(() => {
    panel.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const chosen = found[active];
  return (
    <div
      ref={panel}
      className={styles.panel}
      role="dialog"
      aria-label="插入数据"
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) onClose();
      }}
    >
      <input
        // biome-ignore lint/a11y/noAutofocus: it was asked for by a key or a click and closes with Esc
        autoFocus
        className={styles.input}
        role="combobox"
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={chosen ? `${listId}-${active}` : undefined}
        aria-label="按名称、拼音首字母或数值查找"
        placeholder="名称、拼音首字母或数值"
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === 'ArrowDown') setActive(Math.min(active + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setActive(Math.max(active - 1, 0));
          else if (event.key === 'Enter' && chosen) onChoose(chosen.value);
          else if (event.key === 'Escape') onClose();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      <div id={listId} className={styles.list} role="listbox" aria-label="数据">
        {found.map((choice, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys
          <div
            key={choice.value}
            id={`${listId}-${index}`}
            className={styles.option}
            role="option"
            aria-selected={index === active}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onChoose(choice.value)}
          >
            <span className={styles.name}>{choice.label}</span>
            <span className={styles.value}>{choice.text}</span>
          </div>
        ))}
      </div>
      <p className={styles.hint} role="status">
        {found.length === 0 ? '没有这样的数据，请换个说法。' : `${found.length} 项，↑↓ 选择，Enter 插入，Esc 关闭`}
      </p>
    </div>
  );
}

function useFigureChoices(data: NarrativeData): readonly FigureChoice[] {
  const { budget, workspace } = useDraft();
  const { edition } = workspace;
  return useMemo(() => {
    const names = { edition, projects: budget.projects };
    const phrases = Object.keys(CHONGQING_PHRASES);
    // A bare change says nothing of its direction: the phrases do.
    const figures = [...data.figures.keys()].filter((ref) => !ref.startsWith('change.')).sort(compareFigures);
    const isNought = (ref: string) => signOf(data.figures.get(ref)) === 0;
    const inOrder = [...figures.filter((ref) => !isNought(ref)), ...phrases, ...figures.filter(isNought)];
    return inOrder.flatMap((ref): readonly FigureChoice[] => {
      const name = figureName(ref, names);
      const text = refText(ref, '', CHONGQING_NARRATIVE, data);
      const code = /^(?:prior\.)?(?:function|economic)\.(\d+)$/.exec(ref)?.[1];
      const label = code === undefined ? name : `${name}（${code}）`;
      return name === null || text === null || label === null ? [] : [{ value: ref, label, words: name, text }];
    });
  }, [data, edition, budget.projects]);
}

const SIZE = /^\d[\d.,]*$/;

async function search(choices: readonly FigureChoice[], typed: string): Promise<readonly FigureChoice[]> {
  const query = typed.normalize('NFKC').trim();
  if (SIZE.test(query)) {
    const plain = query.replaceAll(',', '');
    return choices.filter(({ text, label }) => text.startsWith(plain) || label.includes(`（${plain}`));
  }
  if (query === '') return choices;
  const found = await findChoices(choices, query);
  const byRef = new Map(choices.map((choice) => [choice.value, choice]));
  return found.flatMap(({ value }) => byRef.get(value) ?? []);
}
