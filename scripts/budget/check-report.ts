import { examineBudget } from '../../lib/domain/checks/examine-budget.ts';
import {
  type CheckResult,
  type Finding,
  type Place,
  SECTION_LABELS,
  type Severity,
} from '../../lib/domain/checks/finding.ts';
import { NARRATIVE_TEXT_LABELS } from '../../lib/domain/checks/text-fields.ts';
import { rowLabel } from '../../lib/domain/versions/row-label.ts';
import { VERSION_STATE_LABELS } from '../../lib/domain/workflow/transitions.ts';
import { fieldLabel } from '../../lib/messages/field-labels.ts';
import type { OpenedBudget } from '../../lib/services/command-line/open-unit-budget.ts';

const SEVERITIES: readonly (readonly [Severity, string])[] = [
  ['error', '错误'],
  ['warning', '提醒'],
  ['note', '提示'],
];

/** Most places that the text names of one finding; --json names all. */
const MAX_PLACES = 3;

const NOT_RUN_LABELS = { 'not-applicable': '不适用', 'insufficient-data': '数据不足' } as const;

/** What the checks say of one unit's budget. */
export interface Report {
  readonly opened: OpenedBudget;
  readonly findings: readonly Finding[];
  readonly notRun: readonly NotRun[];
}

interface NotRun {
  readonly checkId: string;
  readonly title: string;
  readonly status: keyof typeof NOT_RUN_LABELS;
  readonly reason: string;
}

export function reportOf(opened: OpenedBudget): Report {
  const { results } = examineBudget(opened);
  const findings = results.flatMap(({ outcome }) => (outcome.status === 'ran' ? outcome.findings : []));
  return { opened, findings, notRun: results.flatMap(notRunOf) };
}

export function holdsErrors(report: Report): boolean {
  return ofSeverity(report, 'error').length > 0;
}

function notRunOf({ checkId, title, outcome }: CheckResult): readonly NotRun[] {
  return outcome.status === 'ran' ? [] : [{ checkId, title, status: outcome.status, reason: outcome.reason }];
}

function ofSeverity({ findings }: Report, severity: Severity): readonly Finding[] {
  return findings.filter((finding) => finding.severity === severity);
}

function explanationOf({ opened }: Report, finding: Finding): string | null {
  return opened.explanations.find((entry) => entry.findingKey === finding.key)?.text ?? null;
}

/** For machines: counts, all findings by severity, and the checks that could not run. */
export function jsonReport(report: Report) {
  const { budget, version } = report.opened;
  const counts = SEVERITIES.map(([severity]) => [severity, ofSeverity(report, severity).length]);
  return {
    unit: budget.unit.code,
    year: budget.year,
    version: version.number,
    state: version.state,
    counts: Object.fromEntries([...counts, ['notRun', report.notRun.length]]),
    findings: SEVERITIES.flatMap(([severity]) => ofSeverity(report, severity)).map((finding) => ({
      ...finding,
      explanation: explanationOf(report, finding),
    })),
    notRun: report.notRun,
  };
}

/** For people: the same, with the first places of each finding. */
export function textReport(report: Report): readonly string[] {
  const { budget, version } = report.opened;
  const state = VERSION_STATE_LABELS[version.state];
  const counts = SEVERITIES.map(([severity, label]) => `${label} ${ofSeverity(report, severity).length} 条`);
  const lines = [
    `${budget.unit.code} ${budget.unit.name} · ${budget.year} 年预算 · 第 ${version.number} 版（${state}）`,
    `${counts.join('，')}；未运行的校验 ${report.notRun.length} 项`,
  ];
  for (const [severity, label] of SEVERITIES) {
    const findings = ofSeverity(report, severity);
    if (findings.length > 0)
      lines.push('', `【${label}】`, ...findings.flatMap((finding) => findingLines(report, finding)));
  }
  if (report.notRun.length > 0) {
    const notRun = report.notRun.map((entry) => `- ${entry.title}（${NOT_RUN_LABELS[entry.status]}）：${entry.reason}`);
    lines.push('', '【未运行的校验】', ...notRun);
  }
  return lines;
}

function findingLines(report: Report, finding: Finding): readonly string[] {
  const explanation = explanationOf(report, finding);
  const places = [...new Set(finding.places.map((place) => placeText(report.opened, place)))];
  const more = places.length > MAX_PLACES ? `等 ${places.length} 处` : '';
  return [
    `- [${finding.checkId}] ${finding.message}`,
    `    依据：${finding.rule}`,
    ...(places.length > 0 ? [`    位置：${places.slice(0, MAX_PLACES).join('；')}${more}`] : []),
    ...(explanation === null ? [] : [`    说明：${explanation}`]),
  ];
}

function placeText({ budget, edition }: OpenedBudget, place: Place): string {
  switch (place.kind) {
    case 'annex':
      return `附件${place.annex}`;
    case 'profile':
      return joined(SECTION_LABELS.profile, profileFieldLabel(place.field));
    case 'section':
      return SECTION_LABELS[place.section];
    case 'row': {
      const row = rowLabel(budget, edition, place.collection, place.key) ?? SECTION_LABELS[place.section];
      return joined(row, place.field === undefined ? undefined : fieldLabel(place.field));
    }
  }
}

/** A field of the profile in words; undefined where it has none. */
function profileFieldLabel(field: string): string | undefined {
  const name = field.replace(/^narrative\./, '');
  const label = new Map<string, string>(Object.entries(NARRATIVE_TEXT_LABELS)).get(name) ?? fieldLabel(name);
  return label === name ? undefined : label;
}

function joined(place: string, field: string | undefined): string {
  return field === undefined ? place : `${place}：${field}`;
}
