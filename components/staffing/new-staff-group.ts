import { newKey } from '@/components/workspace/new-key.ts';
import type { Budget, UnitKind } from '@/lib/domain/budget/budget.ts';
import { mainFunctionCode } from '@/lib/domain/staffing/propose-lines.ts';
import type { StaffGroup, StaffKind } from '@/lib/domain/staffing/staff-group.ts';

const KIND_OF_UNIT: Readonly<Record<UnitKind, StaffKind>> = {
  ADMINISTRATIVE: 'ADMINISTRATIVE',
  CIVIL_SERVICE_LAW: 'CIVIL_SERVICE_LAW',
  PUBLIC_INSTITUTION: 'PUBLIC_INSTITUTION',
};

/** The code under which the pay of new people most likely stands. */
export function likelyPayCode({ staff, expenditure }: Pick<Budget, 'staff' | 'expenditure'>): string {
  const registered = mainFunctionCode(staff);
  if (registered !== '') return registered;
  const pay = expenditure.find(({ projectKey, economicCode }) => projectKey === null && economicCode === '30101');
  return pay?.functionCode ?? '';
}

/** An empty line of the register as a clerk begins it. */
export function newStaffGroup(unitKind: UnitKind, functionCode: string): (position: number) => StaffGroup {
  return (position) => ({
    key: newKey(),
    position,
    kind: KIND_OF_UNIT[unitKind],
    grade: '',
    functionCode,
    authorisedPosts: null,
    headCount: null,
    monthlyBasePayFen: null,
    monthlyAllowanceFen: null,
    yearlyBonusFen: null,
    monthlyTransportFen: null,
    note: '',
  });
}
