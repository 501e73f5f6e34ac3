import type { Row } from '@/lib/domain/budget/row.ts';
import type { PastePlan } from './paste-block.ts';
import type { WriteOutcome } from './write-block.ts';

/** A sentence for the user: quietly, or as a warning that stays until it is read. */
export interface GridNotice {
  readonly kind: 'done' | 'refused';
  readonly message: string;
}

/** What became of a paste, in one sentence with everything counted. */
export function pasteNotice<R extends Row>(
  { edit, writtenCount, readOnlyCount, outsideCount }: WriteOutcome<R>,
  { sumLineCount, unknownHeadings }: Pick<PastePlan<R>, 'sumLineCount' | 'unknownHeadings'>,
): GridNotice {
  const parts = [
    `已粘贴 ${writtenCount} 个单元格${edit.inserts.length > 0 ? `，新增 ${edit.inserts.length} 行` : ''}`,
    ...(sumLineCount > 0 ? [`跳过 ${sumLineCount} 行合计或上级科目（由系统计算）`] : []),
  ];
  const problems = [
    edit.rejected.length > 0 &&
      `${edit.rejected.length} 个单元格的内容有误，已标红，改正后才会保存（${edit.rejected[0]?.reason.replace(/。$/, '')}）`,
    readOnlyCount > 0 && `${readOnlyCount} 个单元格由系统计算，没有写入`,
    unknownHeadings.length > 0 && `本表没有“${unknownHeadings.join('”“')}”栏，没有写入`,
    outsideCount > 0 && `${outsideCount} 个单元格超出表格范围，没有写入`,
  ].filter((problem) => problem !== false);
  return { kind: problems.length > 0 ? 'refused' : 'done', message: `${[...parts, ...problems].join('；')}。` };
}
