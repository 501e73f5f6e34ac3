import { expect, type Page } from '@playwright/test';

/** 待我确认: the list of a unit's head, and the version that is opened from it. */
export class HeadPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async openWaiting(unitCode: string): Promise<void> {
    await this.page.goto('/confirmations');
    await this.page
      .getByRole('table', { name: '待确认的预算' })
      .getByRole('link', { name: new RegExp(unitCode) })
      .click();
    await expect(this.page.getByRole('button', { name: '确认并送审' })).toBeVisible();
  }

  async confirm(unitCode: string): Promise<void> {
    await this.openWaiting(unitCode);
    await this.page.getByRole('button', { name: '确认并送审' }).click();
    const dialog = this.page.getByRole('dialog', { name: '确认并送审' });
    await dialog.getByRole('button', { name: '确认并送审' }).click();
    await expect(this.page).toHaveURL('/confirmations');
  }
}
