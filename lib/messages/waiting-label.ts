import { PATIENCE_DAYS, type WaitingKind } from '../domain/notices/waiting.ts';

/** What waits, with the word that counts it. */
export const WAITING_LABELS: Readonly<Record<WaitingKind, { readonly label: string; readonly counter: string }>> = {
  returned: { label: '被退回待修改', counter: '份' },
  refused: { label: '未被认可的说明', counter: '条' },
  draft: { label: '草稿未送审', counter: '份' },
  remarks: { label: '待处理意见', counter: '条' },
  'not-begun': { label: '尚未编制', counter: '份' },
  'to-confirm': { label: '待确认', counter: '份' },
  'to-review': { label: '待审核', counter: '份' },
  'over-days': { label: `送审超过 ${PATIENCE_DAYS} 天`, counter: '份' },
  resubmitted: { label: '修改后重新送审', counter: '份' },
  replies: { label: '我的意见有回复', counter: '条' },
  late: { label: '逾期未送审', counter: '个单位' },
  'no-control-figures': { label: '未下达控制数', counter: '个单位' },
  'round-closing': { label: '申报即将截止或已截止', counter: '轮' },
  'without-clerk': { label: '没有经办的单位', counter: '个' },
  'without-reviewer': { label: '没有审核人的单位', counter: '个' },
};
