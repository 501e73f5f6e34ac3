import type {
  NarrativeDocument,
  NarrativeParagraph,
  NarrativeSection,
} from '@/lib/domain/narrative/narrative-document.ts';
import styles from './narrative-view.module.css';
import { ScaledPage } from './scaled-page.tsx';

/** The narrative as it will be printed; each bound figure says on hover that it follows the tables. */
export function NarrativeView({ narrative, draft }: { narrative: NarrativeDocument; draft: boolean }) {
  return (
    <ScaledPage orientation="portrait" draft={draft}>
      <h2 className={styles.title}>
        {narrative.titleLines.map((line) => (
          <span key={line} className={styles.titleLine}>
            {line}
          </span>
        ))}
      </h2>
      {narrative.sections.map((section) => (
        <SectionView key={section.heading} section={section} />
      ))}
      {narrative.closing.map((paragraph) => (
        <ParagraphView key={paragraph.id} paragraph={paragraph} />
      ))}
    </ScaledPage>
  );
}

function SectionView({ section }: { section: NarrativeSection }) {
  return (
    <section>
      {section.level === 1 ? (
        <h3 className={styles.chapter}>{section.heading}</h3>
      ) : (
        <h4 className={styles.heading}>{section.heading}</h4>
      )}
      {section.paragraphs.map((paragraph) => (
        <ParagraphView key={paragraph.id} paragraph={paragraph} />
      ))}
      {section.sections.map((child) => (
        <SectionView key={child.heading} section={child} />
      ))}
    </section>
  );
}

/** A paragraph with its bound figures marked; entry screens show it beside the words being typed. */
export function ParagraphView({ paragraph }: { paragraph: NarrativeParagraph }) {
  let offset = 0;
  return (
    <p className={styles.paragraph} data-paragraph={paragraph.id}>
      {paragraph.lead && <span className={styles.lead}>{paragraph.lead}</span>}
      {paragraph.runs.map((run) => {
        const key = `${offset}`;
        offset += run.text.length;
        return run.kind === 'text' ? (
          <span key={key}>{run.text}</span>
        ) : (
          <span key={key} className={styles.figure} title="此数取自附表，随明细自动更新" data-ref={run.ref}>
            {run.text}
          </span>
        );
      })}
    </p>
  );
}
