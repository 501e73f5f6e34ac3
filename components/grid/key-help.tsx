'use client';

import { Kbd, Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import styles from './key-help.module.css';

/** What a grid has, and so which keys do something in it. */
interface KeyScope {
  readOnly: boolean;
  columns: readonly { readonly suggest?: unknown; readonly replacements?: unknown }[];
  /** Whether rows can be inserted and deleted. */
  hasRowKeys: boolean;
  /** Whether rows stand under computed parents. */
  hasParents: boolean;
  /** Whether the keys of the workspace around it are there too. */
  isInDraft: boolean;
}

type Entry = readonly [keys: string, does: string, isThere?: boolean];

function keysOf({ readOnly, columns, hasRowKeys, hasParents, isInDraft }: KeyScope) {
  const isEdited = !readOnly;
  const hasChoices = isEdited && columns.some(({ suggest }) => suggest !== undefined);
  const hasReplacements = isEdited && columns.some(({ replacements }) => replacements !== undefined);
  const groups: readonly (readonly [heading: string, entries: readonly Entry[]])[] = [
    [
      '移动和选择',
      [
        ['↑ ↓ ← →', '移动'],
        ['Ctrl+方向键', '到边缘'],
        ['Home / End', '行首 / 行尾'],
        ['Ctrl+Home / End', '首格 / 末格'],
        ['PgUp / PgDn', '翻页'],
        ['Shift+以上各键', '扩大选区'],
        ['Shift+空格', '选中整行'],
        ['Ctrl+A', '全选'],
        ['Tab / Shift+Tab', '下一格 / 上一格'],
        ['Enter / Shift+Enter', isEdited ? '确认并下移 / 上移' : '下移 / 上移'],
        ['Esc，再按 Tab', '离开表格'],
      ],
    ],
    [
      '填写',
      [
        ['直接输入', '覆盖原内容', isEdited],
        ['F2 或双击', '修改原内容', isEdited],
        ['Esc', '取消输入', isEdited],
        ['Alt+↓', '打开选项', hasChoices],
        ['↑ ↓，Enter', '在打开的选项中选用', hasChoices],
        ['Alt+1 / 2 / 3', '改用提示的替代科目', hasReplacements],
        ['Delete', '清除内容', isEdited],
        ['Ctrl+D', '向下填充', isEdited],
        ['Ctrl+C / X / V', '复制 / 剪切 / 粘贴（Excel、WPS 通用）', isEdited],
        ['Ctrl+C', '复制（Excel、WPS 通用）', readOnly],
        ['Ctrl+Z / Ctrl+Y', '撤销 / 重做', isEdited],
        ['Shift+F8', '下一处未写入的内容', isEdited],
      ],
    ],
    [
      '行',
      [
        ['Alt+Enter', '在下方插入行', hasRowKeys],
        ['Alt+Delete', '删除选中的行', hasRowKeys],
        ['空格', '收起或展开汇总行', hasParents],
        ['Alt+Shift+← / →', '收起 / 展开所在的汇总行', hasParents],
      ],
    ],
    [
      '页面',
      [
        ['F8 / Ctrl+F8', '下一处 / 上一处错误或提醒', isInDraft],
        ['F9', '校验', isInDraft],
        ['F7', '打开或关闭附件预览', isInDraft],
        ['F1', '隐藏或显示填写说明', isInDraft],
        ['Shift+F2', '本格或本项的修改记录', isInDraft],
        ['F6 / Shift+F6', '下一个 / 上一个区域'],
        ['?', '快捷键'],
      ],
    ],
  ];
  return groups
    .map(([heading, entries]) => ({ heading, entries: entries.filter(([, , isThere = true]) => isThere) }))
    .filter(({ entries }) => entries.length > 0);
}

interface KeyHelpProps extends KeyScope {
  opened: boolean;
  onClose: () => void;
}

/** The keys of a grid and of the page around it, those alone that do something here. */
export function KeyHelp({ opened, onClose, ...scope }: KeyHelpProps) {
  /* Opening after it was drawn closed lets the window give the keyboard back to where it was. */
  const [shown, setShown] = useState(false);
  useEffect(() => setShown(opened), [opened]);
  return (
    <Modal opened={shown} onClose={onClose} title="表格快捷键" size="xl">
      <div className={styles.groups}>
        {keysOf(scope).map(({ heading, entries }) => (
          <section key={heading}>
            <h3 className={styles.heading}>{heading}</h3>
            <dl className={styles.keys}>
              {entries.map(([keys, does]) => (
                <div key={keys} className={styles.pair}>
                  <dt>
                    <Kbd>{keys}</Kbd>
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}
