import { expect, type Locator, type Page } from '@playwright/test';
import { Grid } from './grid.ts';

/** 编制: an open budget with its sections at the left and its state in the top bar. */
export class DraftPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  grid(label: string): Grid {
    return new Grid(this.page, label);
  }

  /** Goes to a section by the navigation. */
  async open(section: string): Promise<void> {
    const link = this.page
      .getByRole('navigation', { name: '主导航' })
      .getByRole('link', { name: new RegExp(`^${section}`) });
    await link.click();
    await expect(link).toHaveAttribute('aria-current', 'page');
  }

  get saveState(): Locator {
    return this.page.getByTestId('save-state');
  }

  async expectSaved(): Promise<void> {
    await expect(this.saveState).toHaveText(/^已保存/);
  }

  /** All that the checks say, by F9. A page that has just come hears keys a moment after it is seen. */
  async showChecks(): Promise<Locator> {
    const panel = this.page.getByRole('complementary', { name: '全部校验' });
    await expect(async () => {
      await this.page.keyboard.press('F9');
      await expect(panel).toBeVisible({ timeout: 1_000 });
    }).toPass();
    return panel;
  }

  /** What a screen reader hears of others' changes. */
  get colleagueNews(): Locator {
    return this.page.getByTestId('colleague-news');
  }

  /** The sentence over the page when saving asks something of the clerk. */
  get alert(): Locator {
    return this.page.getByRole('main').getByRole('alert');
  }

  get submitButton(): Locator {
    return this.page.getByRole('banner').getByRole('button', { name: /^送审/ });
  }

  /** Asks for submission while something is in the way; the answer is the dialog that lists it. */
  async submitInVain(): Promise<Locator> {
    await this.submitButton.click();
    const dialog = this.page.getByRole('dialog', { name: '还不能送审' });
    await expect(dialog).toBeVisible();
    return dialog;
  }

  async submit(): Promise<void> {
    await this.submitButton.click();
    const dialog = this.page.getByRole('dialog', { name: '送审确认' });
    await dialog.getByRole('button', { name: '确认送审' }).click();
    await expect(dialog).toBeHidden();
  }

  /** Sends the draft to the unit's head, where the unit has its submissions confirmed. */
  async sendToHead(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: '送单位负责人确认' }).click();
    const dialog = this.page.getByRole('dialog', { name: '送单位负责人确认' });
    await dialog.getByRole('button', { name: '确认送出' }).click();
    await expect(this.page.getByRole('banner').getByText('待单位确认')).toBeVisible();
  }

  /** Takes the submission back. */
  async withdraw(): Promise<void> {
    await this.page.getByRole('banner').getByRole('button', { name: '撤回' }).click();
    const dialog = this.page.getByRole('dialog', { name: '撤回送审' });
    await dialog.getByRole('button', { name: '确认撤回' }).click();
  }

  /** Explains a warning on the page 校验. */
  async explain(part: string, explanation: string): Promise<void> {
    const warnings = this.page.getByRole('region', { name: '提醒' });
    const finding = warnings.getByRole('article').filter({ hasText: part });
    await finding.getByLabel('说明（审核人可见）').fill(explanation);
    await finding.getByLabel('说明（审核人可见）').blur();
    await expect(finding.getByText('说明已保存')).toBeVisible();
  }
}
