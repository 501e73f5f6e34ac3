import { Group, Pagination, Text } from '@mantine/core';
import { type ReactNode, useState } from 'react';

const PAGE_SIZE = 50;

interface PagedProps<T> {
  items: readonly T[];
  /** What the items are, for who cannot see the buttons. */
  label: string;
  children: (items: readonly T[]) => ReactNode;
}

/** A long list in pages: each stays quick on an old computer. */
export function Paged<T>({ items, label, children }: PagedProps<T>) {
  const [wanted, setPage] = useState(1);
  const pages = Math.max(1, Math.ceil(items.length / PAGE_SIZE));
  const page = Math.min(wanted, pages);
  const from = (page - 1) * PAGE_SIZE;
  return (
    <>
      {children(items.slice(from, from + PAGE_SIZE))}
      {pages > 1 && (
        <Group mt="xs" justify="space-between">
          <Text size="sm">
            第 {from + 1}–{Math.min(items.length, from + PAGE_SIZE)} 项，共 {items.length} 项
          </Text>
          <Pagination
            size="sm"
            total={pages}
            value={page}
            onChange={setPage}
            getControlProps={(control) => ({ 'aria-label': control === 'next' ? `${label}下一页` : `${label}上一页` })}
            getItemProps={(number) => ({ 'aria-label': `${label}第 ${number} 页` })}
          />
        </Group>
      )}
    </>
  );
}
