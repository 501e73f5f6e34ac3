import { expect, type Locator, type Page } from '@playwright/test';
import type { FilledField } from './budget-forms.ts';
import type { Grid } from './grid.ts';

const MOST_TABS = 60;
const MOST_REGIONS = 8;

/** What an input method writes comes as a whole; the rest is pressed key by key. */
const BY_INPUT_METHOD = /[^\x20-\x7e]/;

/** The hands of somebody who has no mouse: nothing here does what keys could not do. */
export class Keyboard {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text: string): Promise<void> {
    if (BY_INPUT_METHOD.test(text)) await this.page.keyboard.insertText(text);
    else await this.page.keyboard.type(text);
  }

  /** Presses Tab (or another key) until an element, or something in it, has the keyboard. */
  async tabTo(target: Locator, key = 'Tab', most = MOST_TABS): Promise<void> {
    await target.waitFor();
    const isThere = () => target.evaluate((element) => element.contains(document.activeElement));
    for (let step = 0; step < most; step += 1) {
      if (await isThere()) return;
      await this.press(key);
    }
    if (!(await isThere())) throw new Error(`${most} times ${key} did not lead to ${target}`);
  }

  /** Goes to a section of the draft by the navigation, and on to its content. */
  async open(section: string): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: '主导航' });
    const link = navigation.getByRole('link', { name: new RegExp(`^${section}`) });
    await this.tabTo(navigation, 'Shift+F6', MOST_REGIONS);
    await this.tabTo(link);
    await this.press('Enter');
    await expect(link).toHaveAttribute('aria-current', 'page');
    await this.tabTo(this.page.getByRole('main'), 'F6', MOST_REGIONS);
  }

  /** Presses a button or follows a link. */
  async activate(target: Locator): Promise<void> {
    await this.tabTo(target);
    await this.press('Enter');
  }

  /** Writes into fields of a form, one after the other, and leaves the last. */
  async fillAll(fields: readonly FilledField[]): Promise<void> {
    for (const [field, ...lines] of fields) {
      await this.tabTo(field);
      for (const [index, line] of lines.entries()) {
        if (index > 0) await this.press('Enter');
        await this.type(line);
      }
    }
    await this.press('Tab');
  }

  /** Takes a word of a list that opens from a field of a form. */
  async choose(list: Locator, word: string): Promise<void> {
    await this.tabTo(list);
    const words = await list.getByRole('option').allInnerTexts();
    const shown = await list.evaluate((element: HTMLSelectElement) => element.selectedIndex);
    const steps = words.indexOf(word) - shown;
    for (let step = 0; step < Math.abs(steps); step += 1) await this.press(steps < 0 ? 'ArrowUp' : 'ArrowDown');
    await expect(list.getByRole('option', { name: word, exact: true })).toHaveJSProperty('selected', true);
  }

  /**
   * Adds rows to a grid, one below the other.
   *
   * @param rows texts of the cells that can be edited, from the first one; null leaves a cell as a row begins
   */
  async addRows(grid: Grid, rows: readonly (readonly (string | null)[])[]): Promise<void> {
    await this.tabTo(grid.root);
    for (const cells of rows) {
      await this.press('Control+End', 'Home');
      for (const [index, text] of cells.entries()) {
        if (index > 0) await this.press('Tab');
        if (text !== null) await this.type(text);
      }
      await this.press('Enter');
    }
    await grid.expectRows(rows.length);
    /* Out of the grid: Tab alone goes from cell to cell. */
    await this.press('Escape', 'Tab');
  }
}
