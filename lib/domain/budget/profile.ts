import type { Fen } from '../money/fen.ts';

/** 专业名词解释. */
export interface Term {
  readonly term: string;
  readonly definition: string;
}

/** What the narrative says in the unit's own words, around the figures that the product binds. */
export interface NarrativeInputs {
  /** The office's name as the text abbreviates it, e.g. 区信访办; blank: the full name. */
  readonly shortName: string;
  /** Opening sentence of 职能职责. */
  readonly dutyIntroduction: string;
  readonly duties: readonly string[];
  /** Why the total changed on last year, e.g. `退休3人`. */
  readonly changeReason: string;
  /** What basic expenditure is mainly used for. */
  readonly basicUse: string;
  /** What 机关运行经费 is mainly used for. */
  readonly operatingUse: string;
  /** Own wording of the paragraph on 机关运行经费; blank: the product's sentence with bound figures. */
  readonly operatingText: string;
  /** Further sentence on procurement; blank: none. */
  readonly procurementText: string;
  /** Further sentence on performance management; blank: none. */
  readonly performanceText: string;
  /** Further sentence on state assets; blank: none. */
  readonly assetsText: string;
  readonly terms: readonly Term[];
  /** The office (not a person) that answers questions, and its telephone. */
  readonly contactOffice: string;
  readonly contactPhone: string;
}

/** 三公 of the year before, from the general public budget. */
export interface PriorThreePublic {
  readonly overseasTripsFen: Fen | null;
  readonly vehiclePurchaseFen: Fen | null;
  readonly vehicleRunningFen: Fen | null;
  readonly receptionsFen: Fen | null;
}

/** Facts of the unit, and figures of the year before that stand in no list: one record a version. */
export interface UnitProfile {
  /** Month the head count and the vehicles are stated at, `YYYY-MM`; blank while not entered. */
  readonly staffAsOf: string;
  readonly staffOnPost: number | null;
  readonly staffRetired: number | null;
  /** 较上年新增退休人数. */
  readonly retiredSincePriorBudget: number | null;
  /** 内设科室. */
  readonly divisions: readonly string[];
  /** 下设事业单位. */
  readonly institutions: readonly string[];
  readonly vehiclesAsOf: string;
  readonly vehiclesTotal: number | null;
  readonly vehiclesGeneral: number | null;
  readonly vehiclesLawEnforcement: number | null;
  readonly vehiclesPlannedPurchase: number | null;
  readonly priorThreePublic: PriorThreePublic;
  /** 上年项目支出 out of the general public budget; null where unknown. */
  readonly priorProjectTotalFen: Fen | null;
  /** 上年机关运行经费; null where unknown. */
  readonly priorOperatingFen: Fen | null;
  readonly narrative: NarrativeInputs;
}
