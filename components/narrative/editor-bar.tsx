'use client';

import { Button, Kbd } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { figureName } from '@/lib/domain/narrative/figure-names.ts';
import type { FreeNumber } from '@/lib/domain/narrative/free-numbers.ts';
import styles from './editor-bar.module.css';
import type { EditorTools } from './editor-tools.ts';
import type { ActiveParagraph } from './paragraph-editor.tsx';

export interface BarActions {
  readonly restore: () => void;
  /** Takes last year's words; null: there are none, or they are the same. */
  readonly takeOver: (() => void) | null;
  readonly bind: (number: FreeNumber, ref: string) => void;
  readonly removeChip: (at: number) => void;
  readonly back: () => void;
}

interface EditorBarProps {
  ref: Ref<HTMLDivElement>;
  active: ActiveParagraph | null;
  tools: EditorTools;
  actions: BarActions;
  /** What stands at the end of the first line. */
  end: ReactNode;
  children: ReactNode;
}

/** The tools for the paragraph that is being worded, always at the same place; a click leaves the caret where it is. */
export function EditorBar({ ref, active, tools, actions, end, children }: EditorBarProps) {
  return (
    <div
      ref={ref}
      className={styles.bar}
      role="toolbar"
      aria-label="段落工具"
      onMouseDown={(event) => {
        if (!(event.target instanceof HTMLInputElement)) event.preventDefault();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') actions.back();
      }}
    >
      <div className={styles.row}>
        {active ? (
          <>
            <span className={styles.name}>{active.paragraph.name}</span>
            <WordingState active={active} />
            <Buttons active={active} tools={tools} actions={actions} />
          </>
        ) : (
          <span className={styles.quiet}>点击任意一段直接修改；蓝底的数取自表内，随明细自动更新，点击可查看来源。</span>
        )}
        {end && <span className={styles.end}>{end}</span>}
      </div>
      <div className={styles.row} role="status">
        <Remarks active={active} tools={tools} actions={actions} />
      </div>
      {children}
    </div>
  );
}

function WordingState({ active: { paragraph } }: { active: ActiveParagraph }) {
  if (paragraph.input) return <span className={styles.state}>单位自填</span>;
  return (
    <span className={styles.state} data-own={paragraph.isOwn || undefined}>
      {paragraph.isOwn ? '自拟文字' : '标准文字'}
    </span>
  );
}

function Buttons({ active, tools, actions }: { active: ActiveParagraph; tools: EditorTools; actions: BarActions }) {
  if (tools.readOnly) return null;
  const { paragraph, chip } = active;
  return (
    <>
      {!paragraph.input && (
        <Button size="compact-sm" variant="light" onClick={tools.pick} rightSection={<Kbd size="xs">Alt+I</Kbd>}>
          插入数据
        </Button>
      )}
      {paragraph.isOwn && (
        <Button size="compact-sm" variant="default" onClick={actions.restore}>
          恢复标准文字
        </Button>
      )}
      {actions.takeOver && (
        <Button size="compact-sm" variant="default" onClick={actions.takeOver}>
          沿用上年文字
        </Button>
      )}
      {chip && !paragraph.input && (
        <>
          <Button size="compact-sm" variant="default" onClick={() => tools.showOrigin(chip.ref)}>
            查看构成
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => actions.removeChip(chip.at)}>
            删除此数据
          </Button>
        </>
      )}
    </>
  );
}

const MOST_REMARKS = 4;

function Remarks({ active, tools, actions }: Pick<EditorBarProps, 'active' | 'tools' | 'actions'>) {
  const { budget, workspace } = useDraft();
  if (!active) return null;
  const nameOf = (ref: string) => figureName(ref, { edition: workspace.edition, projects: budget.projects }) ?? ref;
  const { refusal, numbers, paragraph, chip } = active;
  if (refusal !== null) return <span className={styles.wrong}>{refusal}</span>;
  const shown = numbers.filter(({ state }) => state !== 'known');
  if (shown.length === 0) {
    if (chip) return <span className={styles.quiet}>光标处：{nameOf(chip.ref)}</span>;
    if (paragraph.input)
      return <span className={styles.quiet}>与“单位情况”中填写的是同一份文字；回车另起一条，清空即删除。</span>;
    return <span className={styles.quiet}>Alt+F10 到本工具栏，Esc 回到文字。</span>;
  }
  return (
    <>
      {shown.slice(0, MOST_REMARKS).map((number) => (
        <NumberRemark
          key={number.start}
          number={number}
          canBind={!tools.readOnly && !paragraph.input}
          nameOf={nameOf}
          onBind={(ref) => actions.bind(number, ref)}
        />
      ))}
      {shown.length > MOST_REMARKS && (
        <span className={styles.quiet}>另有 {shown.length - MOST_REMARKS} 个手写的数</span>
      )}
    </>
  );
}

interface NumberRemarkProps {
  number: FreeNumber;
  canBind: boolean;
  nameOf: (ref: string) => string;
  onBind: (ref: string) => void;
}

const MOST_OFFERS = 2;

function NumberRemark({ number, canBind, nameOf, onBind }: NumberRemarkProps) {
  const { state, text, unit, refs } = number;
  const [meant = ''] = refs;
  return (
    <span className={styles.remark}>
      {state === 'unknown' && <span className={styles.wrong}>“{text + unit}”在表内没有出处</span>}
      {state === 'wrong' && (
        <span className={styles.wrong}>
          “{text + unit}”与“{nameOf(meant)}”不符
        </span>
      )}
      {state === 'bindable' && <span>“{text + unit}”是手写的</span>}
      {canBind &&
        refs.slice(0, MOST_OFFERS).map((ref) => (
          <Button key={ref} size="compact-xs" variant="light" onClick={() => onBind(ref)}>
            绑定为：{nameOf(ref)}
          </Button>
        ))}
    </span>
  );
}
