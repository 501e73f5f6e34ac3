import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import { examineBudget } from '@/lib/domain/checks/examine-budget.ts';
import { type CheckSettings, DEFAULT_CHECK_SETTINGS, type Finding } from '@/lib/domain/checks/finding.ts';
import { runChecks } from '@/lib/domain/checks/run-checks.ts';
import { NO_SURROUNDINGS } from '@/lib/domain/checks/surroundings.ts';
import type { ClassificationEdition } from '@/lib/domain/classification/edition.ts';
import { parseBudgetPackage } from '@/lib/importing/budget-package/parse-budget-package.ts';
import { loadEdition } from '@/lib/services/classification/load-edition.ts';
import { loadStandards } from '@/lib/services/standards/load-standards.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const SOURCE = process.env.GOLDEN_DIR ?? path.join(ROOT, '../shared/golden');
const DEMONSTRATION = path.join(ROOT, 'prisma/demonstration/petition-office-2023.json');

async function readBudget(file: string): Promise<{ budget: Budget; edition: ClassificationEdition }> {
  let rows = 0;
  const read = parseBudgetPackage(JSON.parse(readFileSync(file, 'utf8')), () => `row-${++rows}`);
  const budget = read.ok ? read.value.units[0] : undefined;
  if (!budget) throw new Error(JSON.stringify(read));
  return { budget, edition: await loadEdition(budget.year) };
}

async function findingsOf(file: string, settings: Partial<CheckSettings> = {}): Promise<readonly Finding[]> {
  const read = await readBudget(file);
  const surroundings = { ...NO_SURROUNDINGS, standards: await loadStandards(read.budget.year) };
  const examined = { ...read, ...surroundings, annexSetRef: 'chongqing' };
  return allFindings(examineBudget({ ...examined, settings: { ...DEFAULT_CHECK_SETTINGS, ...settings } }).results);
}

function idsOf(findings: readonly Finding[], severity: Finding['severity']): readonly string[] {
  return findings.filter((finding) => finding.severity === severity).map(({ checkId }) => checkId);
}

describe('the demonstration', () => {
  it('is ready to submit once its warnings are explained', async () => {
    const findings = await findingsOf(DEMONSTRATION);
    expect(idsOf(findings, 'error')).toEqual([]);
    expect(idsOf(findings, 'warning')).toEqual(['pay-ratio', 'procurement-expected']);
  });

  it('says by how much annex 3 does not foot', async () => {
    const findings = await findingsOf(DEMONSTRATION);
    expect(findings.find(({ checkId }) => checkId === 'annex-rounding')?.message).toMatch(
      /^附件3“工资福利支出”.*各项相加487\.90，表列487\.91/,
    );
  });

  it('is refused for its weights where 100 is asked for', async () => {
    const findings = await findingsOf(DEMONSTRATION, { projectWeightTotal: 100 });
    expect(idsOf(findings, 'error')).toEqual(Array(9).fill('project-weight-total'));
  });
});

describe.runIf(existsSync(SOURCE))('the published source', () => {
  const file = path.join(SOURCE, 'input.json');

  it('has no error but the sentence on 机关运行经费 (D02)', async () => {
    const errors = (await findingsOf(file)).filter(({ severity }) => severity === 'error');
    expect(errors.map(({ checkId, places }) => [checkId, places])).toEqual([
      ['narrative-figure', [{ kind: 'profile', field: 'narrative.operatingText' }]],
      ['narrative-year', [{ kind: 'profile', field: 'narrative.operatingText' }]],
    ]);
    expect(errors[0]?.message).toContain('写作937.6，按表内数应为104.19');
    expect(errors[1]?.message).toContain('2022年，预算年度是2023年');
  });

  it.each([
    ['D01', 'annex-rounding', '487.90，表列487.91'],
    ['D03', 'objective-number', '4件，而指标值为“化解疑难信访案件”5件'],
    ['D04', 'project-weight-execution', '其余10分为预算执行率'],
    ['D06', 'narrative-use-without-line', '“印刷费”、“会议费”'],
    ['D13', 'qualitative-with-percent', '等8条是定性指标'],
    ['D14', 'project-end-as-duration', '9个项目的终止时间填的是期限'],
    ['D15', 'cost-under-output', '（共5条）'],
    ['D16', 'text-doubled-word', '“宣传宣传”'],
    ['D16', 'text-shortened-indicator', '“化解疑难信访案”'],
    ['D16', 'text-slip', '合法权益'],
    ['D17', 'text-document-number', '“【2022】132号”'],
    ['D17', 'text-half-width', '“题,”'],
    ['D24', 'procurement-expected', '“宣传册”'],
    ['D25', 'same-indicator-other-target', '＝100%'],
  ])('shows %s (%s)', async (_fault, checkId, words) => {
    const messages = (await findingsOf(file))
      .filter((finding) => finding.checkId === checkId)
      .map(({ message }) => message);
    expect(messages.join('\n')).toContain(words);
  });

  it('warns of the annuity, which should be half of the pension contributions, and of no other ratio', async () => {
    const ids = ['pay-ratio', 'contribution-calculated', 'operating-quota', 'vehicle-standard'];
    const ratios = (await findingsOf(file)).filter(({ checkId }) => ids.includes(checkId));
    expect(ratios.map(({ message, severity }) => [severity, message])).toEqual([
      ['warning', expect.stringMatching(/^30109 职业年金缴费167,892元，为养老保险缴费409,784元的41%，偏低/)],
    ]);
  });

  it.each([
    'similar-projects',
    'renamed-project',
    'unit-cost-differs',
    'indicator-unit',
    'indicator-direction',
    'project-time-form',
    'project-out-of-year',
  ])('gives no cause for %s', async (checkId) => {
    expect((await findingsOf(file)).filter((finding) => finding.checkId === checkId)).toEqual([]);
  });

  it('asks a reason for the two codes that changed beyond the threshold', async () => {
    const changes = (await findingsOf(file)).filter(({ checkId }) => checkId === 'change-needs-reason');
    expect(changes.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^2080599 .*增长112\.8%/),
      expect.stringMatching(/^2101103 .*上年没有安排/),
    ]);
  });
});

describe('5,000 lines', () => {
  // About 25 ms on an idle machine; the bound has room for a busy one and none for work that grows with the square.
  it('are checked while somebody types', async () => {
    const { budget, edition } = await readBudget(DEMONSTRATION);
    const basic = budget.expenditure.filter(({ projectKey }) => projectKey === null);
    const expenditure = Array.from({ length: 5_000 }, (_, index) => {
      const line = budget.expenditure[index] ?? basic[index % basic.length];
      if (!line) throw new RangeError('the demonstration has no basic line');
      return { ...line, key: `line-${index}`, amountFen: BigInt(index * 100 + 100) };
    });
    const large = { ...budget, expenditure };
    const settings = DEFAULT_CHECK_SETTINGS;
    const input = { budget: large, edition, settings, ...NO_SURROUNDINGS };
    const { annexes, narrative } = examineBudget({ ...input, annexSetRef: 'chongqing' });
    const runs = Array.from({ length: 10 }, () => {
      const start = performance.now();
      runChecks({ ...input, annexes, narrative });
      return performance.now() - start;
    });
    expect(Math.min(...runs)).toBeLessThan(300);
  }, 30_000);
});
