import { mantineHtmlProps } from '@mantine/core';
import '@mantine/core/styles.layer.css';
import '@mantine/notifications/styles.layer.css';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { Providers } from '@/components/ui/providers.tsx';
import './globals.css';

export const metadata: Metadata = {
  title: { default: '明算 · 部门预算编制', template: '%s · 明算' },
  description: '部门预算编制、审核与公开',
  robots: { index: false, follow: false },
};

/** Reading the nonce of proxy.ts makes every page dynamic, as a page with a nonce must be. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="zh-CN" {...mantineHtmlProps}>
      <body>
        <Providers nonce={nonce}>{children}</Providers>
      </body>
    </html>
  );
}
