import { expect, type Page } from '@playwright/test';
import { Grid } from './grid.ts';

/** 控制数: the budget office's sheet of a year. */
export class ControlSheetPage {
  readonly page: Page;
  readonly sheet: Grid;
  readonly #label: string;

  constructor(page: Page, year: number) {
    this.page = page;
    this.#label = `${year} 年控制数`;
    this.sheet = new Grid(page, this.#label);
  }

  static address(year: number): string {
    return `/bureau/control-figures?year=${year}`;
  }

  async find(unitCode: string): Promise<void> {
    await this.page.getByLabel('查找单位').fill(unitCode);
  }

  /** Issues what was typed through the last question. */
  async issue(count: number, note = ''): Promise<void> {
    await this.page.getByRole('button', { name: `下达 ${count} 处修改` }).click();
    const dialog = this.page.getByRole('dialog', { name: `下达 ${this.#label}` });
    await dialog.getByLabel('文号或说明（可不填）').fill(note);
    await dialog.getByRole('button', { name: '确认下达' }).click();
    await expect(this.page.getByText(`已下达 ${count} 个控制数`)).toBeVisible();
  }
}
