'use client';

import dynamic from 'next/dynamic';
import { patiently } from '../ui/patiently.ts';

/** The page 公开, loaded once it is shown: drafting pages carry none of it. */
export const LazyPublication = dynamic(() =>
  patiently(() => import('./publication-page.tsx')).then((module) => module.PublicationPage),
);
