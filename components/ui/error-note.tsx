import { Alert } from '@mantine/core';
import type { ReactNode } from 'react';

/** What went wrong, read out at once. Mantine's own colour of the text is too pale on the tinted ground. */
export function ErrorNote({ children }: { children: ReactNode }) {
  return (
    <Alert color="red" p="xs" styles={{ message: { color: '#8a1a10', fontWeight: 600 } }}>
      {children}
    </Alert>
  );
}
