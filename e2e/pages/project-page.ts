import { expect, type Page } from '@playwright/test';
import { Grid } from './grid.ts';

/** Label of a field and what to write into it. */
export type ProjectTexts = Readonly<Record<string, string>>;

/** 项目: what one project is, its cost lines, its indicators. */
export class ProjectPage {
  readonly page: Page;
  readonly costLines: Grid;
  readonly indicators: Grid;

  constructor(page: Page) {
    this.page = page;
    this.costLines = new Grid(page, '支出明细');
    this.indicators = new Grid(page, '绩效指标');
  }

  /** Fills fields in, and leaves each as one does with Tab. */
  async fill(texts: ProjectTexts): Promise<void> {
    for (const [label, text] of Object.entries(texts)) {
      const name = { name: label, exact: true };
      const field = this.page.getByRole('textbox', name).or(this.page.getByRole('combobox', name));
      await field.fill(text);
      await field.press('Tab');
      await expect(field).toHaveValue(new RegExp(`^${text}`));
    }
  }
}
