'use client';

import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Answer } from '@/lib/messages/answer.ts';
import type { DepartmentView } from '@/lib/schemas/unit-view.ts';
import type { RoleGrant } from '@/lib/schemas/user.ts';
import type { UserView } from '@/lib/schemas/user-view.ts';
import { RecordDialog } from './record-dialog.tsx';
import { RoleGrantFields } from './role-grant-fields.tsx';
import type { UserActions } from './user-actions.ts';

interface UserDialogProps {
  /** The user to change; null for a new one. */
  user: UserView | null;
  departments: readonly DepartmentView[];
  actions: UserActions;
  /** @param oneTimePassword of a new user, to be shown once */
  onDone: (username: string, oneTimePassword: string | null) => void;
  onClose: () => void;
}

export function UserDialog({ user, departments, actions, onDone, onClose }: UserDialogProps) {
  const [username, setUsername] = useState(user?.username ?? '');
  const [displayName, setDisplayName] = useState(user?.displayName ?? '');
  const [email, setEmail] = useState(user?.email ?? '');
  const [grants, setGrants] = useState<readonly RoleGrant[]>(() =>
    (user?.grants ?? []).map(({ role, unitIds }) => ({ role, unitIds: [...unitIds] })),
  );

  const submit = async (): Promise<Answer<string | null>> => {
    const fields = { displayName, email, grants: [...grants] };
    const answer = user
      ? await actions.updateUser({ userId: user.id, revision: user.revision, ...fields })
      : await actions.createUser({ username, ...fields });
    return answer.ok ? { ok: true, value: passwordIn(answer.value) } : answer;
  };

  return (
    <RecordDialog
      title={user ? `编辑用户：${user.username}` : '新建用户'}
      submitLabel={user ? '保存' : '新建'}
      fieldNames={[
        'username',
        'displayName',
        'email',
        ...grants.map((_, index) => `grants[${index}].unitIds`),
        'grants',
      ]}
      submit={submit}
      onDone={(password) => onDone(username.trim(), password)}
      onClose={onClose}
    >
      {({ errors, clear, textField }) => (
        <>
          {!user && (
            <TextInput
              label="用户名"
              description="登录时使用，建立后不能修改。小写字母开头，可用小写字母、数字、点和连字符。"
              {...textField('username', username, setUsername)}
              autoCapitalize="none"
              autoComplete="off"
              spellCheck={false}
              data-autofocus
            />
          )}
          <TextInput
            label="姓名"
            {...textField('displayName', displayName, setDisplayName)}
            autoComplete="off"
            data-autofocus={user ? true : undefined}
          />
          <TextInput
            label="电子邮箱"
            description="可不填。系统配置了邮件服务时，待办通知会发到这里。"
            type="email"
            {...textField('email', email, setEmail)}
            autoComplete="off"
          />
          <RoleGrantFields
            grants={grants}
            onChange={(changed) => {
              setGrants(changed);
              clear('grants');
            }}
            departments={departments}
            errors={errors}
          />
        </>
      )}
    </RecordDialog>
  );
}

function passwordIn(value: unknown): string | null {
  const hasPassword = typeof value === 'object' && value !== null && 'oneTimePassword' in value;
  return hasPassword && typeof value.oneTimePassword === 'string' ? value.oneTimePassword : null;
}
