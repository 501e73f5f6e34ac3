import type { AnnexSetRef } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
/** Whether the annexes of a set can be read from what is pasted: annexes 2 and 3 of Chongqing alone. */
export function readsPrintedAnnexes(annexSetRef: AnnexSetRef): boolean {
  return annexSetRef === 'chongqing';
}

export const NO_PRINTED_ANNEXES = '本年度的公开表不是重庆市的格式，不能从粘贴的附件2、附件3读取，请改用其他方式开始。';
