import { accountOf } from '../../fixtures/demonstration.ts';
import { expectAccessible } from '../../fixtures/expect-accessible.ts';
import { createOffice } from '../../fixtures/office.ts';
import { expect, test } from '../../fixtures/test.ts';
import { RoundsPage } from '../../pages/rounds-page.ts';

const YEAR = 2067;
const NAME = '本区部门预算公开表';

test('a set of the bureau’s own: copied, edited with its preview, chosen for a year, printed', async ({ signedIn }) => {
  test.setTimeout(120_000);
  const admin = await signedIn(accountOf('admin'), '/admin/annex-sets');
  const dialog = admin.getByRole('dialog');
  const preview = admin.getByRole('region', { name: '预览' });
  const order = admin.getByRole('navigation', { name: '各表' });

  await test.step('the administrator copies the set of Shanghai', async () => {
    await expectAccessible(admin);
    await admin.getByRole('button', { name: '复制：上海市部门预算公开表' }).click();
    await dialog.getByLabel('名称').fill(NAME);
    await dialog.getByRole('button', { name: '复制并编辑' }).click();
    await expect(preview.getByText('示例部门2023年财务收支预算总表')).toBeVisible();
  });

  await test.step('retitles a table, hides a column, moves one, leaves a table out; the preview follows, and undo takes it back', async () => {
    await order
      .getByRole('button', { name: /支出功能分类预算表/ })
      .nth(0)
      .click();
    await admin.getByLabel('标题').fill('{单位全称}{年度}年支出表{');
    await expect(admin.getByText('标题中的“{”无法替换')).toBeVisible();
    await expect(preview).toContainText('预览停在改正前的样子');
    await admin.getByLabel('标题').fill('{单位全称}{年度}年一般公共预算支出表');
    await expect(preview.getByText('示例部门2023年一般公共预算支出表')).toBeVisible();
    await admin.getByRole('checkbox', { name: '列示：项目支出' }).uncheck();
    await expect(preview.getByRole('columnheader', { name: '项目支出' })).toHaveCount(0);
    await expect(preview).toContainText('备注：“一般公共预算支出”的“合计”包含本表未列示的“项目支出”。');
    await admin.getByRole('button', { name: '后移：合计' }).click();
    const headings = preview.locator('th', { hasText: /^(合计|基本支出)$/ });
    await admin.getByRole('textbox', { name: '栏目名称：基本支出' }).focus();
    await admin.keyboard.press('Alt+ArrowDown');
    await expect(headings).toHaveText(['合计', '基本支出']);
    await admin.keyboard.press('Alt+ArrowUp');
    await expect(headings).toHaveText(['基本支出', '合计']);
    await order.getByRole('checkbox', { name: '列示：支出预算总表' }).uncheck();
    await expect(order.getByText('不列示')).toBeVisible();
    await admin.keyboard.press('Control+z');
    await expect(order.getByText('不列示')).toBeHidden();
    await expectAccessible(admin);
  });

  await test.step('prints the whole set in 万元, is warned before it is lost, and saves', async () => {
    await order.getByRole('button', { name: '整套设置' }).click();
    await admin.getByLabel('编号前的字').fill('附表');
    await admin.getByRole('radio', { name: /^万元/ }).check();
    await expect(preview.getByText('单位：万元')).toBeVisible();
    await admin.getByRole('link', { name: '用户', exact: true }).click();
    await dialog.getByRole('button', { name: '留在本页' }).click();
    await admin.keyboard.press('Control+s');
    await expect(admin.getByText('已保存', { exact: true })).toBeVisible();
  });

  await test.step('the budget office chooses it for a year; from then on it stays', async () => {
    const bureau = new RoundsPage(await signedIn(accountOf('budgetoffice'), '/bureau/rounds'));
    await bureau.page.getByRole('button', { name: '开设年度' }).click();
    await bureau.dialog.getByLabel('预算年度').fill(String(YEAR));
    await bureau.dialog.getByRole('radio', { name: NAME }).check();
    await bureau.dialog.getByRole('button', { name: '开设', exact: true }).click();
    await expect(bureau.page).toHaveURL(new RegExp(`year=${YEAR}`));
    await bureau.act('开放', '一上');
    await admin.reload();
    await expect(admin.getByText(`${YEAR} 年度已用它开始申报`)).toBeVisible();
    await expect(admin.getByRole('button', { name: '保存' })).toHaveCount(0);
  });

  await test.step('a clerk’s budget is printed in it', async () => {
    const office = await createOffice(YEAR);
    const clerk = await signedIn(office.clerk, `/budgets/${office.budgetId}/annexes`);
    await clerk.getByRole('navigation', { name: '说明与附件' }).getByRole('button', { name: /附表5/ }).click();
    const table = clerk.locator('table[data-annex="5"]');
    await expect(table).toContainText(`${YEAR}年一般公共预算支出表`);
    await expect(table).toContainText('单位：万元');
    await expect(table.getByRole('columnheader', { name: '项目支出' })).toHaveCount(0);
    await expect(table.locator('thead th', { hasText: /^(合计|基本支出)$/ })).toHaveText(['基本支出', '合计']);
    await expect(clerk.getByRole('region', { name: '预览' })).toContainText('未列示的“项目支出”');
  });
});
