'use client';

import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useRef, useState } from 'react';

interface OneTimePasswordProps {
  username: string;
  password: string;
  onClose: () => void;
}

/** Shows a one-time password, once: nothing keeps it, so closing asks for an explicit click. */
export function OneTimePassword({ username, password, onClose }: OneTimePasswordProps) {
  const field = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);

  // `navigator.clipboard` needs https, which an office network rarely has.
  const copy = () => {
    field.current?.select();
    setCopied(document.execCommand('copy'));
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={`${username} 的一次性密码`}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <Stack gap="sm">
        <Text size="sm">请把这个密码告诉本人。它只显示这一次；本人首次登录时必须换成自己的密码。</Text>
        <TextInput
          ref={field}
          label="一次性密码"
          value={password}
          readOnly
          size="md"
          styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)', letterSpacing: '0.05em' } }}
          onFocus={(event) => event.currentTarget.select()}
          data-autofocus
        />
        <Group justify="space-between">
          <Text size="sm" role="status">
            {copied && '已复制'}
          </Text>
          <Group gap="xs">
            <Button variant="default" onClick={copy}>
              复制
            </Button>
            <Button onClick={onClose}>已记下，关闭</Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
