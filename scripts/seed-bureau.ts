/**
 * `npm run seed:bureau`: invents a finance bureau with 60 departments and 300 units whose budgets are in mixed states, in
 * the database of DATABASE_URL or the embedded one. To try the reviewer's queue on; refuses where it has been run before.
 */

import { Refusal } from './budget/refusal.ts';
import { BUREAU_PASSWORD, inventBureau } from './bureau/invent-bureau.ts';
import { withDatabase } from './with-database.ts';

await withDatabase(async () => {
  const began = Date.now();
  const accounts = await inventBureau();
  if (accounts === null) throw new Refusal('数据库中已有示例财政局，没有再次装入。');
  console.log(`已装入示例财政局：60 个部门、300 个单位，用时 ${((Date.now() - began) / 1000).toFixed(1)} 秒`);
  console.log(`账号（密码均为 ${BUREAU_PASSWORD}）：${accounts.join('、')}`);
  return 0;
});
