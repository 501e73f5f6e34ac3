'use client';

import { Alert, Badge, Collapse, Group, Stack, Text, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import type { Collection } from '@/lib/domain/budget/budget.ts';
import { allFindings } from '@/lib/domain/checks/all-findings.ts';
import type { CheckResult, Finding, Place } from '@/lib/domain/checks/finding.ts';
import type { ExplanationVerdict, RefusedExplanation } from '@/lib/domain/workflow/refused-explanations.ts';
import type { FindingExplanation } from '@/lib/domain/workflow/workspace.ts';
import type { SaveExplanation } from './explanation-editor.tsx';
import type { Judge } from './explanation-verdict.tsx';
import { FindingCard } from './finding-card.tsx';
import { SEVERITIES, SEVERITY } from './severity.ts';

interface FindingListProps {
  results: readonly CheckResult[];
  explanations: readonly FindingExplanation[];
  verdicts: readonly ExplanationVerdict[];
  refusals: readonly RefusedExplanation[];
  onGo?: (place: Place) => void;
  /** The name of a row, null where there is none. */
  labelOf: (collection: Collection, rowKey: string) => string | null;
  /** What the document calls an annex. */
  annexNumberOf: (annex: string) => string;
  /** Without it explanations are shown and cannot be written. */
  onExplain?: SaveExplanation;
  /** Without it verdicts are shown and cannot be given. */
  judge?: Judge;
}

/** What the checks found, errors first, with the checks that could not run: not run is never passed. */
export function FindingList({ results, explanations, verdicts, refusals, ...rest }: FindingListProps) {
  const findings = allFindings(results);
  const explained = new Map(explanations.map((explanation) => [explanation.findingKey, explanation]));
  const passed = results.filter(({ outcome }) => outcome.status === 'ran' && outcome.findings.length === 0).length;
  return (
    <Stack gap="md">
      {findings.length === 0 && (
        <Alert color="green" title="没有发现问题">
          已运行的 {passed} 项校验全部通过。
        </Alert>
      )}
      {SEVERITIES.map((severity) => {
        const ofSeverity = findings.filter((finding) => finding.severity === severity);
        return ofSeverity.length === 0 ? null : (
          <section key={severity} aria-label={SEVERITY[severity].label}>
            <SeverityHeading severity={severity} count={ofSeverity.length} />
            <Stack gap="xs">
              {ofSeverity.map((finding: Finding) => (
                <FindingCard
                  key={finding.key}
                  finding={finding}
                  explanation={explained.get(finding.key)}
                  verdict={verdicts.find(({ subject }) => subject === finding.key)}
                  refusal={refusals.find(({ subject }) => subject === finding.key)}
                  {...rest}
                />
              ))}
            </Stack>
          </section>
        );
      })}
      <ChecksSummary results={results} passed={passed} />
    </Stack>
  );
}

function SeverityHeading({ severity, count }: { severity: Finding['severity']; count: number }) {
  const { label, hint, colour } = SEVERITY[severity];
  return (
    <Group gap="xs" mb={6}>
      <Text fw={700} c={colour} component="h3" m={0}>
        {label} {count}
      </Text>
      <Text size="sm" c="dimmed">
        {hint}
      </Text>
    </Group>
  );
}

function ChecksSummary({ results, passed }: { results: readonly CheckResult[]; passed: number }) {
  const [opened, { toggle }] = useDisclosure(false);
  const notRun = results.flatMap(({ checkId, title, outcome }) =>
    outcome.status === 'ran' ? [] : [{ checkId, title, status: outcome.status, reason: outcome.reason }],
  );
  return (
    <section aria-label="校验运行情况">
      <UnstyledButton onClick={toggle} aria-expanded={opened} py={4}>
        <Text size="sm" td="underline">
          通过 {passed} 项{notRun.length > 0 ? `，未能运行或不适用 ${notRun.length} 项` : ''}
        </Text>
      </UnstyledButton>
      <Collapse expanded={opened}>
        <Stack gap={4} mt={4}>
          {notRun.map(({ checkId, title, status, reason }) => (
            <Group key={checkId} gap="xs" wrap="nowrap" align="flex-start">
              <Badge variant="default" radius="sm" style={{ flexShrink: 0 }}>
                {status === 'not-applicable' ? '不适用' : '未运行'}
              </Badge>
              <Text size="sm">
                {title}：{reason}
              </Text>
            </Group>
          ))}
        </Stack>
      </Collapse>
    </section>
  );
}
