import { accountOf } from '../fixtures/demonstration.ts';
import { expect, test } from '../fixtures/test.ts';
import { ControlSheetPage } from '../pages/control-sheet-page.ts';
import { DraftPage } from '../pages/draft-page.ts';

const YEAR = 2023;
const ADDRESS = ControlSheetPage.address(YEAR);

test('a control figure that is issued stands under the grid, and too much blocks the submission', async ({
  signedIn,
  office,
}) => {
  const control = new ControlSheetPage(await signedIn(accountOf('budgetoffice'), ADDRESS), YEAR);
  const { page: bureau, sheet } = control;
  await expect(bureau.getByRole('button', { name: '没有待下达的修改' })).toBeDisabled();
  await control.find(office.unitCode);
  await sheet.type(office.unitCode, '人员经费（元）', '5,000,000');
  await sheet.type(office.unitCode, '日常公用经费（元）', '500,000');
  await sheet.type(office.unitCode, '项目支出（元）', '3,190,000');
  await bureau.keyboard.press('Control+z');
  await expect(bureau.getByRole('button', { name: '下达 2 处修改' })).toBeVisible();
  await bureau.keyboard.press('Control+y');
  await control.issue(3);
  await bureau.reload();
  await control.find(office.unitCode);
  await sheet.expectText(office.unitCode, '日常公用经费（元）', '500,000.00');

  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/basic-expenditure`);
  const draft = new DraftPage(page);
  await expect(page.getByRole('main')).toContainText('控制数');

  await test.step('that of all projects stands on their list and under the lines of each', async () => {
    await draft.open('项目支出');
    const figure = (label: string) =>
      page
        .getByRole('term')
        .filter({ hasText: new RegExp(`^${label}$`) })
        .locator('xpath=following-sibling::dd');
    await expect(figure('控制数')).toHaveText('3,190,000.00');
    await expect(figure('余')).toHaveText('0.00');
    await page.getByRole('row').nth(1).getByRole('link').click();
    const lines = draft.grid('支出明细');
    await expect(lines.footer).toContainText('全部项目控制数 3,190,000.00　已编 3,190,000.00余 0.00');
    await lines.type('30305', '金额（元）', '70,000');
    await expect(lines.footer).toContainText('已编 3,200,000.00超 10,000.00');
    await draft.open('项目支出');
    await expect(figure('超')).toContainText('10,000.00');
    await draft.expectSaved();
  });

  const dialog = await draft.submitInVain();
  await expect(dialog).toContainText('日常公用经费（一般公共预算）');
  await expect(dialog).toContainText('控制数为500,000元');
});

test('two of the budget office issue at once: the second is told and nothing is overwritten', async ({
  signedIn,
  office,
}) => {
  const first = new ControlSheetPage(await signedIn(accountOf('budgetoffice'), ADDRESS), YEAR);
  const second = new ControlSheetPage(await signedIn(accountOf('budgetoffice'), ADDRESS), YEAR);
  for (const control of [first, second]) await control.find(office.unitCode);
  await first.sheet.type(office.unitCode, '项目支出（元）', '100');
  await second.sheet.type(office.unitCode, '项目支出（元）', '200');
  await first.issue(1);
  await second.page.getByRole('button', { name: '下达 1 处修改' }).click();
  const dialog = second.page.getByRole('dialog', { name: '下达 2023 年控制数' });
  await dialog.getByRole('button', { name: '确认下达' }).click();
  await expect(dialog.getByRole('alert')).toBeVisible();
  await dialog.getByRole('button', { name: '取消' }).click();
  /* The last row of the sheet keeps the keyboard. */
  await second.sheet.select(office.unitCode, '人员经费（元）');
  await second.sheet.expectText(office.unitCode, '项目支出（元）', '200.00');
});

test('figures of projects come from a file, are checked, and keep their trail', async ({ signedIn, office }) => {
  const control = new ControlSheetPage(await signedIn(accountOf('budgetoffice'), ADDRESS), YEAR);
  const { page: bureau, sheet } = control;
  await control.find(office.unitCode);

  await test.step('a file is shown with its errors by cell before anything of it is taken over', async () => {
    await bureau.getByRole('button', { name: '从文件导入' }).click();
    const dialog = bureau.getByRole('dialog', { name: '从文件导入控制数' });
    const rows = [
      '单位编码,单位名称,类别,项目组/项目,资金来源,金额（元）',
      `${office.unitCode},,项目支出,,一般公共预算,"3,190,000"`,
      `${office.unitCode},,项目支出,一般性项目,一般公共预算,"3,000,000"`,
      `${office.unitCode},,项目支出,没有的项目,一般公共预算,1`,
      '000000,,人员经费,,一般公共预算,1',
    ];
    const buffer = Buffer.from(rows.join('\r\n'));
    await dialog.locator('input[type=file]').setInputFiles({ name: '控制数.csv', mimeType: 'text/csv', buffer });
    await expect(dialog.getByRole('status')).toContainText('读到 2 个控制数，其中 2 处与现在不同；2 处有误');
    await expect(dialog.getByRole('row').filter({ hasText: 'CSV!D4' })).toContainText('没有这个项目组或项目');
    await expect(dialog.getByRole('row').filter({ hasText: 'CSV!A5' })).toContainText('没有这个编码的单位');
    await dialog.getByRole('button', { name: '写入表格（2 处）' }).click();
    await sheet.expectText(office.unitCode, '项目支出（元）', '3,190,000.00');
    await expect(bureau.getByRole('button', { name: '下达 2 处修改' })).toBeVisible();
  });

  await test.step('groups that come to more than the whole are said and not issued', async () => {
    await bureau.getByText('按项目', { exact: true }).click();
    const group = '年初特定目标—一般性项目';
    await sheet.type(group, '控制数（元）', '3,200,000');
    await expect(bureau.getByText('项目组、项目的控制数合计超过其上一级，不能下达')).toBeVisible();
    await bureau.getByRole('button', { name: '下达 2 处修改' }).click();
    const dialog = bureau.getByRole('dialog', { name: '下达 2023 年控制数' });
    await dialog.getByRole('button', { name: '确认下达' }).click();
    await expect(dialog.getByRole('alert')).toContainText('超过其控制数 3,190,000.00 元');
    await dialog.getByRole('button', { name: '取消' }).click();
    await sheet.type(group, '控制数（元）', '10,000');
    await control.issue(2, '财预〔2023〕1号');
    await sheet.select(group, '控制数（元）');
    await bureau.getByRole('button', { name: /^修改记录：/ }).click();
    const drawer = bureau.getByRole('dialog', { name: /^控制数修改记录/ });
    await expect(drawer.getByRole('listitem').first()).toContainText('财预〔2023〕1号');
    await expect(drawer).toContainText('无 → 10,000.00 元');
    await bureau.keyboard.press('Escape');
    await expect(drawer).toBeHidden();
  });

  await test.step('lines pasted with codes of units go to these; what names none is reported', async () => {
    await bureau.getByText('按类别', { exact: true }).click();
    await sheet.select(office.unitCode, '人员经费（元）');
    await sheet.paste(`000000\t无\t1\r\n${office.unitCode}\t\t9,000,000`);
    await expect(bureau.getByRole('table', { name: '没有写入的内容' })).toContainText('没有这个编码的单位');
    await sheet.select(office.unitCode, '项目支出（元）');
    await sheet.expectText(office.unitCode, '人员经费（元）', '9,000,000.00');
    /* What was typed is still there when the page comes back. */
    bureau.once('dialog', (dialog) => dialog.accept());
    await bureau.reload();
    await control.find(office.unitCode);
    await sheet.expectText(office.unitCode, '人员经费（元）', '9,000,000.00');
  });

  await test.step('the clerk sees the difference and the trail', async () => {
    const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/projects`);
    const draft = new DraftPage(page);
    await expect(page.getByRole('main')).toContainText('控制数 10,000.00');
    const dialog = await draft.submitInVain();
    await expect(dialog).toContainText('项目组“年初特定目标—一般性项目”');
    await page.goto(`/budgets/${office.budgetId}/history`);
    await expect(page.getByRole('region', { name: '控制数下达与调整' })).toContainText('财预〔2023〕1号');
  });

  const auditor = new ControlSheetPage(await signedIn(accountOf('auditor'), ADDRESS), YEAR);
  await auditor.find(office.unitCode);
  await auditor.sheet.expectText(office.unitCode, '项目支出（元）', '3,190,000.00');
  await expect(auditor.page.getByRole('button', { name: /下达/ })).toHaveCount(0);
});
