'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import styles from './navigation.module.css';

/** How far a page has got: nothing wrong, so many errors or warnings, or nothing to say. */
export type NavigationMark =
  | { readonly kind: 'done' }
  | { readonly kind: 'errors'; readonly count: number }
  | { readonly kind: 'warnings'; readonly count: number }
  | { readonly kind: 'count'; readonly count: number };

export interface NavigationItem {
  readonly href: string;
  readonly label: string;
  readonly mark?: NavigationMark;
  /** Whether its content can only be looked at for now. */
  readonly isLocked?: boolean;
  /** Whether pages below this address belong to the item as well. */
  readonly includesChildren?: boolean;
}

export interface NavigationGroup {
  readonly label: string;
  readonly items: readonly NavigationItem[];
}

interface NavigationProps {
  groups: readonly NavigationGroup[];
  onNavigate?: () => void;
}

/** Groups of links with the state of each page beside it; the current page is marked. */
export function Navigation({ groups, onNavigate }: NavigationProps) {
  const path = usePathname();
  const current = currentHref(groups, path);
  return groups.map((group) => (
    <section key={group.label} className={styles.group} aria-label={group.label}>
      <h2 className={styles.heading}>{group.label}</h2>
      <ul className={styles.items}>
        {group.items.map((item) => (
          <li key={item.href}>
            <Link
              href={item.href}
              className={styles.link}
              aria-current={item.href === current ? 'page' : undefined}
              onNavigate={onNavigate}
            >
              <span className={styles.label}>{item.label}</span>
              {item.isLocked && (
                <span className={styles.mark} data-kind="locked" title="已锁定">
                  <span aria-hidden>锁</span>
                  <span className="visually-hidden">，已锁定</span>
                </span>
              )}
              {item.mark && <Mark mark={item.mark} />}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}

/** One page is the current one: of an entry and a page below it that has its own entry, the latter. */
function currentHref(groups: readonly NavigationGroup[], path: string): string | undefined {
  const matching = groups
    .flatMap(({ items }) => items)
    .filter(({ href, includesChildren }) => path === href || (includesChildren && path.startsWith(`${href}/`)));
  return matching.sort((a, b) => b.href.length - a.href.length)[0]?.href;
}

const MARK_WORDS: Readonly<Record<NavigationMark['kind'], string>> = {
  done: '无错误',
  errors: '处错误',
  warnings: '处提醒',
  count: '项',
};

function Mark({ mark }: { mark: NavigationMark }) {
  const count = mark.kind === 'done' ? null : mark.count;
  return (
    <span
      className={styles.mark}
      data-kind={mark.kind}
      title={`${count ?? ''}${count ? ' ' : ''}${MARK_WORDS[mark.kind]}`}
    >
      <span aria-hidden>{count ?? '✓'}</span>
      <span className="visually-hidden">{`，${count ?? ''}${MARK_WORDS[mark.kind]}`}</span>
    </span>
  );
}
