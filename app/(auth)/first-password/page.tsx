import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { changePassword } from '@/app/(workspace)/account/actions.ts';
import { PasswordForm } from '@/components/sign-in/password-form.tsx';
import { currentActor } from '@/lib/server/current-actor.ts';
import { BrandPanel } from '../brand-panel.tsx';
import styles from '../sign-in/sign-in.module.css';

export const metadata: Metadata = { title: '设置密码' };

/** For who signed in with a one-time password: nothing else is open to them until they have chosen their own. */
export default async function FirstPasswordPage() {
  const actor = await currentActor();
  if (!actor) redirect('/sign-in');
  if (!actor.mustChangePassword) redirect('/');
  return (
    <div className={styles.page}>
      <BrandPanel />
      <main className={styles.side}>
        <div className={styles.column}>
          <h1 className={styles.heading}>设置您自己的密码</h1>
          <p className={styles.text}>
            {actor.displayName}，您使用的是管理员发放的一次性密码。请先换成只有您自己知道的密码，再开始工作。
          </p>
          <PasswordForm changePassword={changePassword} currentLabel="一次性密码" nextPath="/" />
        </div>
      </main>
    </div>
  );
}
