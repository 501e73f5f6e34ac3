/**
 * `npm run admin -- USERNAME`: makes an administrator with a one-time password. For a new installation without the
 * demonstration data, or when no administrator can sign in any more.
 */
import { displayNameField, usernameField } from '../lib/schemas/user.ts';
import { installAdministrator } from '../lib/services/users/install-administrator.ts';
import { refusalOf } from './budget/refusal.ts';
import { withDatabase } from './with-database.ts';

const username = usernameField.safeParse(process.argv[2]);
const displayName = displayNameField.safeParse(process.argv[3] ?? '系统管理员');

if (!username.success || !displayName.success) {
  const issue = username.error?.issues[0] ?? displayName.error?.issues[0];
  console.error(`${issue?.message}\n用法 usage: npm run admin -- USERNAME [姓名]`);
  process.exitCode = 2;
} else {
  await withDatabase(async () => {
    const made = await installAdministrator(username.data, displayName.data);
    if (!made.ok) throw refusalOf(made.error);
    console.log(`已建立管理员 ${username.data}，一次性密码：${made.value}（首次登录时须修改，此后不再显示）`);
    return 0;
  });
}
