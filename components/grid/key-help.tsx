'use client';

import { Kbd, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './key-help.module.css';

const KEYS: readonly (readonly [keys: string, does: string])[] = [
  ['↑ ↓ ← →', '移动'],
  ['Tab / Shift+Tab', '下一格 / 上一格'],
  ['Enter / Shift+Enter', '确认并下移 / 上移'],
  ['直接输入', '覆盖原内容'],
  ['F2 或双击', '修改原内容'],
  ['Alt+↓', '打开选项'],
  ['Alt+1 / 2 / 3', '改用提示的替代科目'],
  ['Esc', '取消输入；再按 Tab 可离开表格'],
  ['Ctrl+方向键', '到边缘'],
  ['Home / End', '行首 / 行尾'],
  ['Ctrl+Home / End', '首格 / 末格'],
  ['PgUp / PgDn', '翻页'],
  ['Shift+以上各键', '扩大选区'],
  ['Shift+空格', '选中整行'],
  ['Ctrl+A', '全选'],
  ['Ctrl+C / X / V', '复制 / 剪切 / 粘贴（Excel、WPS 通用）'],
  ['Ctrl+D', '向下填充'],
  ['Delete', '清除内容'],
  ['Alt+Enter', '在下方插入行'],
  ['Alt+Delete', '删除选中的行'],
  ['空格', '收起或展开汇总行'],
  ['Alt+Shift+← / →', '收起 / 展开所在的汇总行'],
  ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
  ['Shift+F8', '下一处未写入的内容'],
  ['F8', '下一处错误或提醒'],
  ['F9', '校验'],
  ['F7', '附件预览'],
  ['F1', '隐藏或显示填写说明'],
  ['F6 / Shift+F6', '下一个 / 上一个区域'],
  ['?', '快捷键'],
];

/** The keys of a grid. */
export function KeyHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  /* Opening after it was drawn closed lets the window give the keyboard back to where it was. */
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal opened={shown} onClose={onClose} title="表格快捷键" size="lg">
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
