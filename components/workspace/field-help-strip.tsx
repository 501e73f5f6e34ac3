'use client';

import dynamic from 'next/dynamic';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { HistoryTarget } from '@/components/history/history-target.ts';
import { useRowHistory } from '@/components/history/row-history-provider.tsx';
import { patiently } from '@/components/ui/patiently.ts';
import { annexSetNamed, fillAnnexNames } from '@/lib/domain/annexes/annex-sets.ts';
import type { AnnexSetRef } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { FieldHelp } from '@/lib/messages/field-help.ts';
import { useDraft } from './draft-context.tsx';
import styles from './field-help-strip.module.css';
import { type HelpTarget, helpTarget } from './help-target.ts';

const GuideDialog = dynamic(
  () => patiently(() => import('@/components/guide/guide-dialog.tsx')).then((module) => module.GuideDialog),
  {
    ssr: false,
  },
);

interface Shown extends FieldHelp {
  readonly label: string;
}

/** At the foot of the workspace: what the field under the keyboard is for, and its rule. F1 hides it and brings it back. */
export function FieldHelpStrip() {
  const [hidden, setHidden] = useRemembered('mingsuan.help-hidden', true);
  const [seen, setSeen] = useRemembered('mingsuan.guide-seen', true);
  const [guideOpen, setGuideOpen] = useState(false);
  const [target, setTarget] = useState<HelpTarget | null>(null);
  const strip = useRef<HTMLElement>(null);
  const openHistory = useRowHistory();
  const { budget, workspace, readOnly } = useDraft();
  const help = useHelp(hidden ? null : target, workspace.annexSetRef);
  const isNew = !seen && !readOnly;
  const openGuide = () => {
    setSeen(true);
    setGuideOpen(true);
  };
  const latest = useRef(budget);
  useEffect(() => {
    latest.current = budget;
  });

  useEffect(() => {
    const follow = ({ target: element }: FocusEvent) => {
      if (!(element instanceof Element) || strip.current?.contains(element)) return;
      setTarget(helpTarget(element, latest.current));
    };
    const toggle = (event: KeyboardEvent) => {
      if (event.key !== 'F1' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      setHidden(!hidden);
    };
    document.addEventListener('focusin', follow);
    document.addEventListener('keydown', toggle);
    return () => {
      document.removeEventListener('focusin', follow);
      document.removeEventListener('keydown', toggle);
    };
  }, [hidden, setHidden]);

  return (
    <>
      {!hidden && (
        <aside ref={strip} className={styles.strip} aria-label="填写说明" data-new={isNew || undefined}>
          <HelpText help={help} isNew={isNew} />
          {target?.history && <HistoryButton target={target.history} open={openHistory} />}
          <button type="button" className={styles.guide} onClick={openGuide}>
            使用引导
          </button>
          {isNew && (
            <button type="button" className={styles.guide} onClick={() => setSeen(true)}>
              知道了
            </button>
          )}
        </aside>
      )}
      {guideOpen && <GuideDialog budgetId={workspace.budgetId} onClose={() => setGuideOpen(false)} />}
    </>
  );
}

/** A click leaves the keyboard where it is, and so the field known. */
function HistoryButton({ target, open }: { target: HistoryTarget; open: (target: HistoryTarget) => void }) {
  return (
    <button
      type="button"
      className={styles.guide}
      title="此处的修改记录（Shift+F2）"
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => open(target)}
    >
      修改记录
    </button>
  );
}

function HelpText({ help, isNew }: { help: Shown | null; isNew: boolean }) {
  if (isNew) return <span className={styles.text}>第一次使用？用一分钟看看从编制到公开的六个步骤。</span>;
  if (!help) return <span className={styles.text}>光标所在项目的填写说明显示在这里；F1 隐藏或显示。</span>;
  return (
    <span className={styles.text} title={`${help.text}${help.rule ? `（依据：${help.rule}）` : ''}`}>
      <strong>{help.label}</strong>　{help.text}
      {help.rule && <span className={styles.rule}>　依据：{help.rule}</span>}
    </span>
  );
}

/** The texts are fetched with the first field that wants one; annexes stand in them by what they say. */
function useHelp(target: HelpTarget | null, annexSetRef: AnnexSetRef): Shown | null {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let isCurrent = true;
    if (!target) setShown(null);
    else {
      void patiently(() => import('@/lib/messages/field-help.ts')).then(({ fieldHelp }) => {
        const help = fieldHelp(target.list, target.field);
        const set = annexSetNamed(annexSetRef);
        if (isCurrent) setShown(help && { ...help, text: fillAnnexNames(help.text, set), label: target.label });
      });
    }
    return () => {
      isCurrent = false;
    };
  }, [target, annexSetRef]);
  return shown;
}

/** Whether this browser remembers a yes; kept over reloads where it keeps anything. */
function useRemembered(name: string, whileUnknown: boolean): readonly [boolean, (value: boolean) => void] {
  const [value, setValue] = useState(whileUnknown);
  useEffect(() => {
    try {
      setValue(localStorage.getItem(name) === 'yes');
    } catch {
      /* A browser that keeps nothing asks again next time. */
    }
  }, [name]);
  const remember = useCallback(
    (next: boolean) => {
      setValue(next);
      try {
        localStorage.setItem(name, next ? 'yes' : 'no');
      } catch {
        /* As above. */
      }
    },
    [name],
  );
  return [value, remember];
}
