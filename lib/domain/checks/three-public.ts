import { annexNameOf, printsPriorYear } from '../annexes/annex-sets.ts';
import { THREE_PUBLIC_CODES } from '../annexes/ledger.ts';
import type { PriorThreePublic, UnitProfile } from '../budget/profile.ts';
import { sumFen } from '../money/fen.ts';
import { defineCheck, insufficientData, notApplicable } from './check.ts';
import type { CheckContext } from './check-context.ts';
import type { Place } from './finding.ts';
import { factPlaces, yuanText } from './wording.ts';

interface Item {
  readonly code: string;
  readonly name: string;
  readonly prior: keyof PriorThreePublic;
}

const ITEMS: readonly Item[] = [
  { code: THREE_PUBLIC_CODES.overseasTrips, name: '因公出国（境）费用', prior: 'overseasTripsFen' },
  { code: THREE_PUBLIC_CODES.vehiclePurchase, name: '公务用车购置费', prior: 'vehiclePurchaseFen' },
  { code: THREE_PUBLIC_CODES.vehicleRunning, name: '公务用车运行维护费', prior: 'vehicleRunningFen' },
  { code: THREE_PUBLIC_CODES.receptions, name: '公务接待费', prior: 'receptionsFen' },
];

function factsOf({ facts }: CheckContext, code: string) {
  return facts.filter(({ economicCode, source, carriedOver }) => {
    return economicCode === code && source === 'GENERAL_PUBLIC' && !carriedOver;
  });
}

const priorMissing = defineCheck({
  id: 'three-public-prior-missing',
  title: '上年“三公”经费已填',
  severity: 'note',
  rule: '{threePublic}列示上年预算数；没有的填0',
  find: ({ budget: { profile }, annexSet }) => {
    const missing = ITEMS.filter(({ prior }) => profile.priorThreePublic[prior] === null);
    if (missing.length === 0) return [];
    const isPrinted = printsPriorYear(annexSet, 'threePublic');
    const consequence = isPrinted
      ? `${annexNameOf(annexSet, 'threePublic')}上年栏为空、说明文字不作比较`
      : '说明文字不作比较';
    const message = `上年${missing.map(({ name }) => name).join('、')}未填，${consequence}，没有的请填0。`;
    const rule = isPrinted ? {} : { rule: '说明文字将“三公”经费与上年预算数比较；没有的填0' };
    const places = missing.map(({ prior }): Place => ({ kind: 'profile', field: `priorThreePublic.${prior}` }));
    return [{ about: missing.map(({ prior }) => prior), message, places, ...rule }];
  },
});

const vehiclePurchase = defineCheck({
  id: 'vehicle-purchase-plan',
  title: '购车计划与公务用车购置费一致',
  severity: 'error',
  rule: '计划购置车辆数大于0，当且仅当列有31013公务用车购置',
  find: ({ budget: { profile }, facts }) => {
    const { vehiclesPlannedPurchase: planned } = profile;
    if (planned === null) return insufficientData('计划购置车辆数未填。');
    const lines = facts.filter(({ economicCode }) => economicCode === THREE_PUBLIC_CODES.vehiclePurchase);
    const amountFen = sumFen(lines.map((fact) => fact.amountFen));
    if (planned > 0 === amountFen > 0n) return [];
    const message =
      planned > 0
        ? `计划购置车辆${planned}辆，但没有31013公务用车购置支出，请补列支出或把计划购置数改为0。`
        : `列有31013公务用车购置${yuanText(amountFen)}，但计划购置车辆数为0，请补填购置数或核减支出。`;
    return [
      { about: [planned, amountFen], message, places: [profilePlace('vehiclesPlannedPurchase'), ...factPlaces(lines)] },
    ];
  },
});

function profilePlace(field: keyof UnitProfile): Place {
  return { kind: 'profile', field };
}

const vehicleKinds = defineCheck({
  id: 'vehicle-kinds',
  title: '各类车辆之和等于车辆总数',
  severity: 'error',
  rule: '国有资产占有使用情况：分类数之和=总数',
  find: ({ budget: { profile } }) => {
    const { vehiclesTotal: total, vehiclesGeneral: general, vehiclesLawEnforcement: law } = profile;
    if (total === null || general === null || law === null) return insufficientData('车辆数未填全。');
    if (general + law === total) return [];
    const isOver = general + law > total;
    const advice = isOver ? '请改正' : `其余${total - general - law}辆将列为“其他用车”，请确认并说明用途`;
    const message = `一般公务用车${general}辆与执法执勤用车${law}辆共${general + law}辆，车辆总数${total}辆，${advice}。`;
    const places = (['vehiclesTotal', 'vehiclesGeneral', 'vehiclesLawEnforcement'] as const).map(profilePlace);
    return [{ about: [total, general, law], message, places, severity: isOver ? 'error' : 'warning' }];
  },
});

const runningWithoutVehicle = defineCheck({
  id: 'vehicle-running-without-vehicle',
  title: '有车辆才有公务用车运行维护费',
  severity: 'warning',
  rule: '30231公务用车运行维护费用于单位保有的公务用车',
  find: (context) => {
    const { vehiclesTotal: total, vehiclesPlannedPurchase: planned } = context.budget.profile;
    if (total === null) return insufficientData('车辆总数未填。');
    const facts = factsOf(context, THREE_PUBLIC_CODES.vehicleRunning);
    const amountFen = sumFen(facts.map((fact) => fact.amountFen));
    if (amountFen === 0n) return notApplicable('没有公务用车运行维护费。');
    if (total > 0 || (planned ?? 0) > 0) return [];
    const message = `车辆总数为0，却列有公务用车运行维护费${yuanText(amountFen)}，请核对车辆数或说明理由。`;
    return [{ about: [amountFen], message, places: [profilePlace('vehiclesTotal'), ...factPlaces(facts)] }];
  },
});

export const THREE_PUBLIC_CHECKS = [vehiclePurchase, vehicleKinds, runningWithoutVehicle, priorMissing];
