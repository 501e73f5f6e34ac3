import { accountOf } from '../fixtures/demonstration.ts';
import { expectAccessible, expectNoSidewaysScroll, ZOOMED } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { DraftPage } from '../pages/draft-page.ts';
import { NarrativePage } from '../pages/narrative-page.ts';

const STANDARD = /^2023年一般公共预算财政拨款安排机关运行经费104\.19万元/;

test('a paragraph is worded around its figures, which follow the lines', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative?part=text`);
  const draft = new DraftPage(page);
  const narrative = new NarrativePage(page);
  const operating = narrative.paragraph('机关运行经费');
  await narrative.expectText('机关运行经费', STANDARD);

  await narrative.edit('机关运行经费');
  await narrative.compose('qizhong', '其中公务接待费');
  await narrative.insertFigure('gwjd', /^公务接待费16万元$/);
  await narrative.compose('ju', '。');
  await narrative.expectText('机关运行经费', /。其中公务接待费16万元。$/);
  await expect(narrative.tools).toContainText('自拟文字');
  await draft.expectSaved();

  await draft.open('基本支出');
  await draft.grid('基本支出').type('30217', '金额（元）', '12万元');
  await draft.open('单位情况与说明文字');
  await page.getByRole('tab', { name: '说明文字' }).click();
  await narrative.expectText('机关运行经费', /机关运行经费100\.19万元.*其中公务接待费12万元。$/);
  await page.getByRole('tab', { name: '单位情况' }).click();
  await expect(page.getByRole('region', { name: '情况说明预览' })).toContainText('其中公务接待费12万元。');

  await draft.expectSaved();
  await page.reload();
  await page.getByRole('tab', { name: '说明文字' }).click();
  await narrative.expectText('机关运行经费', /其中公务接待费12万元。$/);
  await operating.getByText('12万元').click();
  const origin = page.getByRole('dialog', { name: '公务接待费' });
  await expect(origin).toContainText('由下列 1 行构成，合计 120,000.00 元。');
  await origin.getByRole('button', { name: /30217/ }).click();
  await expect(draft.grid('基本支出').input).toHaveValue('120,000.00');
});

test('a figure goes where the caret stands, however quickly it is asked for', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative?part=text`);
  const narrative = new NarrativePage(page);
  await narrative.edit('机关运行经费');
  // In one turn, as on a slow computer: the browser has not told of the caret's new place yet
  await narrative.paragraph('机关运行经费').evaluate((paragraph) => {
    document.execCommand('insertText', false, '其中公务接待费');
    paragraph.dispatchEvent(new KeyboardEvent('keydown', { key: 'i', altKey: true, bubbles: true, cancelable: true }));
  });
  await narrative.chooseFigure('gwjd', /^公务接待费16万元$/);
  await narrative.expectText('机关运行经费', /。其中公务接待费16万元$/);
});

test('a number typed by hand is underlined, said in the panel, and bound at a click', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative?part=text`);
  const narrative = new NarrativePage(page);
  await narrative.edit('政府采购情况');
  await narrative.compose('gong', '按财预〔2016〕143号，采购预算8.37万元，接待16万元。');
  await expect.poll(() => narrative.underlined('number-unknown')).toEqual(['8.37万元']);
  await expect.poll(() => narrative.underlined('number-bindable')).toEqual(['16万元']);
  await expect(narrative.tools).toContainText('“8.37万元”在表内没有出处');
  const panel = page.getByRole('complementary', { name: '本页校验' });
  await expect(panel).toContainText('说明文字“政府采购情况”写有“8.37万元”');

  await narrative.tool('绑定为：公务接待费').click();
  await expect(narrative.paragraph('政府采购情况').locator('[data-ref="threePublic.receptions"]')).toHaveText('16万元');
  await expect.poll(() => narrative.underlined('number-bindable')).toEqual([]);

  await narrative.paragraph('收入预算').focus();
  await panel.getByRole('button', { name: /8\.37万元/ }).click();
  await expect(narrative.paragraph('政府采购情况')).toBeFocused();
});

test('figures go as a whole; undo, paste and the standard wording', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative?part=text`);
  const narrative = new NarrativePage(page);
  await narrative.expectText('绩效目标设置情况', /涉及一般公共预算当年财政拨款319万元。$/);
  await narrative.edit('绩效目标设置情况');
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await narrative.expectText('绩效目标设置情况', /当年财政拨款$/);
  await page.keyboard.press('Control+z');
  await narrative.expectText('绩效目标设置情况', /当年财政拨款319万元。$/);
  await page.keyboard.press('Control+y');
  await narrative.expectText('绩效目标设置情况', /当年财政拨款$/);

  await page.keyboard.press('Control+a');
  await page.keyboard.press('Control+c');
  await narrative.edit('国有资产占有使用情况');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+v');
  const assets = narrative.paragraph('国有资产占有使用情况');
  await narrative.expectText('国有资产占有使用情况', /购置车辆。\n?2023年.*当年财政拨款$/);
  await expect(assets.locator('[data-ref="year"]').last()).toHaveText('2023年');
  await narrative.tool('恢复标准文字').click();
  await narrative.expectText('国有资产占有使用情况', /购置车辆。$/);
  await expect(narrative.tools).toContainText('标准文字');
  await page.getByRole('button', { name: '撤销', exact: true }).click();
  await narrative.expectText('国有资产占有使用情况', /当年财政拨款$/);
});

test('two clerks word two paragraphs side by side', async ({ signedIn, office }) => {
  const path = `/budgets/${office.budgetId}/narrative?part=text`;
  const [first, second] = [await signedIn(office.clerk, path), await signedIn(office.colleague, path)];
  const [mine, theirs] = [new NarrativePage(first), new NarrativePage(second)];
  await mine.edit('收入预算');
  await mine.compose('jia', '甲补充。');
  await theirs.edit('支出预算');
  await theirs.compose('yi', '乙补充。');
  await new DraftPage(first).expectSaved();
  await new DraftPage(second).expectSaved();
  await mine.expectText('支出预算', /乙补充。$/);
  await theirs.expectText('收入预算', /甲补充。$/);
  await theirs.expectText('支出预算', /乙补充。$/);
});

test('two clerks word the same paragraph: they are asked, and it stands there once', async ({ signedIn, office }) => {
  const path = `/budgets/${office.budgetId}/narrative?part=text`;
  const [first, second] = [await signedIn(office.clerk, path), await signedIn(office.colleague, path)];
  const [mine, theirs] = [new NarrativePage(first), new NarrativePage(second)];
  await theirs.expectText('政府采购情况', /未编制政府采购预算。$/);
  await second.route(/\/changes\?/, (route) => route.abort());
  await mine.edit('政府采购情况');
  await mine.compose('jia', '甲补充。');
  await new DraftPage(first).expectSaved();
  await mine.expectText('政府采购情况', /甲补充。$/);
  await expect(mine.tools).toContainText('自拟文字');
  await theirs.edit('政府采购情况');
  await theirs.compose('yi', '乙补充。');
  const alert = new DraftPage(second).alert;
  await expect(alert).toContainText('有 1 处与他人的修改冲突');
  await second.unroute(/\/changes\?/);
  await alert.getByRole('button', { name: '查看并选择' }).click();
  const dialog = second.getByRole('dialog', { name: '与他人的修改冲突' });
  await expect(dialog).toContainText('【预算年度】未编制政府采购预算。乙补充。');
  await dialog.getByRole('button', { name: '全部用对方的' }).click();
  await theirs.expectText('政府采购情况', /政府采购预算。甲补充。$/);
});

test('duties are the words of the profile, one a line', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative?part=text`);
  const narrative = new NarrativePage(page);
  await narrative.edit('职责第1条');
  await expect(narrative.tools).toContainText('单位自填');
  await page.keyboard.press('Control+a');
  await narrative.compose('yi', '依法办理信访事项。');
  await page.keyboard.press('Enter');
  await narrative.compose('er', '排查化解矛盾。');
  await narrative.paragraph('收入预算').focus();
  await narrative.expectText('职责第2条', /^排查化解矛盾。$/);
  await page.getByRole('tab', { name: '单位情况' }).click();
  await expect(page.getByLabel('主要职责（一行一条）')).toHaveValue(/^依法办理信访事项。\n排查化解矛盾。\n/);
});

test('fits a small window, for everybody', async ({ signedIn, office }) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/narrative?part=text`);
  const narrative = new NarrativePage(page);
  await narrative.edit('“三公”经费');
  await expectAccessible(page);
  await page.keyboard.press('Alt+i');
  await expect(page.getByRole('option', { name: /^预算年度/ })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(narrative.paragraph('“三公”经费')).toBeFocused();
  await page.keyboard.press('Alt+F10');
  await expect(narrative.tool(/^插入数据/)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(narrative.paragraph('“三公”经费')).toBeFocused();
  await page.setViewportSize(ZOOMED);
  await expectNoSidewaysScroll(page);
  await expect(narrative.paragraph('“三公”经费')).toBeVisible();
});

test('last year’s text stands beside this year’s', async ({ signedIn }) => {
  const page = await signedIn(accountOf('clerk'), '/budgets');
  await page.getByRole('row').filter({ hasText: '2023' }).getByRole('link').first().click();
  await page.waitForURL(/\/budgets\/[^/]+\/revenue/);
  await page.goto(page.url().replace('/revenue', '/narrative?part=text'));
  const narrative = new NarrativePage(page);
  await narrative.edit('单位构成');
  await page.getByLabel('对照 2022 年文字').check();
  await expect(page.getByRole('note', { name: '上年：单位构成' })).toContainText('截至2021年12月');
  await expect(page.getByRole('note', { name: '上年：收入预算' })).toContainText('2022年年初预算数951.81万元');
  await expectAccessible(page);
});
