import { Button } from '@mantine/core';
import { EmptyState } from '@/components/ui/empty-state.tsx';

/** Says the same of what is not there and of what one may not see. */
export default function NotFound() {
  return (
    <main style={{ maxWidth: 640, margin: '15vh auto 0', padding: 16 }}>
      <EmptyState
        title="没有找到这个页面"
        text="它可能已被删除，或者不在您负责的范围内。已保存的数据不受影响。"
        action={
          <Button component="a" href="/">
            返回首页
          </Button>
        }
      />
    </main>
  );
}
