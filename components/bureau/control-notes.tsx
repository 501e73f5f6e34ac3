import { Alert, Button, Stack, Text } from '@mantine/core';
import { CONTROL_CATEGORY_LABELS, itemLabel } from '@/lib/domain/budget/control-figure.ts';
import type { ControlFault } from '@/lib/domain/budget/control-reading.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { ControlFaults } from './control-faults.tsx';
import type { UnitExcess } from './control-rows.ts';

const SHOWN = 3;

interface ControlNotesProps {
  excesses: readonly UnitExcess[];
  /** What a paste or a file held and could not be taken over. */
  faults: readonly ControlFault[];
  onForgetFaults: () => void;
}

/** Above the sheet: what cannot be issued as it stands, and what was not taken over. */
export function ControlNotes({ excesses, faults, onForgetFaults }: ControlNotesProps) {
  return (
    <>
      {excesses.length > 0 && (
        <Alert color="orange" p="xs" role="status" title="项目组、项目的控制数合计超过其上一级，不能下达">
          <Stack gap={2}>
            {excesses.slice(0, SHOWN).map(({ unitId, unitName, item, source, allocatedFen, limitFen }) => (
              <Text key={`${unitId} ${item} ${source}`} size="sm">
                {unitName}“{itemLabel(item, []) || CONTROL_CATEGORY_LABELS.PROJECT}”：细分合计{' '}
                {formatForEntry(allocatedFen, 'yuan')} 元，控制数 {formatForEntry(limitFen, 'yuan')} 元
              </Text>
            ))}
            {excesses.length > SHOWN && <Text size="sm">共 {excesses.length} 处。</Text>}
          </Stack>
        </Alert>
      )}
      {faults.length > 0 && (
        <Alert
          color="red"
          p="xs"
          role="status"
          styles={{ title: { color: '#8a1a10' } }}
          title={`${faults.length} 处没有写入`}
        >
          <div style={{ maxHeight: 180, overflow: 'auto' }}>
            <ControlFaults faults={faults} />
          </div>
          <Button size="compact-xs" variant="default" mt={4} onClick={onForgetFaults}>
            知道了
          </Button>
        </Alert>
      )}
    </>
  );
}
