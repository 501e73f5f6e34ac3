'use client';

import { MantineProvider } from '@mantine/core';
import dynamic from 'next/dynamic';
import type { ReactNode } from 'react';
import { EarlyInput } from './early-input.tsx';
import { patiently } from './patiently.ts';
import { cssVariables, theme } from './theme.ts';

/** What is said waits in the store of the library until this has come. */
const Notifications = dynamic(
  () => patiently(() => import('@mantine/notifications')).then((module) => module.Notifications),
  { ssr: false },
);

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
      <EarlyInput />
    </MantineProvider>
  );
}
