'use client';

import { ParagraphView } from '@/components/annexes/narrative-view.tsx';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import type { NarrativeSection } from '@/lib/domain/narrative/narrative-document.ts';
import styles from './narrative-preview.module.css';

/** 情况说明 as it stands, for reading beside the words being typed; figures come from the lines and can't be typed. */
export function NarrativePreview() {
  const { narrative } = useDraft();
  return (
    /* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also from the keyboard */
    <section className={styles.preview} aria-label="情况说明预览" data-region="preview" tabIndex={0}>
      <p className={styles.hint}>
        情况说明预览：<span className={styles.sample}>蓝底数字</span>取自明细，随明细自动更新。
      </p>
      <h3 className={styles.title}>{narrative.titleLines.join('')}</h3>
      {narrative.sections.map((section) => (
        <PreviewSection key={section.heading} section={section} />
      ))}
      {narrative.closing.map((paragraph) => (
        <ParagraphView key={paragraph.id} paragraph={paragraph} />
      ))}
    </section>
  );
}

function PreviewSection({ section }: { section: NarrativeSection }) {
  const Heading = section.level === 1 ? 'h4' : 'h5';
  return (
    <section>
      <Heading className={styles.heading}>{section.heading}</Heading>
      {section.paragraphs.map((paragraph) => (
        <ParagraphView key={paragraph.id} paragraph={paragraph} />
      ))}
      {section.sections.map((child) => (
        <PreviewSection key={child.heading} section={child} />
      ))}
    </section>
  );
}
