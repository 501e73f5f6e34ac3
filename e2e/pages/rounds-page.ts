import { expect, type Locator, type Page } from '@playwright/test';

/** 申报轮次: the budget office's page of a year, its rounds and how far every unit is. */
export class RoundsPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get dialog(): Locator {
    return this.page.getByRole('dialog');
  }

  get rounds(): Locator {
    return this.page.getByRole('table', { name: '申报轮次' });
  }

  /** Opens a year with 两上两下. */
  async openYear(year: number): Promise<void> {
    await this.page.getByRole('button', { name: '开设年度' }).click();
    await this.dialog.getByLabel('预算年度').fill(String(year));
    await this.dialog.getByLabel('须说明原因的增减幅度（%）').fill('40');
    await this.dialog.getByRole('button', { name: '开设', exact: true }).click();
    await expect(this.page).toHaveURL(new RegExp(`year=${year}`));
    await expect(this.rounds.getByRole('row')).toHaveCount(3);
  }

  /** @param deadline `2099-11-30T17:30`, in Beijing */
  async setDeadline(round: string, deadline: string): Promise<void> {
    await this.page.getByRole('button', { name: `${round}截止时间` }).click();
    await this.dialog.getByLabel('截止时间').fill(deadline);
    await this.dialog.getByRole('button', { name: '保存' }).click();
  }

  /** 开放 or 结束. */
  async act(act: '开放' | '结束', round: string): Promise<void> {
    await this.page.getByRole('button', { name: `${act}${round}` }).click();
    await this.dialog.getByRole('button', { name: `${act}${round}` }).click();
    await expect(this.dialog).toBeHidden();
  }

  /** The row of the one unit that a code names. */
  async unit(unitCode: string): Promise<Locator> {
    await this.page.getByLabel('查找单位').fill(unitCode);
    return this.page.getByRole('table', { name: '单位', exact: true }).getByRole('row').nth(1);
  }

  /** Asks for more time for a unit; the dialog stays for its reason. */
  async beginExtension(unitCode: string, until: string): Promise<void> {
    const row = await this.unit(unitCode);
    await row.getByRole('checkbox').check();
    await this.page.getByRole('button', { name: '批准延期（1）' }).click();
    await this.dialog.getByLabel('延期至').fill(until);
  }

  async extend(reason: string): Promise<void> {
    await this.dialog.getByLabel('延期原因').fill(reason);
    await this.dialog.getByRole('button', { name: '批准延期' }).click();
  }
}
