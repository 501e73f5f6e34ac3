'use client';

import Link from 'next/link';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { AnnexSetRef } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { sumFen } from '@/lib/domain/money/fen.ts';
import { formatWanYuan } from '@/lib/domain/money/format.ts';
import { isUntouched } from '@/lib/domain/start/start-part.ts';
import { useClosedStart } from './closed-start.tsx';
import { NO_PRINTED_ANNEXES, readsPrintedAnnexes } from './printed-annexes-set.ts';
import styles from './start.module.css';

interface Choice {
  readonly path: string;
  readonly title: string;
  readonly text: string;
  /** Why it cannot be chosen; null where it can. */
  readonly missing: string | null;
}

/** 从…开始: the ways to begin a draft, each with what it takes. */
export function StartChoices() {
  const { workspace, budget } = useDraft();
  const closed = useClosedStart();
  const { budgetId, lastYear, annexSetRef } = workspace;
  if (closed) {
    return (
      <section className={styles.page}>
        <h2 className={styles.title}>从哪里开始</h2>
        {closed}
      </section>
    );
  }
  return (
    <section className={styles.page}>
      <h2 className={styles.title}>{budget.year} 年预算从哪里开始</h2>
      <p className={styles.lead}>
        {isUntouched(budget)
          ? '选一种方式开始编制。都先给出预览，确认之后才写入，写入的内容可以一步撤销。'
          : '草稿里已有内容。仍可以从下面任一来源带入：先给出预览，已有的部分可以保留、追加或替换，写入后可以一步撤销。'}
      </p>
      <ul className={styles.choices}>
        {choicesOf(budget.year, lastYear, annexSetRef).map((choice) => (
          <li key={choice.path} className={styles.choice} data-missing={choice.missing !== null || undefined}>
            <h3 className={styles.choiceTitle}>
              {choice.missing === null ? (
                <Link href={`/budgets/${budgetId}/${choice.path}`}>{choice.title}</Link>
              ) : (
                choice.title
              )}
            </h3>
            <p className={styles.choiceText}>{choice.text}</p>
            {choice.missing !== null && <p className={styles.missing}>{choice.missing}</p>}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Only Chongqing's annexes 2 and 3 can be read from a page. */
function choicesOf(year: number, lastYear: Budget | null, annexSetRef: AnnexSetRef): readonly Choice[] {
  return [
    {
      path: 'start/last-year',
      title: `${year - 1} 年批复预算`,
      text: lastYear
        ? `${lastYearText(lastYear)}。科目按新旧对照转换，一次性项目不带入，金额可以保留、清空或按比例调整。`
        : '带入上年的收入、基本支出、项目、绩效、人员编制和说明文字。',
      missing: lastYear ? null : `系统中没有本单位 ${year - 1} 年的批复预算。`,
    },
    {
      path: 'start/workbook',
      title: 'Excel 工作簿',
      text: '下载带科目列表和填写说明的模板，填好后上传。逐行检查，丢了前导零的编码、全角数字会自动修复，拿不准的会问您。',
      missing: null,
    },
    {
      path: 'start/printed-annexes',
      title: '粘贴已公开的附件2、附件3',
      text: '从公开文件（PDF、Word、网页、Excel）复制两张表粘贴进来，按科目自动对应，核对到各级合计与公开数一致。',
      missing: readsPrintedAnnexes(annexSetRef) ? null : NO_PRINTED_ANNEXES,
    },
    {
      path: 'start/package',
      title: '导入预算数据包（JSON）',
      text: '从其他系统或另一套明算导出的数据包，包含收支、项目、绩效、人员编制、变动原因和说明文字。',
      missing: null,
    },
    {
      path: 'revenue',
      title: '空白开始',
      text: '直接进入收入预算，逐行填写或从 Excel 粘贴。以后随时可以回到这里。',
      missing: null,
    },
  ];
}

function lastYearText({ expenditure, projects }: Budget): string {
  const total = formatWanYuan(sumFen(expenditure.map(({ amountFen }) => amountFen)), 'fixed');
  const basic = expenditure.filter(({ projectKey }) => projectKey === null).length;
  return `支出 ${total} 万元，基本支出 ${basic} 行，项目 ${projects.length} 个`;
}
