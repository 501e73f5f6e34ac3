import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/sign-in/sign-in-form.tsx';
import { currentActor } from '@/lib/server/current-actor.ts';
import { safePath } from '@/lib/server/safe-path.ts';
import { demonstrationAccounts } from '@/lib/services/demonstration/demonstration-accounts.ts';
import { BrandPanel } from '../brand-panel.tsx';
import { OldBrowserNotice } from './old-browser-notice.tsx';
import styles from './sign-in.module.css';

export const metadata: Metadata = { title: '登录' };

/** Why somebody is sent here. Fixed sentences: the address bar can't put words into our mouth. */
const NOTICES: Readonly<Record<string, string>> = {
  'signed-out': '您已退出登录。',
  ended: '登录已失效，请重新登录。登录后会回到刚才的页面。',
};

interface SignInPageProps {
  searchParams: Promise<Readonly<Record<string, string | string[] | undefined>>>;
}

export default async function SignInPage({ searchParams }: SignInPageProps) {
  const { next, reason } = await searchParams;
  const nextPath = safePath(typeof next === 'string' ? next : null);
  if (await currentActor()) redirect(nextPath);
  return (
    <div className={styles.page}>
      <BrandPanel />
      <main className={styles.side}>
        <OldBrowserNotice />
        <SignInForm
          nextPath={nextPath}
          notice={(typeof reason === 'string' && NOTICES[reason]) || null}
          demonstrationAccounts={await demonstrationAccounts()}
        />
      </main>
    </div>
  );
}
