import { expect, type Locator, type Page } from '@playwright/test';

/** 审核: a version as the reviewer sees it, with remarks and the decision at the right. */
export class ReviewPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** Opens a unit's budget from the list: its newest year, which stands first. */
  async openFromList(unit: string): Promise<void> {
    await this.page
      .getByRole('table', { name: '单位预算' })
      .getByRole('link', { name: new RegExp(unit) })
      .first()
      .click();
    await expect(this.page.getByRole('complementary', { name: '意见与审核' })).toBeVisible();
  }

  async open(section: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: section, exact: true })
      .click();
  }

  lines(label: string): Locator {
    return this.page.getByRole('table', { name: label, exact: true });
  }

  /** Writes a remark on a line. */
  async comment(row: Locator, text: string): Promise<void> {
    await row.getByRole('button', { name: /^批注/ }).click();
    await this.page.getByLabel(/^对“.+”的意见$/).fill(text);
    await this.page.getByRole('button', { name: '保存意见' }).click();
    await expect(this.remark(text)).toBeVisible();
  }

  remark(text: string): Locator {
    return this.page.getByRole('article', { name: '审核意见' }).filter({ hasText: text });
  }

  async return(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '退回修改' }).click();
    const dialog = this.page.getByRole('dialog', { name: '退回修改' });
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(dialog.getByText('请写明退回的原因')).toBeVisible();
    await dialog.getByLabel('退回原因').fill(reason);
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(this.page).toHaveURL('/reviews');
  }

  /** Returns what is ticked already, because remarks stand on it. */
  async returnSections(reason: string, section: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: '退回修改' }).click();
    const dialog = this.page.getByRole('dialog', { name: '退回修改' });
    await dialog.getByRole('radio', { name: /^只退回部分内容/ }).check();
    await expect(dialog.getByRole('checkbox', { name: section })).toBeChecked();
    await dialog.getByLabel('退回原因').fill(reason);
    await dialog.getByRole('button', { name: '确认退回' }).click();
    await expect(this.page).toHaveURL('/reviews');
  }

  /** The first of the warnings whose explanations are judged, on 校验. */
  get warning(): Locator {
    return this.page.getByRole('region', { name: '提醒' }).getByRole('article').first();
  }

  async refuseExplanation(reason: string): Promise<void> {
    await this.warning.getByRole('button', { name: '不认可' }).click();
    await this.warning.getByLabel('不认可的理由').fill(reason);
    await this.warning.getByRole('button', { name: '确认不认可' }).click();
    await expect(this.warning.getByText(reason)).toBeVisible();
  }

  async acceptExplanation(): Promise<void> {
    await this.warning.getByRole('button', { name: '认可', exact: true }).click();
    await expect(this.warning.getByText('已认可')).toBeVisible();
  }

  async approve(): Promise<void> {
    await this.decide('审核通过');
  }

  async decide(decision: '审核通过' | '一上审核通过'): Promise<void> {
    await this.page.getByRole('button', { name: decision, exact: true }).click();
    const dialog = this.page.getByRole('dialog', { name: decision });
    await dialog.getByRole('button', { name: '确认通过' }).click();
    await expect(this.page).toHaveURL('/reviews');
  }
}
