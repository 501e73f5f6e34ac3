import type { Budget } from '../budget/budget.ts';
import { FUND_SOURCE_LABELS } from '../budget/fund-source.ts';
import { type ClassificationEdition, codeName } from '../classification/edition.ts';

/** What a person calls the figures of the narrative, in the order in which a list offers them. */
const NAMES: Readonly<Record<string, string>> = {
  year: '预算年度',
  priorYear: '上年度',
  'revenue.total': '收入总计',
  ...Object.fromEntries(
    Object.values(FUND_SOURCE_LABELS).map(({ annexKey, revenueLabel }) => [`revenue.${annexKey}`, revenueLabel]),
  ),
  'revenue.carriedOver': '上年结转收入',
  'expenditure.total': '支出总计',
  'expenditure.general': '一般公共预算财政拨款支出',
  'basic.general': '基本支出（一般公共预算拨款）',
  'project.general': '项目支出（一般公共预算拨款）',
  'basic.total': '基本支出（全部资金）',
  'project.total': '项目支出（全部资金）',
  'personnel.general': '人员经费',
  'routine.general': '日常公用经费',
  operating: '机关运行经费',
  'fund.total': '政府性基金预算支出',
  'fund.basic': '政府性基金预算基本支出',
  'fund.project': '政府性基金预算项目支出',
  'capital.total': '国有资本经营预算支出',
  'carryForward.total': '结转下年',
  'threePublic.total': '“三公”经费',
  'threePublic.overseasTrips': '因公出国（境）费用',
  'threePublic.receptions': '公务接待费',
  'threePublic.vehicleRunning': '公务用车运行维护费',
  'threePublic.vehiclePurchase': '公务用车购置费',
  'procurement.total': '政府采购预算',
  'procurement.goods': '政府采购货物类',
  'procurement.works': '政府采购工程类',
  'procurement.services': '政府采购服务类',
  'project.count': '项目个数',
  'performance.projects': '实行绩效目标管理的项目个数',
  'performance.unmanaged': '未实行绩效目标管理的项目个数',
  'performance.amount': '绩效目标管理涉及的财政拨款',
  'performance.other': '绩效目标管理涉及的其他资金',
  'org.units': '预算单位个数',
  'org.divisions': '内设科室个数',
  'org.institutions': '下设事业单位个数',
  'staff.onPost': '在编在岗人数',
  'staff.retired': '退休人数',
  'staff.retiredSincePriorBudget': '较上年新增退休人数',
  'staff.asOfYear': '人员统计截至年',
  'staff.asOfMonth': '人员统计截至月',
  'vehicles.total': '车辆总数',
  'vehicles.general': '一般公务用车数',
  'vehicles.lawEnforcement': '执法执勤用车数',
  'vehicles.other': '其他用车数',
  'vehicles.plannedPurchase': '计划购置车辆数',
  'vehicles.asOfYear': '车辆统计截至年',
  'vehicles.asOfMonth': '车辆统计截至月',
  'contact.phone': '联系电话',
  'reason.total': '收支总额增减的原因',
};

const COMPARED_NAMES: Readonly<Record<string, string>> = {
  total: '一般公共预算财政拨款支出',
  basic: '基本支出',
  project: '项目支出',
};

const COMPARISONS: Readonly<Record<string, (subject: string) => string>> = {
  prior: (subject) => `上年${subject}`,
  change: (subject) => `${subject}增减额`,
  percent: (subject) => `${subject}增减百分比`,
  versus: (subject) => `${subject}比上年增减`,
  versusLastYear: (subject) => `${subject}较上年增减`,
  versusInPercent: (subject) => `${subject}比上年增减及百分比`,
  moved: (subject) => `${subject}增加或减少多少`,
};

/** Where names of codes and projects are looked up. */
export interface NameSources {
  readonly edition: ClassificationEdition;
  readonly projects: Budget['projects'];
}

/** What a person calls a figure or a phrase; null for a name that means nothing. */
export function figureName(ref: string, { edition, projects }: NameSources): string | null {
  const known = commonName(ref);
  if (known !== null) return known;
  const [kind = '', rest = ''] = [ref.slice(0, ref.indexOf('.')), ref.slice(ref.indexOf('.') + 1)];
  switch (kind) {
    case 'function':
      return codeName(edition.functional, rest) === rest ? null : codeName(edition.functional, rest);
    case 'economic':
      return codeName(edition.economic, rest) === rest ? null : `基本支出“${codeName(edition.economic, rest)}”`;
    case 'projectAmount': {
      const project = projects.find(({ key }) => key === rest);
      return project ? `项目“${project.name}”` : null;
    }
    case 'prior':
      if (rest.startsWith('function.')) {
        const name = figureName(rest, { edition, projects });
        return name && `上年${name}`;
      }
  }
  return null;
}

/** Of a figure that every budget has. */
function commonName(ref: string): string | null {
  const known = Object.hasOwn(NAMES, ref) ? NAMES[ref] : undefined;
  if (known !== undefined) return known;
  const [, kind = '', rest = ''] = /^(\w+)\.(.+)$/.exec(ref) ?? [];
  const subject = COMPARED_NAMES[rest] ?? NAMES[rest];
  const comparison = Object.hasOwn(COMPARISONS, kind) ? COMPARISONS[kind] : undefined;
  return subject !== undefined && comparison ? comparison(subject) : null;
}

/** The same where there are no names to look codes and projects up, e.g. in a history over years. */
export function plainFigureName(ref: string): string {
  const code = /^(?:prior\.)?(?:function|economic)\.(\d+)$/.exec(ref)?.[1];
  if (code !== undefined) return `${ref.startsWith('prior.') ? '上年' : ''}科目${code}`;
  if (ref.startsWith('projectAmount.')) return '项目金额';
  return commonName(ref) ?? ref;
}

const ORDER: ReadonlyMap<string, number> = new Map(Object.keys(NAMES).map((ref, index) => [ref, index]));

/** Orders figures as a list offers them: the well known first, details by their names after them. */
export function compareFigures(a: string, b: string): number {
  return (ORDER.get(a) ?? ORDER.size) - (ORDER.get(b) ?? ORDER.size) || (a < b ? -1 : 1);
}
