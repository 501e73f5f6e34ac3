'use client';

import { useDraft } from '@/components/workspace/draft-context.tsx';
import { FUND_SOURCE_LABELS } from '@/lib/domain/budget/fund-source.ts';
import { type ClassificationEdition, printedCodeName } from '@/lib/domain/classification/edition.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { COMPARISON_LABELS } from '@/lib/domain/performance/indicator.ts';
import { durationMonths } from '@/lib/domain/projects/duration.ts';
import type { PastProject } from '@/lib/domain/projects/past-project.ts';
import { currentCodes } from '@/lib/domain/versions/current-codes.ts';
import styles from './project-library.module.css';

/** What a project of the library said in its newest year, its codes beside what stands for them now. */
export function PastProjectPreview({ past }: { past: PastProject }) {
  const { unit, workspace } = useDraft();
  const { edition } = workspace;
  const { project, lines, indicators, year } = past;
  const paragraphs = [
    ['项目概况', project.overview],
    ['立项依据', project.basis],
    ['绩效目标', project.annualObjective],
  ] as const;
  return (
    <section className={styles.preview} aria-label={`预览：${project.name}`}>
      <h3 className={styles.previewTitle}>{project.name}</h3>
      <p className={styles.facts}>
        {year} 年 · {periodText(project)} · {codeText(edition, 'functional', project.functionCode)}
      </p>
      {paragraphs.map(([label, text]) => (
        <p key={label} className={styles.paragraph}>
          <b>{label}：</b>
          {text || '（未填）'}
        </p>
      ))}
      <table className={styles.table}>
        <caption>支出明细</caption>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <td>{codeText(edition, 'economic', line.economicCode) || '（未填科目）'}</td>
              <td>{FUND_SOURCE_LABELS[line.source].name}</td>
              <td className={styles.number}>{formatForEntry(line.amountFen, unit)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className={styles.table}>
        <caption>绩效指标</caption>
        <tbody>
          {indicators.map((row) => (
            <tr key={row.key}>
              <td>{row.level2}</td>
              <td>{row.level3}</td>
              <td className={styles.number}>
                {COMPARISON_LABELS[row.comparison]} {row.targetValue}
                {row.unitOfMeasure}
              </td>
              <td className={styles.number}>{row.weight} 分</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function periodText({ start, duration }: PastProject['project']): string {
  return durationMonths(duration) === null ? `${start}至${duration}` : `${start}起，期限${duration}`;
}

/** A code of an earlier year with its name; where it is no longer in force, what stands for it. */
function codeText(edition: ClassificationEdition, kind: 'functional' | 'economic', code: string): string {
  if (code === '') return '';
  const name = printedCodeName(edition, kind, code);
  const text = name === code ? code : `${code} ${name}`;
  const now = currentCodes(edition, kind, code);
  if (now.includes(code)) return text;
  return now.length === 0 ? `${text}（已停用，须另选）` : `${text} → ${now.join(' 或 ')}`;
}
