import { expect, type Locator, type Page } from '@playwright/test';

/** 常用意见 under a field for a remark, or on the page that keeps them. */
export class TemplatePicker {
  readonly page: Page;
  readonly scope: Locator;

  /** @param scope what holds the field, where the page has several */
  constructor(page: Page, scope: Locator = page.getByRole('main')) {
    this.page = page;
    this.scope = scope;
  }

  /** Chooses one by the keyboard alone: opens the list, types a word of it, and takes the first that is found. */
  async pick(word: string): Promise<void> {
    const button = this.scope.getByRole('button', { name: /^常用意见/ });
    await expect(async () => {
      await button.press('Enter');
      await expect(this.search).toBeFocused({ timeout: 1_000 });
    }).toPass();
    await expect(this.page.getByRole('option').first()).toBeVisible();
    await this.page.keyboard.type(word);
    await expect(this.page.getByRole('option').first()).toContainText(word);
    await this.page.keyboard.press('ArrowDown');
    await this.page.keyboard.press('Enter');
    await expect(this.search).toBeHidden();
  }

  get search(): Locator {
    return this.page.getByRole('listbox').locator('..').getByLabel('查找常用意见');
  }

  /** Keeps what is typed under a title. */
  async save(title: string): Promise<void> {
    await this.scope.getByRole('button', { name: '存为常用意见' }).click();
    const dialog = this.page.getByRole('dialog', { name: '存为常用意见' });
    await dialog.getByLabel('标题').fill(title);
    await dialog.getByRole('button', { name: '保存' }).click();
    await expect(dialog).toBeHidden();
  }

  /** One's own templates, or the bureau's, on the page or in the dialog that keeps them. */
  list(name: '我的常用意见' | '全局共用'): Locator {
    return this.page.getByRole('region', { name });
  }

  async remove(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `删除：${title}` }).click();
    await expect(this.page.getByText(`已删除“${title}”`)).toBeVisible();
  }
}
