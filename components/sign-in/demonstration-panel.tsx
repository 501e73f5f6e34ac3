'use client';

import type { DemonstrationAccountView } from './demonstration-account.ts';
import styles from './sign-in-form.module.css';

interface DemonstrationPanelProps {
  accounts: readonly DemonstrationAccountView[];
  onFill: (account: DemonstrationAccountView) => void;
}

/** The accounts of the demonstration data; a click fills the form in. */
export function DemonstrationPanel({ accounts, onFill }: DemonstrationPanelProps) {
  return (
    <section className={styles.panel} aria-labelledby="demonstration-title">
      <h2 id="demonstration-title" className={styles.panelTitle}>
        演示账号
      </h2>
      <p className={styles.panelText}>系统内是演示数据。点击一个账号即可填入用户名和密码。</p>
      <ul className={styles.accounts}>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" className={styles.account} onClick={() => onFill(account)}>
              <span className={styles.accountLabel}>{account.label}</span>
              <span className={styles.accountName}>{account.username}</span>
              <span className={styles.accountPassword}>{account.password}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
