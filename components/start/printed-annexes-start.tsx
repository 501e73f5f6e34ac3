'use client';

import { Textarea } from '@mantine/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { PastedLine, PasteRemark, PrintedAnnexes } from '@/lib/domain/start/printed-annexes.ts';
import { PrintedAnnexesPreview } from './printed-annexes-preview.tsx';
import { NO_PRINTED_ANNEXES, readsPrintedAnnexes } from './printed-annexes-set.ts';
import { RemarkList } from './remark-list.tsx';
import styles from './start.module.css';
import { StartFrame } from './start-frame.tsx';

interface ReadAnnexes {
  readonly printed: PrintedAnnexes;
  readonly remarks: readonly PasteRemark[];
}

/** Reads pasted annexes; loaded when there is something to read. */
export type ReadPrintedAnnexes = (
  pasted: { readonly annex2: string; readonly annex3: string },
  edition: ClassificationEdition,
  year: number,
) => Promise<ReadAnnexes>;

/** 粘贴附件2、附件3: two boxes, what was read from them, and what it would become. */
export function PrintedAnnexesStart({ read }: { read: ReadPrintedAnnexes }) {
  const { annexSetRef } = useDraft().workspace;
  if (readsPrintedAnnexes(annexSetRef)) return <PrintedAnnexesForm read={read} />;
  return (
    <StartFrame title="粘贴已公开的附件2、附件3" lead={NO_PRINTED_ANNEXES}>
      {null}
    </StartFrame>
  );
}

function PrintedAnnexesForm({ read }: { read: ReadPrintedAnnexes }) {
  const { workspace, budget } = useDraft();
  const { edition } = workspace;
  const { year } = budget;
  const [pasted, setPasted] = useState({ annex2: '', annex3: '' });
  const [answer, setAnswer] = useState<ReadAnnexes | null>(null);
  const boxes = { 2: useRef<HTMLTextAreaElement>(null), 3: useRef<HTMLTextAreaElement>(null) };
  const isEmpty = pasted.annex2.trim() === '' && pasted.annex3.trim() === '';
  useEffect(() => {
    let isCurrent = true;
    void read(pasted, edition, year).then((next) => {
      if (isCurrent) setAnswer(next);
    });
    return () => {
      isCurrent = false;
    };
  }, [read, pasted, edition, year]);
  const isReadable = answer !== null && !isEmpty && !answer.remarks.some(({ severity }) => severity === 'error');
  return (
    <StartFrame
      title="粘贴已公开的附件2、附件3"
      lead="从公开文件里复制整张表，连同标题、页码一起粘贴也可以。附件2给出各功能科目的基本支出、项目支出和上年数，附件3给出各经济科目的金额，两者在下面对到一起。公开数以万元为单位、两位小数，写入的金额因此只精确到 100 元，请随后按实际数核改。"
    >
      <div className={styles.boxes}>
        <Textarea
          ref={boxes[2]}
          label="附件2 一般公共预算财政拨款支出预算表"
          placeholder={'科目编码  科目名称  上年预算数  总计  基本支出  项目支出'}
          rows={7}
          value={pasted.annex2}
          onChange={({ currentTarget }) => setPasted({ ...pasted, annex2: currentTarget.value })}
        />
        <Textarea
          ref={boxes[3]}
          label="附件3 一般公共预算财政拨款基本支出预算表"
          placeholder={'科目编码  科目名称  总计  人员经费  日常公用经费'}
          rows={7}
          value={pasted.annex3}
          onChange={({ currentTarget }) => setPasted({ ...pasted, annex3: currentTarget.value })}
        />
      </div>
      {!isEmpty && answer && (
        <>
          <p role="status" className={styles.lead}>
            {readText(answer.printed)}
          </p>
          <RemarkList remarks={answer.remarks} onGo={(at) => showLine(boxes[at.box], at)} />
        </>
      )}
      {isReadable && <PrintedAnnexesPreview key={`${pasted.annex2}\n${pasted.annex3}`} printed={answer.printed} />}
    </StartFrame>
  );
}

function readText({ functions, economics, functionTotal, economicTotal }: PrintedAnnexes): string {
  const total = (row: object | null) => (row ? '和合计' : '，没有读到合计');
  return `附件2 读到 ${functions.length} 个科目${total(functionTotal)}；附件3 读到 ${economics.length} 个科目${total(economicTotal)}。`;
}

/** Puts the caret on a line of a box and shows it. */
function showLine(box: RefObject<HTMLTextAreaElement | null>, { line }: PastedLine): void {
  const area = box.current;
  if (!area) return;
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((length, text) => length + text.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / Math.max(lines.length, 1)) * Math.max(line - 3, 0);
}
