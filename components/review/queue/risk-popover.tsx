import { Badge, Popover, Table, Text, UnstyledButton } from '@mantine/core';
import { formatTime } from '@/components/ui/format-time.ts';
import type { QueueDigest } from '@/lib/domain/review/queue-row.ts';
import { RISK_LEVEL_LABELS, type RiskLevel, riskLevel } from '@/lib/domain/review/risk-rank.ts';

const COLOURS: Readonly<Record<RiskLevel, string>> = { high: 'red', middle: 'yellow', low: 'green' };

/** The risk rank of a budget; pressed, it shows the parts that it is the sum of. */
export function RiskPopover({ digest, unitName }: { digest: QueueDigest; unitName: string }) {
  const level = riskLevel(digest.risk);
  return (
    <Popover width={420} position="bottom-start" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton aria-label={`${unitName}风险 ${digest.risk}（${RISK_LEVEL_LABELS[level]}），查看构成`}>
          <Badge color={COLOURS[level]} variant="light" radius="sm" size="lg" autoContrast>
            {digest.risk} {RISK_LEVEL_LABELS[level]}
          </Badge>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label="风险构成">
        {digest.parts.length === 0 ? (
          <Text size="sm">没有需要特别关注的情况。</Text>
        ) : (
          <Table aria-label="风险构成" verticalSpacing={4}>
            <Table.Tbody>
              {digest.parts.map(({ id, label, points, why }) => (
                <Table.Tr key={id}>
                  <Table.Th scope="row">{label}</Table.Th>
                  <Table.Td ta="end">{points}</Table.Td>
                  <Table.Td>{why}</Table.Td>
                </Table.Tr>
              ))}
              <Table.Tr>
                <Table.Th scope="row">合计</Table.Th>
                <Table.Td ta="end">{digest.risk}</Table.Td>
                <Table.Td>满分 100，越高越需要细看。</Table.Td>
              </Table.Tr>
            </Table.Tbody>
          </Table>
        )}
        <Text size="xs" c="dimmed" mt={6}>
          校验时间 {formatTime(digest.checkedAt)}
        </Text>
      </Popover.Dropdown>
    </Popover>
  );
}
