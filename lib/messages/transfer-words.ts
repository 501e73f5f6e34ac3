import type { TransferFaultKind } from '../domain/merging/internal-transfer.ts';

/** Why a receipt from another unit could not be counted once, as part of a sentence. */
export function transferFaultText(kind: TransferFaultKind): string {
  switch (kind) {
    case 'UNANSWERED':
      return '尚未说明来自本部门哪个单位，还是来自本部门以外';
    case 'PAYER_GONE':
      return '原来指定的付出明细在批复的预算中已经没有，请重新指定';
    case 'LINE_TOO_SMALL':
      return '付出一方的明细小于收到的金额，请改选明细，或由单位核对后调整预算';
    case 'NOT_COVERED':
      return '付出一方同一资金来源的收入不足，请改选明细，或由单位核对后调整预算';
    case 'CIRCULAR':
      return '几个单位互相付给同一笔钱，请重新指定付出的明细';
  }
}
