import { expect, type Locator, type Page } from '@playwright/test';

/** 修改记录: the drawer with what became of a row or a cell. */
export class RowHistory {
  readonly page: Page;
  readonly drawer: Locator;

  constructor(page: Page) {
    this.page = page;
    this.drawer = page.getByRole('dialog', { name: '修改记录' });
  }

  /** Newest first. */
  get entries(): Locator {
    return this.drawer.getByRole('list', { name: '修改记录' }).getByRole('listitem');
  }

  async show(scope: '只看本格' | '整行'): Promise<void> {
    await this.drawer.getByText(scope, { exact: true }).click();
    await expect(this.drawer.getByRole('radio', { name: scope })).toBeChecked();
  }

  async close(): Promise<void> {
    await this.page.keyboard.press('Escape');
    await expect(this.drawer).toBeHidden();
  }
}
