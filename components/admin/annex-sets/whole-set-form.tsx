'use client';

import { Radio, RadioGroup, Stack, TextInput } from '@mantine/core';
import { printsExactly } from '@/lib/domain/annexes/annex-sets.ts';
import { applyAnnexSetEdits } from '@/lib/domain/annexes/edits/apply-edits.ts';
import { ROUNDING_LABELS, ROUNDINGS } from '@/lib/domain/annexes/rounding.ts';
import { MONEY_UNIT_LABELS, type MoneyUnit } from '@/lib/domain/money/parse.ts';
import { problemAt, useSetEditing } from './set-editing.ts';

const UNITS: readonly MoneyUnit[] = ['wanYuan', 'yuan'];

/** What holds for all annexes of the set: their numbers, unit and rounding. */
export function WholeSetForm() {
  const { base, edits, isReadOnly, problems, change } = useSetEditing();
  const set = applyAnnexSetEdits(base, edits);
  const isExact = printsExactly(set);
  return (
    <Stack gap="md">
      <TextInput
        label="编号前的字"
        description="编号按列示的次序排，例如“附件”印作附件1、附件2"
        value={set.number.replace(/\{annex\}$/, '')}
        onChange={(event) => change({ ...edits, numberPrefix: event.currentTarget.value }, 'numberPrefix')}
        error={problemAt(problems, null, 'numberPrefix')}
        readOnly={isReadOnly}
        maw={340}
      />
      <RadioGroup
        label="金额单位"
        description="个别表可以在该表中另定"
        value={set.unit}
        onChange={(value) => change({ ...edits, unit: UNITS.find((unit) => unit === value) }, null)}
      >
        <Stack gap={6} mt={6}>
          <Radio value="wanYuan" label={`${MONEY_UNIT_LABELS.wanYuan}，四舍五入到两位小数`} disabled={isReadOnly} />
          <Radio value="yuan" label={`${MONEY_UNIT_LABELS.yuan}，精确到分，不取整`} disabled={isReadOnly} />
        </Stack>
      </RadioGroup>
      <RadioGroup
        label="取整方式"
        description={isExact ? '以元为单位精确到分，不取整' : '年度选用这套表时的默认方式，开设年度时可以另选'}
        value={set.rounding}
        onChange={(value) => change({ ...edits, rounding: ROUNDINGS.find((each) => each === value) }, null)}
      >
        <Stack gap={6} mt={6}>
          {ROUNDINGS.map((value) => (
            <Radio key={value} value={value} label={ROUNDING_LABELS[value]} disabled={isReadOnly || isExact} />
          ))}
        </Stack>
      </RadioGroup>
    </Stack>
  );
}
