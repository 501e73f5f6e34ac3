import { functionColumns, unitWord } from '@/components/budget-lines/line-columns.ts';
import { amountColumn, choiceColumn, countColumn, textColumn } from '@/components/grid/columns.ts';
import type { CellFinding, GridColumn } from '@/components/grid/grid-model.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import type { MoneyUnit } from '@/lib/domain/money/parse.ts';
import { isOnPost } from '@/lib/domain/staffing/pay.ts';
import { STAFF_KIND_LABELS, type StaffGroup, type StaffKind } from '@/lib/domain/staffing/staff-group.ts';

const MAX_HEADS = 100_000;

/** What people call the kinds, in the lists that they paste. */
const KIND_WORDS: readonly (readonly [StaffKind, RegExp])[] = [
  ['ADMINISTRATIVE_WORKER', /工勤|工人/],
  ['CIVIL_SERVICE_LAW', /参公|参照/],
  ['PUBLIC_INSTITUTION', /事业/],
  ['RETIRED', /退休|离休/],
  ['CONTRACT', /编外|聘用|临聘|合同/],
  ['ADMINISTRATIVE', /行政|公务员/],
];

function kindByWord(text: string): StaffKind | undefined {
  return KIND_WORDS.find(([, words]) => words.test(text))?.[0];
}

/** 人员编制登记. The wide headings stand in two rows of the sheet that people know, here in one that wraps. */
export function staffColumns(edition: ClassificationEdition, unit: MoneyUnit): readonly GridColumn<StaffGroup>[] {
  const [functionCode] = functionColumns<StaffGroup>(edition, 0);
  const pay = (field: PayColumn, header: string) => amountColumn<StaffGroup>(field, unit, { header, width: 98 });
  return [
    choiceColumn<StaffGroup, StaffKind>('kind', STAFF_KIND_LABELS, {
      header: '人员类别',
      width: 78,
      readWord: kindByWord,
    }),
    textColumn<StaffGroup>('grade', { header: '职级', width: 92, grows: true, maxLength: 50 }),
    functionCode,
    countColumn<StaffGroup>('authorisedPosts', { header: '编制数', width: 58, max: MAX_HEADS }),
    {
      ...countColumn<StaffGroup>('headCount', { header: '实有人数', width: 66, max: MAX_HEADS }),
      check: overEstablishment,
    },
    pay('monthlyBasePayFen', '月基本工资'),
    pay('monthlyAllowanceFen', '月津贴补贴'),
    pay('yearlyBonusFen', '年奖金'),
    pay('monthlyTransportFen', '月交通补贴'),
    textColumn<StaffGroup>('note', { header: '备注', width: 70, grows: true, maxLength: 500 }),
  ];
}

type PayColumn = 'monthlyBasePayFen' | 'monthlyAllowanceFen' | 'yearlyBonusFen' | 'monthlyTransportFen';

function overEstablishment(group: StaffGroup): CellFinding | null {
  const { headCount, authorisedPosts } = group;
  if (headCount === null || authorisedPosts === null || headCount <= authorisedPosts || !isOnPost(group)) return null;
  return { severity: 'warning', message: `实有 ${headCount} 人，超过编制数 ${authorisedPosts} 个。` };
}

/** What the amounts are, for the line above the register. */
export function registerHint(unit: MoneyUnit): string {
  return `按人员类别和职级登记人数，不登记姓名；工资、津贴补贴（事业单位为绩效工资）、奖金和交通补贴都是人均数（${unitWord(unit)}）。`;
}
