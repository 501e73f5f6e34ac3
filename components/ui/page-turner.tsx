import { Button, Group, Text } from '@mantine/core';

interface PageTurnerProps {
  /** The page that is shown, from 0. */
  pageIndex: number;
  pageCount: number;
  onTurn: (pageIndex: number) => void;
}

/** Turns the pages of a table; nothing where one page holds it all. */
export function PageTurner({ pageIndex, pageCount, onTurn }: PageTurnerProps) {
  if (pageCount <= 1) return null;
  return (
    <Group gap="xs">
      <Button size="xs" variant="default" disabled={pageIndex <= 0} onClick={() => onTurn(pageIndex - 1)}>
        上一页
      </Button>
      <Text size="sm">
        第 {pageIndex + 1} / {pageCount} 页
      </Text>
      <Button size="xs" variant="default" disabled={pageIndex >= pageCount - 1} onClick={() => onTurn(pageIndex + 1)}>
        下一页
      </Button>
    </Group>
  );
}
