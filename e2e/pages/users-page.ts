import { expect, type Page } from '@playwright/test';

/** 用户: the administrator's list. */
export class UsersPage {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async disable(username: string): Promise<void> {
    await this.#find(username);
    await this.#confirm(`停用：${username}`, '停用');
    await expect(this.page.getByText('用户已停用。')).toBeVisible();
  }

  async enable(username: string): Promise<void> {
    await this.page
      .getByRole('radiogroup', { name: '按状态筛选' })
      .getByText(/^已停用/)
      .click();
    await this.#find(username);
    await this.#confirm(`启用：${username}`, '启用');
    await expect(this.page.getByText('用户已启用。')).toBeVisible();
  }

  /** Adds a unit to those of a role that the user has already. */
  async assignUnit(username: string, field: string, unitCode: string): Promise<void> {
    await this.#edit(username);
    await this.#chooseUnit(field, unitCode);
  }

  /** Gives the user another role, on a unit. */
  async grantRole(username: string, role: string, unitCode: string): Promise<void> {
    await this.#edit(username);
    await this.page.getByRole('dialog').getByRole('checkbox', { name: role }).check();
    await this.#chooseUnit(`${role}负责的单位`, unitCode);
  }

  async #edit(username: string): Promise<void> {
    await this.#find(username);
    await this.page.getByRole('button', { name: `编辑：${username}` }).click();
  }

  async #chooseUnit(field: string, unitCode: string): Promise<void> {
    const dialog = this.page.getByRole('dialog');
    const units = dialog.getByRole('combobox', { name: field });
    await units.fill(unitCode);
    await this.page.getByRole('option', { name: new RegExp(`^${unitCode}`) }).click();
    // The list stays open for further units, over the button
    await units.press('Tab');
    await dialog.getByRole('button', { name: '保存', exact: true }).click();
    await expect(this.page.getByText('用户信息已保存。')).toBeVisible();
  }

  /** @returns the one-time password that is shown once */
  async resetPassword(username: string): Promise<string> {
    await this.#find(username);
    await this.#confirm(`重置密码：${username}`, '重置密码');
    const password = await this.page.getByRole('textbox', { name: '一次性密码' }).inputValue();
    await this.page.getByRole('button', { name: '已记下，关闭' }).click();
    return password;
  }

  async #find(username: string): Promise<void> {
    await this.page.getByRole('textbox', { name: '查找' }).fill(username);
    await expect(this.page.getByRole('table', { name: '用户' }).getByRole('row')).toHaveCount(2);
  }

  async #confirm(button: string, submit: string): Promise<void> {
    await this.page.getByRole('button', { name: button }).click();
    await this.page.getByRole('dialog').getByRole('button', { name: submit, exact: true }).click();
  }
}
