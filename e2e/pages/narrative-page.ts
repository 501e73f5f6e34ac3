import { type CDPSession, expect, type Locator, type Page } from '@playwright/test';

/** 说明文字: the document whose paragraphs are worded in place, under the tools for the one that has the caret. */
export class NarrativePage {
  readonly page: Page;
  readonly tools: Locator;
  readonly document: Locator;
  #input: Promise<CDPSession> | undefined;

  constructor(page: Page) {
    this.page = page;
    this.tools = page.getByRole('toolbar', { name: '段落工具' });
    this.document = page.getByRole('region', { name: '说明文字', exact: true });
  }

  paragraph(name: string): Locator {
    return this.document.getByRole('textbox', { name, exact: true });
  }

  /** What a paragraph says; the invisible characters beside its figures are only for the caret. */
  async expectText(name: string, text: RegExp): Promise<void> {
    const read = async () => (await this.paragraph(name).textContent())?.replaceAll('\u200b', '');
    await expect.poll(read, { timeout: 30_000 }).toMatch(text);
  }

  /** Puts the caret at the end of a paragraph. */
  async edit(name: string): Promise<void> {
    await this.paragraph(name).focus();
    await this.page.keyboard.press('Control+End');
    await expect(this.tools).toContainText(name);
  }

  /** Types by an input method: letters under way, then the characters that were chosen. */
  async compose(letters: string, characters: string): Promise<void> {
    this.#input ??= this.page.context().newCDPSession(this.page);
    const input = await this.#input;
    for (let length = 1; length <= letters.length; length++) {
      const text = letters.slice(0, length);
      await input.send('Input.imeSetComposition', { text, selectionStart: length, selectionEnd: length });
    }
    await input.send('Input.insertText', { text: characters });
  }

  /** The texts that a highlight of the page underlines. */
  underlined(name: 'number-unknown' | 'number-bindable'): Promise<readonly string[]> {
    return this.page.evaluate(
      (highlight) => [...(CSS.highlights.get(highlight) ?? [])].map((range) => range.toString()),
      name,
    );
  }

  tool(name: string | RegExp): Locator {
    return this.tools.getByRole('button', { name });
  }

  /** Finds a figure by what is typed and puts it at the caret. */
  async insertFigure(typed: string, shown: RegExp): Promise<void> {
    await this.page.keyboard.press('Alt+i');
    await this.chooseFigure(typed, shown);
  }

  /** The same once the list of figures is open. */
  async chooseFigure(typed: string, shown: RegExp): Promise<void> {
    await this.page.keyboard.type(typed);
    await expect(this.page.getByRole('option', { selected: true })).toHaveText(shown);
    await this.page.keyboard.press('Enter');
  }
}
