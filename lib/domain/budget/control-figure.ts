import type { Fen } from '../money/fen.ts';
import type { FundSource } from './fund-source.ts';

export const CONTROL_CATEGORIES = ['PERSONNEL', 'ROUTINE', 'PROJECT'] as const;

/** 人员经费, 日常公用经费 or 项目支出. */
export type ControlCategory = (typeof CONTROL_CATEGORIES)[number];

export const CONTROL_CATEGORY_LABELS: Readonly<Record<ControlCategory, string>> = {
  PERSONNEL: '人员经费',
  ROUTINE: '日常公用经费',
  PROJECT: '项目支出',
};

/** 控制数: how much the budget office lets a unit plan for a category out of a source. */
export interface ControlFigure {
  readonly category: ControlCategory;
  readonly source: FundSource;
  readonly amountFen: Fen;
}
