import { expect, type Locator, type Page } from '@playwright/test';
import { DraftPage } from './draft-page.ts';
import type { Grid } from './grid.ts';

/** 人员与测算: the register of staff, and below it the lines that are calculated from it. */
export class StaffingPage extends DraftPage {
  readonly register: Grid;
  readonly proposals: Locator;

  constructor(page: Page) {
    super(page);
    this.register = this.grid('人员编制登记');
    this.proposals = page.getByRole('region', { name: /^测算结果/ });
  }

  /** What stands about a proposed line, by its economic code. */
  proposal(economicCode: string): Locator {
    return this.proposals
      .getByRole('rowgroup')
      .filter({ has: this.page.getByRole('checkbox', { name: economicCode }) });
  }

  async expectProposal(economicCode: string, ...texts: readonly string[]): Promise<void> {
    for (const text of texts) await expect(this.proposal(economicCode)).toContainText(text);
  }

  /** A button of a proposed line, e.g. 替换. */
  decide(economicCode: string, decision: string): Locator {
    return this.proposal(economicCode).getByRole('button', { name: decision });
  }
}
