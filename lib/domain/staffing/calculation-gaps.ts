import type { UnitProfile } from '../budget/profile.ts';
import { groupName } from './pay.ts';
import type { StaffGroup } from './staff-group.ts';
import type { Standard } from './standard.ts';

/** A cell that has to be filled before all can be calculated, and what its absence leaves out. */
export interface CalculationGap {
  /** The cell: a row of the register, or (null) the profile. */
  readonly staffKey: string | null;
  readonly field: keyof StaffGroup | keyof UnitProfile;
  /** One sentence in Chinese. */
  readonly message: string;
}

const FIELD_NAMES = {
  functionCode: '功能科目',
  headCount: '实有人数',
  authorisedPosts: '编制数',
  monthlyBasePayFen: '月人均基本工资',
  monthlyAllowanceFen: '月人均津贴补贴',
  yearlyBonusFen: '年人均奖金',
  monthlyTransportFen: '月人均交通补贴',
} as const;

export type GapField = keyof typeof FIELD_NAMES;

interface OpenGap {
  readonly group: StaffGroup;
  readonly field: GapField;
  readonly names: Set<string>;
}

/** Gathers what is missing in the register while standard after standard is applied to it. */
export class GapCollector {
  readonly #open = new Map<string, OpenGap>();
  #vehicles: string | null = null;

  /** @returns what is missing, in a few words, for the proposal that lacks it */
  add(group: StaffGroup, field: GapField, standard: Standard): string {
    const id = `${group.key} ${field}`;
    const gap = this.#open.get(id) ?? { group, field, names: new Set() };
    gap.names.add(standard.name);
    this.#open.set(id, gap);
    return `${groupName(group)}没有填${FIELD_NAMES[field]}`;
  }

  addVehicles(standard: Standard): void {
    this.#vehicles = `单位情况没有填车辆总数，${standard.name}无法测算。`;
  }

  /** @param staff the register, in whose order the gaps are told */
  gaps(staff: readonly StaffGroup[]): readonly CalculationGap[] {
    const order = new Map(staff.map(({ key }, index) => [key, index]));
    const open = [...this.#open.values()].sort((a, b) => (order.get(a.group.key) ?? 0) - (order.get(b.group.key) ?? 0));
    const ofRegister = open.map(({ group, field, names }): CalculationGap => {
      const row = `第${(order.get(group.key) ?? 0) + 1}行${groupName(group)}`;
      return {
        staffKey: group.key,
        field,
        message: `${row}没有填${FIELD_NAMES[field]}，${leftOut(names)}未计入这些人。`,
      };
    });
    return this.#vehicles === null
      ? ofRegister
      : [...ofRegister, { staffKey: null, field: 'vehiclesTotal', message: this.#vehicles }];
  }
}

function leftOut(names: ReadonlySet<string>): string {
  const [first = '', second] = names;
  if (second === undefined) return first;
  return names.size === 2 ? `${first}、${second}` : `${first}、${second}等${names.size}项`;
}
