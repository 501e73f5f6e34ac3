import { PRIOR_FIELDS, type ValueWords } from '@/components/versions/change-words.ts';
import type { ChangeOrigin } from '@/lib/domain/workflow/change-origin.ts';
import type { RowAct, RowHistoryEntry } from '@/lib/domain/workflow/row-history.ts';
import { fieldLabel } from '@/lib/messages/field-labels.ts';

export const ACT_WORDS: Readonly<Record<RowAct, string>> = {
  began: '随草稿建立',
  added: '新增',
  changed: '修改',
  moved: '调整次序',
  removed: '删除',
  restored: '恢复',
  replaced: '整份草稿被重新导入',
};

export const ORIGIN_WORDS: Readonly<Record<ChangeOrigin, string>> = {
  'last-year': '由上年批复预算带入',
  package: '来自预算数据包',
  'printed-annexes': '由粘贴的附件2、附件3生成',
  workbook: '来自工作簿',
  'past-project': '由以前年度项目结转',
  proposal: '按测算依据',
  library: '来自指标库',
};

/** A field of an entry in words; `before` or `after` is null where there was no row. */
export interface ToldField {
  readonly field: string;
  readonly label: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Says nothing to a reader. */
const UNTOLD = new Set(['position', 'lineKey', 'proposalId', 'sha256', 'mediaType', 'paragraphId', 'formula']);

/** What the entry says of fields; of a row that came or went, those alone that hold something. */
export function toldFields({ act, fields }: RowHistoryEntry, words: ValueWords): readonly ToldField[] {
  const told = fields.filter(({ field }) => !UNTOLD.has(field));
  const isWhole = act !== 'changed' && fields.length > 1;
  return told
    .filter(({ before, after }) => !isWhole || !isBlank(before ?? after))
    .map(({ field, before, after }) => ({
      field,
      label: PRIOR_FIELDS[field] ?? fieldLabel(field),
      before: before === undefined ? null : words(field, before),
      after: after === undefined ? null : words(field, after),
    }));
}

function isBlank(value: unknown): boolean {
  return value === null || value === undefined || value === '' || value === false;
}
