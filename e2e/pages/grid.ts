import { expect, type Locator, type Page } from '@playwright/test';

/** The empty row that stands last. */
export const NEW_ROW = '＋';

/** A table of lines that is edited like a spreadsheet, as its keys and its accessible roles show it. */
export class Grid {
  readonly page: Page;
  readonly root: Locator;

  constructor(page: Page, label: string) {
    this.page = page;
    this.root = page.getByRole('grid', { name: label, exact: true });
  }

  /**
   * A row by a text that stands in it, by its number, or the empty one at the end. A row whose text is being edited is
   * found by its number alone: its text is in an input.
   */
  row(which: string | number): Locator {
    const rows = this.root.getByRole('row');
    if (typeof which === 'number' || which === NEW_ROW) {
      return rows.filter({ has: this.page.getByRole('rowheader', { name: String(which), exact: true }) });
    }
    return rows.filter({ has: this.page.getByRole('gridcell', { name: which, exact: true }) });
  }

  async cell(row: string | number, column: string): Promise<Locator> {
    await this.root.getByRole('columnheader').first().waitFor();
    const headers = await this.root.getByRole('columnheader').allInnerTexts();
    const index = headers.indexOf(column);
    if (index < 1) throw new Error(`no column ${column}: ${headers.join('、')}`);
    return this.row(row)
      .getByRole('gridcell')
      .nth(index - 1);
  }

  /** Makes a cell the active one, by mouse. */
  async select(row: string | number, column: string): Promise<Locator> {
    if (row === NEW_ROW) await this.toEnd();
    const cell = await this.cell(row, column);
    await cell.click();
    return cell;
  }

  /** Brings the empty row into sight: rows out of it are not drawn. */
  async toEnd(): Promise<void> {
    await this.root.focus();
    await this.page.keyboard.press('Control+End');
    await expect(this.row(NEW_ROW)).toBeVisible();
  }

  /** The input of the active cell. */
  get input(): Locator {
    return this.root.getByRole('textbox').or(this.root.getByRole('combobox'));
  }

  /** Types over a cell and confirms it with Enter. */
  async type(row: string | number, column: string, text: string): Promise<void> {
    await this.select(row, column);
    await this.page.keyboard.type(text);
    await this.page.keyboard.press('Enter');
  }

  /** Adds a row by keyboard: each text in its cell from the first that can be edited, Tab between them. */
  async addRow(texts: readonly string[]): Promise<void> {
    await this.toEnd();
    const cells = await this.row(NEW_ROW).getByRole('gridcell').all();
    await cells[0]?.click();
    for (const [index, text] of texts.entries()) {
      if (index > 0) await this.page.keyboard.press('Tab');
      await this.page.keyboard.type(text);
    }
    await this.page.keyboard.press('Enter');
  }

  /** Waits until a cell that is not being edited shows a text. */
  async expectText(row: string | number, column: string, text: string): Promise<void> {
    await expect(await this.cell(row, column)).toHaveText(text);
  }

  /** How many rows it has, computed ones and the empty one at the end not counted, in sight or not. */
  async expectRows(count: number): Promise<void> {
    await expect(this.footer.getByText(`共 ${count} 行`, { exact: true })).toBeVisible();
  }

  /** The line below the grid. */
  get footer(): Locator {
    return this.root.locator('xpath=following-sibling::*');
  }

  /** A computed row by its code. */
  parent(code: string): Locator {
    const toggle = this.page.getByRole('button', { name: new RegExp(`^(收起|展开) ${code} `) });
    return this.root.getByRole('row').filter({ has: toggle });
  }

  /** What a copy of the selected cells holds, in both flavours. */
  async copy(): Promise<{ readonly text: string; readonly html: string }> {
    return this.input.evaluate((input) => {
      const clipboardData = new DataTransfer();
      input.dispatchEvent(new ClipboardEvent('copy', { clipboardData, bubbles: true, cancelable: true }));
      return { text: clipboardData.getData('text/plain'), html: clipboardData.getData('text/html') };
    });
  }

  /** Pastes a text into the active cell as Excel and WPS hand it over, or what was copied in both its flavours. */
  async paste(copied: string | { readonly text: string; readonly html: string }): Promise<void> {
    const flavours = typeof copied === 'string' ? { text: copied, html: '' } : copied;
    await this.input.evaluate((input, { text, html }) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      if (html !== '') clipboardData.setData('text/html', html);
      input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, flavours);
  }
}
