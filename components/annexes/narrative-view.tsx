import type {
  NarrativeDocument,
  NarrativeParagraph,
  NarrativeSection,
} from '@/lib/domain/narrative/narrative-document.ts';
import styles from './narrative-view.module.css';
import { ScaledPage } from './scaled-page.tsx';

/** The narrative as it will be printed; each bound figure says on hover that it follows the tables. */
interface NarrativeViewProps {
  narrative: NarrativeDocument;
  draft: boolean;
  /** The page's scale; without it the page fits the room there is. */
  scale?: number;
}

export function NarrativeView({ narrative, draft, scale }: NarrativeViewProps) {
  return (
    <ScaledPage orientation="portrait" draft={draft} fixedScale={scale}>
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
        if (run.kind === 'text') return <span key={key}>{run.text}</span>;
        if (run.kind === 'missing') {
          return (
            <span key={key} className={styles.missing} title="自拟文字引用的数现在没有，请补填资料或改写">
              {run.text}
            </span>
          );
        }
        return (
          <span key={key} className={styles.figure} title="此数取自附表，随明细自动更新" data-ref={run.ref}>
            {run.text}
          </span>
        );
      })}
    </p>
  );
}
