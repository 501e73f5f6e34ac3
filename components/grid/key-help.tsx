'use client';

import { Kbd, Modal } from '@mantine/core';
import styles from './key-help.module.css';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓ ← →', '移动'],
  ['Tab / Shift+Tab', '下一格 / 上一格'],
  ['Enter / Shift+Enter', '确认并下移 / 上移'],
  ['直接输入', '覆盖原内容'],
  ['F2 或双击', '修改原内容'],
  ['Alt+↓', '打开选项'],
  ['Esc', '取消输入；再按 Tab 可离开表格'],
  ['Shift+方向键', '扩大选区'],
  ['Ctrl+方向键', '到边缘'],
  ['Home / End', '行首 / 行尾'],
  ['Ctrl+Home / End', '首格 / 末格'],
  ['PgUp / PgDn', '翻页'],
  ['Ctrl+C / X / V', '复制 / 剪切 / 粘贴（Excel、WPS 通用）'],
  ['Ctrl+D', '向下填充'],
  ['Ctrl+A', '全选'],
  ['Delete', '清除内容'],
  ['Alt+Enter', '在下方插入行'],
  ['Alt+Delete', '删除选中的行'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['F8', '下一处错误或提醒'],
  ['F9', '校验'],
  ['F6', '切换区域'],
];

/** The keys of a grid. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} title="表格快捷键" size="lg">
      <dl className={styles.keys}>
        {KEYS.map(([keys, does]) => (
          <div key={keys} className={styles.pair}>
            <dt>
              <Kbd>{keys}</Kbd>
            </dt>
            <dd>{does}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
