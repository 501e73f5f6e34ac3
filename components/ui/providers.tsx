'use client';

import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { cssVariables, theme } from './theme.ts';

interface ProvidersProps {
  children: ReactNode;
  /** Nonce of the page's content security policy, where it has one. */
  nonce?: string;
}

/** What every screen stands in: theme and notifications. */
export function Providers({ children, nonce }: ProvidersProps) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="light"
      forceColorScheme="light"
      getStyleNonce={() => nonce ?? ''}
    >
      <Notifications position="bottom-right" autoClose={6000} />
      {children}
    </MantineProvider>
  );
}
