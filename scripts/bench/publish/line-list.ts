import type { RevenueLine } from '@/lib/domain/budget/budget.ts';
import type { PublishedSet } from '@/lib/services/exports/published-set.ts';

export type LineKind = '收入' | '基本支出' | '项目支出';

/** A line as a clerk keeps it in a spreadsheet. */
export interface ListedLine {
  readonly kind: LineKind;
  readonly functionCode: string;
  /** Empty for revenue. */
  readonly economicCode: string;
  readonly source: string;
  readonly amountYuan: number;
}

/** All lines of a set's budgets, one below the other. */
export function listedLines({ units }: PublishedSet): readonly ListedLine[] {
  return units.flatMap(({ budget: { revenue, expenditure, projects } }) => {
    const codes = new Map(projects.map(({ key, functionCode }) => [key, functionCode]));
    return [
      ...revenue.map((line) => listed('收入', line.functionCode, '', line)),
      ...expenditure.map((line) =>
        line.projectKey === null
          ? listed('基本支出', line.functionCode, line.economicCode, line)
          : listed('项目支出', codes.get(line.projectKey) ?? '', line.economicCode, line),
      ),
    ];
  });
}

function listed(
  kind: LineKind,
  functionCode: string,
  economicCode: string,
  { source, amountFen }: Pick<RevenueLine, 'source' | 'amountFen'>,
): ListedLine {
  return { kind, functionCode, economicCode, source, amountYuan: Number(amountFen ?? 0) / 100 };
}
