'use client';

import { PROFILE_ROW } from '@/components/workspace/bad-cells.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftInput } from '@/components/workspace/fields/draft-inputs.tsx';
import { mapOk, profileChange, readAmount } from '@/components/workspace/fields/field-values.ts';
import type { DraftField } from '@/components/workspace/fields/use-draft-field.ts';
import type { PriorThreePublic, UnitProfile } from '@/lib/domain/budget/profile.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { unitWord } from './line-columns.ts';
import styles from './prior-figures.module.css';

const THREE_PUBLIC: readonly (readonly [field: keyof PriorThreePublic, label: string])[] = [
  ['overseasTripsFen', '因公出国（境）费'],
  ['vehiclePurchaseFen', '公务用车购置费'],
  ['vehicleRunningFen', '公务用车运行维护费'],
  ['receptionsFen', '公务接待费'],
];

/** Last year's figures that stand in no list: the three public expenses, the projects, 机关运行经费. */
export function PriorFigures() {
  const { budget, unit } = useDraft();
  const { profile } = budget;
  const amountField = (
    field: string,
    label: string,
    amountFen: Fen | null,
    fieldsOf: (amountFen: Fen | null) => Partial<UnitProfile>,
  ): DraftField => ({
    rowKey: PROFILE_ROW,
    field,
    label,
    text: formatForEntry(amountFen, unit),
    write: (text) => mapOk(readAmount(text, unit), (read) => profileChange(fieldsOf(read))),
  });
  return (
    <div className={styles.figures}>
      {THREE_PUBLIC.map(([name, label]) => (
        <DraftInput
          key={name}
          align="end"
          suffix={unitWord(unit)}
          placeholder="没有的填 0"
          field={amountField(
            `priorThreePublic.${name}`,
            `上年${label}`,
            profile.priorThreePublic[name],
            (amountFen) => ({
              priorThreePublic: { ...profile.priorThreePublic, [name]: amountFen },
            }),
          )}
        />
      ))}
      <DraftInput
        align="end"
        suffix={unitWord(unit)}
        field={amountField('priorProjectTotalFen', '上年项目支出', profile.priorProjectTotalFen, (amountFen) => ({
          priorProjectTotalFen: amountFen,
        }))}
      />
      <DraftInput
        align="end"
        suffix={unitWord(unit)}
        field={amountField('priorOperatingFen', '上年机关运行经费', profile.priorOperatingFen, (amountFen) => ({
          priorOperatingFen: amountFen,
        }))}
      />
    </div>
  );
}
