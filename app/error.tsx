'use client';

import { Button, Group } from '@mantine/core';
import { EmptyState } from '@/components/ui/empty-state.tsx';

interface ErrorPageProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** What happened, that the data is safe, and what to do. */
export default function ErrorPage({ error, reset }: ErrorPageProps) {
  return (
    <main style={{ maxWidth: 640, margin: '15vh auto 0', padding: 16 }}>
      <EmptyState
        title="页面出错了"
        text={`已保存的数据不受影响，没有保存的修改留在本机。请重试；仍不成功时，请把${
          error.digest ? `编号 ${error.digest} ` : '出错的时间'
        }告诉系统管理员。`}
        action={
          <Group gap="xs">
            <Button onClick={reset}>重试</Button>
            <Button component="a" href="/" variant="default">
              返回首页
            </Button>
          </Group>
        }
      />
    </main>
  );
}
