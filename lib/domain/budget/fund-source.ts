/**
 * Where money comes from (资金来源), in the order in which annexes 6, 7 and 9 print the sources.
 * 上年结转 is no source of its own but a property (`carriedOver`) of a line.
 */
export const FUND_SOURCES = [
  'GENERAL_PUBLIC',
  'GOVERNMENT_FUND',
  'STATE_CAPITAL',
  'FISCAL_ACCOUNT',
  'BUSINESS',
  'SUPERIOR_SUBSIDY',
  'AFFILIATE_PAYMENT',
  'OPERATION',
  'OTHER',
] as const;

export type FundSource = (typeof FUND_SOURCES)[number];

/** The three sources that are 财政拨款 (fiscal appropriation); annexes 1–5 speak of them alone. */
export const FISCAL_SOURCES = ['GENERAL_PUBLIC', 'GOVERNMENT_FUND', 'STATE_CAPITAL'] as const;

export type FiscalSource = (typeof FISCAL_SOURCES)[number];

interface FundSourceLabels {
  /** The name in a budget package and on entry screens. */
  readonly name: string;
  /** The caption of the source's revenue in annexes 6 and 7. */
  readonly revenueLabel: string;
  /** The column key of the source in exported annexes. */
  readonly annexKey: string;
}

export const FUND_SOURCE_LABELS: Readonly<Record<FundSource, FundSourceLabels>> = {
  GENERAL_PUBLIC: { name: '一般公共预算', revenueLabel: '一般公共预算拨款收入', annexKey: 'general' },
  GOVERNMENT_FUND: { name: '政府性基金预算', revenueLabel: '政府性基金预算拨款收入', annexKey: 'fund' },
  STATE_CAPITAL: { name: '国有资本经营预算', revenueLabel: '国有资本经营预算拨款收入', annexKey: 'capital' },
  FISCAL_ACCOUNT: { name: '财政专户管理资金', revenueLabel: '财政专户管理资金收入', annexKey: 'escrow' },
  BUSINESS: { name: '事业收入', revenueLabel: '事业收入', annexKey: 'business' },
  SUPERIOR_SUBSIDY: { name: '上级补助收入', revenueLabel: '上级补助收入', annexKey: 'superior' },
  AFFILIATE_PAYMENT: { name: '附属单位上缴收入', revenueLabel: '附属单位上缴收入', annexKey: 'affiliate' },
  OPERATION: { name: '事业单位经营收入', revenueLabel: '事业单位经营收入', annexKey: 'operation' },
  OTHER: { name: '其他收入', revenueLabel: '其他收入', annexKey: 'other' },
};

export function isFiscalSource(source: FundSource): source is FiscalSource {
  return (FISCAL_SOURCES as readonly FundSource[]).includes(source);
}

/** Finds a source by its Chinese name as packages and spreadsheets write it; undefined when there is none. */
export function fundSourceByName(name: string): FundSource | undefined {
  const folded = name.replace(/\s+/g, '');
  return FUND_SOURCES.find((source) => {
    const { name: ownName, revenueLabel } = FUND_SOURCE_LABELS[source];
    // 财政专户管理资金收入 is as often called 财政专户管理收入.
    return [ownName, revenueLabel, `${ownName}拨款`, revenueLabel.replace('资金', '')].includes(folded);
  });
}
