import { FISCAL_SOURCES } from '../budget/fund-source.ts';
import type { Selection } from './selection.ts';

/** 财政拨款 of all three budgets, carried-over money included (annex 1). */
export const FISCAL: Selection = { sources: FISCAL_SOURCES };

/** This year's appropriation of the general public budget (annexes 2–4): what carry-over pays does not count. */
export const GENERAL_APPROPRIATION: Selection = {
  books: ['EXPENDITURE'],
  sources: ['GENERAL_PUBLIC'],
  carriedOver: false,
};

/** This year's appropriation of the government fund budget (annex 5). */
export const FUND_APPROPRIATION: Selection = {
  books: ['EXPENDITURE'],
  sources: ['GOVERNMENT_FUND'],
  carriedOver: false,
};

/** All expenditure of the year, from every source and from carried-over money (annexes 6, 8, 10–12). */
export const EXPENDITURE: Selection = { books: ['EXPENDITURE'] };

/** This year's appropriation of the state capital budget. */
export const CAPITAL_APPROPRIATION: Selection = {
  books: ['EXPENDITURE'],
  sources: ['STATE_CAPITAL'],
  carriedOver: false,
};
