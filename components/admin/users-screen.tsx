'use client';

import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMemo, useState } from 'react';
import type { DepartmentView } from '@/lib/schemas/unit-view.ts';
import type { UserView } from '@/lib/schemas/user-view.ts';
import { OneTimePassword } from './one-time-password.tsx';
import { RecordDialog } from './record-dialog.tsx';
import { RecordTable } from './record-table.tsx';
import type { UserActions } from './user-actions.ts';
import { userColumns } from './user-columns.tsx';
import { UserDialog } from './user-dialog.tsx';

interface UsersScreenProps {
  users: readonly UserView[];
  departments: readonly DepartmentView[];
  /** Who looks: nobody disables or resets themselves. */
  ownUserId: string;
  actions: UserActions;
}

type Open =
  | { readonly kind: 'edit'; readonly user: UserView | null }
  | { readonly kind: 'reset' | 'disable' | 'enable'; readonly user: UserView }
  | { readonly kind: 'password'; readonly username: string; readonly password: string };

/** The users: found, made, changed, disabled, given a new password. */
export function UsersScreen({ users, departments, ownUserId, actions }: UsersScreenProps) {
  const [search, setSearch] = useState('');
  const [shown, setShown] = useState('active');
  const [open, setOpen] = useState<Open | null>(null);
  const columns = useMemo(() => userColumns(departments), [departments]);
  const records = useMemo(
    () => users.filter(({ disabledAt }) => shown === 'all' || (disabledAt === null) === (shown === 'active')),
    [users, shown],
  );
  const close = () => setOpen(null);
  const done = (message: string) => {
    close();
    notifications.show({ message, color: 'green.9' });
  };
  const showPassword = (username: string, password: string) => setOpen({ kind: 'password', username, password });
  const disabled = users.filter(({ disabledAt }) => disabledAt !== null).length;

  return (
    <Stack gap="sm">
      <Group justify="space-between" align="flex-end">
        <Group align="flex-end">
          <TextInput
            label="查找"
            placeholder="用户名、姓名、角色或单位"
            w={280}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          <SegmentedControl
            aria-label="按状态筛选"
            value={shown}
            onChange={setShown}
            data={[
              { value: 'active', label: `在用 ${users.length - disabled}` },
              { value: 'disabled', label: `已停用 ${disabled}` },
              { value: 'all', label: `全部 ${users.length}` },
            ]}
          />
        </Group>
        <Button onClick={() => setOpen({ kind: 'edit', user: null })}>新建用户</Button>
      </Group>
      <RecordTable
        label="用户"
        columns={columns}
        records={records}
        getId={(user) => user.id}
        search={search}
        emptyText={shown === 'disabled' ? '没有已停用的用户。' : '还没有用户，请点击“新建用户”。'}
        isDimmed={(user) => user.disabledAt !== null}
        renderActions={(user) => (
          <UserRowActions user={user} isSelf={user.id === ownUserId} onOpen={(kind) => setOpen({ kind, user })} />
        )}
      />
      {open?.kind === 'edit' && (
        <UserDialog
          user={open.user}
          departments={departments}
          actions={actions}
          onClose={close}
          onDone={(username, password) =>
            password === null ? done('用户信息已保存。') : showPassword(username, password)
          }
        />
      )}
      {(open?.kind === 'disable' || open?.kind === 'enable' || open?.kind === 'reset') && (
        <UserConfirmation
          kind={open.kind}
          user={open.user}
          actions={actions}
          onClose={close}
          onDone={done}
          onPassword={showPassword}
        />
      )}
      {open?.kind === 'password' && (
        <OneTimePassword username={open.username} password={open.password} onClose={close} />
      )}
    </Stack>
  );
}

interface UserRowActionsProps {
  user: UserView;
  isSelf: boolean;
  onOpen: (kind: 'edit' | 'reset' | 'disable' | 'enable') => void;
}

function UserRowActions({ user, isSelf, onOpen }: UserRowActionsProps) {
  const named = (label: string) => `${label}：${user.username}`;
  return (
    <>
      <button type="button" aria-label={named('编辑')} onClick={() => onOpen('edit')}>
        编辑
      </button>
      {!isSelf && user.disabledAt === null && (
        <>
          <button type="button" aria-label={named('重置密码')} onClick={() => onOpen('reset')}>
            重置密码
          </button>
          <button type="button" data-danger aria-label={named('停用')} onClick={() => onOpen('disable')}>
            停用
          </button>
        </>
      )}
      {user.disabledAt !== null && (
        <button type="button" aria-label={named('启用')} onClick={() => onOpen('enable')}>
          启用
        </button>
      )}
    </>
  );
}

const CONFIRMATIONS = {
  disable: {
    title: '停用用户',
    submit: '停用',
    done: '用户已停用。',
    text: '停用后立即退出登录，也不能再登录。其编制和审核的记录不受影响，以后可以重新启用。',
  },
  enable: {
    title: '启用用户',
    submit: '启用',
    done: '用户已启用。',
    text: '启用后可以用原来的密码登录，角色与停用之前相同。',
  },
  reset: {
    title: '重置密码',
    submit: '重置密码',
    done: '',
    text: '原密码立即失效，正在进行的登录会退出，暂停登录的状态也会解除。系统将显示一次性密码，请转告本人。',
  },
} as const;

interface UserConfirmationProps {
  kind: keyof typeof CONFIRMATIONS;
  user: UserView;
  actions: UserActions;
  onClose: () => void;
  onDone: (message: string) => void;
  onPassword: (username: string, password: string) => void;
}

function UserConfirmation({ kind, user, actions, onClose, onDone, onPassword }: UserConfirmationProps) {
  const words = CONFIRMATIONS[kind];
  const seen = { userId: user.id, revision: user.revision };
  return (
    <RecordDialog<unknown>
      title={`${words.title}：${user.displayName}（${user.username}）`}
      submitLabel={words.submit}
      fieldNames={[]}
      submit={() =>
        kind === 'reset'
          ? actions.resetPassword(seen)
          : actions.setUserDisabled({ ...seen, disabled: kind === 'disable' })
      }
      onDone={(value) => (typeof value === 'string' ? onPassword(user.username, value) : onDone(words.done))}
      onClose={onClose}
      danger={kind !== 'enable'}
    >
      {() => <Text size="sm">{words.text}</Text>}
    </RecordDialog>
  );
}
