import { headers } from 'next/headers';
import styles from './sign-in.module.css';

/** Says plainly what is missing, where the application itself could not: in an old browser or without scripts. */
export async function OldBrowserNotice() {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <>
      <p id="old-browser" hidden suppressHydrationWarning className={styles.browser} role="alert">
        您的浏览器版本过旧，无法使用本系统。请改用 Chrome 或 Edge 111
        以上版本，或内核不低于此版本的国产浏览器（极速模式）。
      </p>
      <noscript>
        <p className={styles.browser}>本系统需要 JavaScript。请在浏览器设置中启用，然后刷新页面。</p>
      </noscript>
      <script async src="/browser-check.js" nonce={nonce} />
    </>
  );
}
