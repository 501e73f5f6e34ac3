import { expectAccessible } from '../fixtures/expect-accessible.ts';
import { expect, test } from '../fixtures/test.ts';
import { StaffingPage } from '../pages/staffing-page.ts';

/** Kind, grade, functional code, posts, people, base pay a month. */
const GROUP = ['行政编制', '科级', '2010308', '12', '10', '5000'];

test('a register of staff is typed, its lines are accepted, go stale, are brought up to date and undone', async ({
  signedIn,
  office,
}) => {
  const page = await signedIn(office.clerk, `/budgets/${office.budgetId}/staffing`);
  const staffing = new StaffingPage(page);
  const { register, proposals } = staffing;

  await test.step('an empty register says what to do', async () => {
    await register.select(1, '职级');
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Alt+Delete');
    await register.expectRows(0);
    await expect(page.getByText('还没有测算结果')).toBeVisible();
  });

  await test.step('what is missing is named, what is there is calculated with its formula', async () => {
    await register.addRow(GROUP);
    const gaps = page.getByRole('list', { name: '没有测算的内容' });
    await expect(gaps.getByRole('button', { name: /第1行行政编制（科级）没有填月人均津贴补贴/ })).toBeVisible();
    for (const [column, text] of [
      ['月津贴补贴', '4000'],
      ['年奖金', '60000'],
      ['月交通补贴', '800'],
    ] as const) {
      await register.type(1, column, text);
    }
    await expect(gaps).toBeHidden();
    await staffing.expectProposal('30101', '10 人 × 5,000.00 × 12 月 = 600,000.00 元', '已有手工行', '1,088,412.00');
    await staffing.expectProposal('30108', '= 1,080,000.00 × 16% = 172,800.00 元', '国办发〔2019〕13号');
    await expectAccessible(page);
  });

  await test.step('by keyboard a typed line is replaced, by mouse another one kept', async () => {
    await staffing.proposal('30101').getByRole('checkbox').focus();
    await page.keyboard.press('Enter');
    await staffing.expectProposal('30101', '已采用');
    await expect(staffing.proposal('30101').getByRole('checkbox')).toBeFocused();
    await page.keyboard.press('ArrowDown');
    await expect(staffing.proposal('30102').getByRole('checkbox')).toBeFocused();
    await staffing.decide('30102', '保留现有').click();
    await staffing.expectProposal('30102', '手工改过', '498,030.00');
  });

  await test.step('several at once; what was typed by hand stays', async () => {
    await staffing.proposal('30202').getByRole('checkbox').check();
    await staffing.proposal('30215').getByRole('checkbox').check();
    await proposals.getByRole('button', { name: '采用所选（2）' }).click();
    await staffing.expectProposal('30202', '已采用', '12,000.00');
    await staffing.expectProposal('30113', '已有手工行', '334,892.00');
    await staffing.expectSaved();
  });

  await test.step('the lines stand in basic expenditure', async () => {
    await staffing.open('基本支出');
    const lines = staffing.grid('基本支出');
    await expect(lines.row('600,000.00')).toContainText('30101');
    await expect(lines.row('印刷费')).toContainText('12,000.00');
    await staffing.open('人员与测算');
  });

  await test.step('one more person: accepted lines are stale, and a check says so', async () => {
    await register.type(1, '实有人数', '11');
    await staffing.expectProposal('30101', '已过期', '660,000.00', '采用时：行政编制（科级） 10 人');
    await expect(proposals.getByRole('button', { name: '更新过期的（3）' })).toBeVisible();
    await expect(page.getByText(/采用时测算为600,000元，现按人员登记和支出标准应为660,000元/)).toBeVisible();
    await staffing.expectProposal('30102', '手工改过，测算有变');
  });

  await test.step('brought up to date in one step, which undo takes back', async () => {
    await proposals.getByRole('button', { name: '更新过期的（3）' }).click();
    await staffing.expectProposal('30101', '已采用', '660,000.00');
    await staffing.expectProposal('30202', '已采用', '13,200.00');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await staffing.expectProposal('30101', '已过期', '600,000.00');
    await page.getByRole('button', { name: '撤销', exact: true }).click();
    await staffing.expectProposal('30101', '已采用');
    await register.expectText(1, '实有人数', '10');
    await staffing.expectSaved();
  });

  await test.step('more people than posts are marked', async () => {
    await register.type(1, '实有人数', '13');
    await expect(page.getByText('行政编制（科级）实有13人，超过编制数12个')).toBeVisible();
  });
});
