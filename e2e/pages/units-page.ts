import { expect, type Page } from '@playwright/test';

/** 单位与部门: the administrator's list. */
export class UnitsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Has the unit's submissions go by its head. */
  async requireConfirmation(unitCode: string): Promise<void> {
    await this.page.getByLabel('查找').fill(unitCode);
    await this.page.getByRole('button', { name: `编辑：${unitCode}` }).click();
    const dialog = this.page.getByRole('dialog');
    await dialog.getByRole('switch', { name: '送审须经单位负责人确认' }).check();
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await expect(dialog).toBeHidden();
  }
}
