import { Radio, RadioGroup, Stack } from '@mantine/core';
import { ANNEX_SETS, annexSetNamed, printsExactly } from '@/lib/domain/annexes/annex-sets.ts';
import type { EditedAnnexSet } from '@/lib/domain/annexes/edits/annex-set-edits.ts';
import { ROUNDING_LABELS, ROUNDINGS, type Rounding } from '@/lib/domain/annexes/rounding.ts';
import { MONEY_UNIT_LABELS } from '@/lib/domain/money/parse.ts';
import type { YearSettings } from '@/lib/domain/workflow/year-settings.ts';

type AnnexSettings = Pick<YearSettings, 'annexSet' | 'rounding'>;

interface AnnexFieldsProps {
  /** The bureau's own sets. */
  annexSets: readonly EditedAnnexSet[];
  settings: AnnexSettings;
  onChange: (settings: AnnexSettings) => void;
  /** A round was opened already: the year's documents stay what they are. */
  isFixed: boolean;
  errors: Readonly<Record<string, string | undefined>>;
}

const FIXED = '本年度已有申报开放过，不能再更改';

const ROUNDING_NOTES: Readonly<Record<Rounding, string>> = {
  EACH_CELL: '合计与分项之和可能有尾差，表下注明',
  SUM_OF_PARTS: '各表内分项与合计处处相加相等，合计可能与精确数相差末位；表下和说明中注明',
  LARGEST_REMAINDER: '合计四舍五入，末位差额分给余数大的分项，各栏自上而下相加相等；表下和说明中注明',
};

/** 公开表 and 取整方式 of a year. */
export function AnnexFields({ annexSets, settings, onChange, isFixed, errors }: AnnexFieldsProps) {
  const sets = [...ANNEX_SETS, ...annexSets.map(annexSetNamed)];
  const chosen = sets.find(({ id }) => id === settings.annexSet);
  const isExact = chosen !== undefined && printsExactly(chosen);
  const choose = (annexSet: string) => {
    const set = sets.find(({ id }) => id === annexSet);
    const own = annexSets.some(({ id }) => id === annexSet) ? set?.rounding : undefined;
    onChange({ annexSet, rounding: set && printsExactly(set) ? 'EACH_CELL' : (own ?? settings.rounding) });
  };
  const round = (value: string) => {
    onChange({ ...settings, rounding: ROUNDINGS.find((each) => each === value) ?? settings.rounding });
  };
  return (
    <>
      <RadioGroup
        label="公开表"
        description={isFixed ? FIXED : '附件的格式、编号和单位，各单位本年度一致'}
        value={settings.annexSet}
        onChange={choose}
        error={errors.annexSet}
      >
        <Stack gap={6} mt={6}>
          {sets.map(({ id, name, annexes, unit }) => (
            <Radio
              key={id}
              value={id}
              label={name}
              description={`${annexes.length} 张表，以${MONEY_UNIT_LABELS[unit]}为单位`}
              disabled={isFixed}
            />
          ))}
        </Stack>
      </RadioGroup>
      <RadioGroup
        label="取整方式"
        description={isFixed ? FIXED : isExact ? '以元为单位的公开表精确到分，不取整' : undefined}
        value={settings.rounding}
        onChange={round}
        error={errors.rounding}
      >
        <Stack gap={6} mt={6}>
          {ROUNDINGS.map((value) => (
            <Radio
              key={value}
              value={value}
              label={ROUNDING_LABELS[value]}
              description={ROUNDING_NOTES[value]}
              disabled={isFixed || isExact}
            />
          ))}
        </Stack>
      </RadioGroup>
    </>
  );
}
