'use client';

import { Tabs } from '@mantine/core';
import dynamic from 'next/dynamic';
import { useSearchParams } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { SectionFrame } from '@/components/workspace/section-frame.tsx';
import { sectionOf } from '@/components/workspace/section-path.ts';
import type { Place } from '@/lib/domain/checks/finding.ts';
import styles from './narrative-section.module.css';
import { UnitFactsForm } from './unit-facts-form.tsx';

const NarrativeEditor = dynamic(
  () => import('@/components/narrative/narrative-editor.tsx').then((module) => module.NarrativeEditor),
  { ssr: false, loading: () => <p role="status">正在打开说明文字…</p> },
);

type Part = 'facts' | 'text';

/** 单位情况与说明文字: the facts and words that a unit enters, and the document that comes of them. */
export function NarrativeSection() {
  const { focusTarget } = useDraft();
  const asked = useSearchParams().get('part');
  const [part, setPart] = useState<Part>(asked === 'text' ? 'text' : 'facts');
  const wanted = focusTarget && partOf(focusTarget.place);
  useEffect(() => {
    if (wanted) setPart(wanted);
  }, [wanted]);
  const show = (next: Part) => {
    setPart(next);
    window.history.replaceState(null, '', next === 'text' ? '?part=text' : window.location.pathname);
  };
  return (
    <SectionFrame section="profile" hasAmounts={false} fill>
      <Tabs
        value={part}
        onChange={(value) => show(value === 'text' ? 'text' : 'facts')}
        keepMounted={false}
        className={styles.tabs}
        classNames={{ panel: styles.panel }}
      >
        <Tabs.List>
          <Tabs.Tab value="facts">单位情况</Tabs.Tab>
          <Tabs.Tab value="text">说明文字</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="facts">
          <UnitFactsForm />
        </Tabs.Panel>
        <Tabs.Panel value="text">
          <NarrativeEditor />
        </Tabs.Panel>
      </Tabs>
    </SectionFrame>
  );
}

/** Where a place of this section is shown; null for a place elsewhere. */
function partOf(place: Place): Part | null {
  if (sectionOf(place) !== 'profile') return null;
  if (place.kind === 'row') return 'text';
  return place.kind === 'profile' && place.field === 'narrative.operatingText' ? 'text' : 'facts';
}
