import { expect, type Locator, type Page } from '@playwright/test';

/** 从 Excel 工作簿导入: the wizard in three steps. */
export class WorkbookPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  get heading(): Locator {
    return this.page.getByRole('heading', { level: 3 });
  }

  /** Hands a file to the wizard as its button does. */
  async choose(name: string, buffer: Buffer, mimeType: string): Promise<void> {
    await expect(this.page.getByRole('button', { name: '选择文件', exact: true })).toBeEnabled();
    await this.page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer });
  }

  async tab(label: string): Promise<void> {
    await this.page.getByRole('tab', { name: new RegExp(`^${label}`) }).click();
  }

  /** A line of the list that is shown, by the address of its cell. */
  row(address: string): Locator {
    return this.page.getByRole('tabpanel').getByRole('row').filter({ hasText: address });
  }

  /** The numbers of a section in the table of what would change, by their headings. */
  async counts(section: string): Promise<Readonly<Record<string, string>>> {
    await this.tab('各部分处理方式');
    const table = this.page.getByRole('table', { name: '各部分将发生的变化' });
    const headings = await table.getByRole('columnheader').allInnerTexts();
    const row = table
      .getByRole('row')
      .filter({ has: this.page.getByRole('rowheader', { name: section, exact: true }) });
    const cells = await row.locator('th,td').allInnerTexts();
    return Object.fromEntries(headings.map((heading, index) => [heading, cells[index]?.trim() ?? '']));
  }
}
