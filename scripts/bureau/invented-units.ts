import { randomUUID } from 'node:crypto';
import type { BudgetUnit, Department } from '@/lib/domain/budget/budget.ts';

const DEPARTMENTS = 60;
const UNITS_EACH = 5;

/** No unit of this name is meant: an ordinary field of work, and what carries it out. */
const FIELDS = ['档案', '水务', '农事', '林木', '交通', '卫生', '教学', '文博', '体育', '气象'];
const BODIES = ['局', '办公室', '中心', '服务站', '管理处', '研究所'];

export interface InventedDepartment extends Department {
  readonly id: string;
  /** From 0 on. */
  readonly index: number;
  readonly units: readonly InventedUnit[];
}

export interface InventedUnit extends BudgetUnit {
  readonly id: string;
  /** From 0 on, through all departments. */
  readonly index: number;
  /** What it deals with. */
  readonly field: string;
}

/** 60 departments of five units each. */
export function inventDepartments(): readonly InventedDepartment[] {
  return Array.from({ length: DEPARTMENTS }, (_, index) => {
    const field = FIELDS[index % FIELDS.length] ?? '';
    const name = `${field}${BODIES[Math.floor(index / FIELDS.length)]}`;
    const code = `${800 + index}`;
    const units = Array.from({ length: UNITS_EACH }, (__, own): InventedUnit => {
      const unitName = own === 0 ? `${name}（本级）` : `${name}第${own}所`;
      return {
        ...{ id: randomUUID(), index: index * UNITS_EACH + own, field, kind: 'ADMINISTRATIVE' },
        ...{ code: `${code}00${own + 1}`, name: unitName, fullName: `示例区${unitName}` },
      };
    });
    return { id: randomUUID(), index, code, name, fullName: `示例区${name}`, units };
  });
}
