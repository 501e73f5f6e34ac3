import { expect, type Locator, type Page } from '@playwright/test';

/** 预算审核: the units of a reviewer with their states, and what is done to many at once. */
export class QueuePage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get table(): Locator {
    return this.page.getByRole('table', { name: '单位预算' });
  }

  row(unitCode: string): Locator {
    return this.table.getByRole('row').filter({ hasText: unitCode });
  }

  async show(year: number): Promise<void> {
    await this.page.goto(`/reviews?year=${year}`);
  }

  /** Opens the newest version of a unit of a year. */
  async open(year: number, unitCode: string): Promise<void> {
    await this.show(year);
    await this.row(unitCode)
      .getByRole('link', { name: new RegExp(unitCode) })
      .click();
    await expect(this.page.getByRole('complementary', { name: '意见与审核' })).toBeVisible();
  }

  /** Checks the units, then passes them in one act, also those of which something could not be checked. */
  async passAll(unitCodes: readonly string[]): Promise<void> {
    for (const unitCode of unitCodes) await this.row(unitCode).getByRole('checkbox').check();
    const count = unitCodes.length;
    await this.page.getByRole('button', { name: `批量通过 ${count} 个` }).click();
    const dialog = this.page.getByRole('dialog', { name: '批量通过' });
    for (const box of await dialog.getByRole('checkbox').all()) await box.check();
    await dialog.getByRole('button', { name: `确认通过 ${count} 个` }).click();
    await expect(dialog.getByText(`已完成 ${count} / ${count}`)).toBeVisible();
    await dialog.getByRole('button', { name: '关闭' }).last().click();
    for (const unitCode of unitCodes) await expect(this.row(unitCode)).toContainText('已审核（批复）');
  }
}
