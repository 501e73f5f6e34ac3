'use client';

import { Checkbox } from '@mantine/core';
import type { KeyboardEvent } from 'react';
import type { AnnexDefinition, Template } from '@/lib/domain/annexes/definition.ts';
import { applyAnnexSetEdits, shownAnnexes } from '@/lib/domain/annexes/edits/apply-edits.ts';
import { moveAnnex, showAnnex } from '@/lib/domain/annexes/edits/change-edits.ts';
import { templateForPeople } from '@/lib/domain/annexes/edits/placeholders.ts';
import { fillTemplate } from '@/lib/domain/annexes/template.ts';
import styles from './annex-set-editor.module.css';
import { useSetEditing } from './set-editing.ts';

interface AnnexOrderProps {
  /** Id of the built-in annex whose form is open; null: the form of the whole set. */
  chosen: string | null;
  choose: (id: string | null) => void;
}

/** The annexes in printed order, then those that are left out; Alt+↑ and Alt+↓ move the one under the keyboard. */
export function AnnexOrder({ chosen, choose }: AnnexOrderProps) {
  const { base, edits, problems } = useSetEditing();
  const shown = shownAnnexes(base, edits);
  const leftOut = base.annexes.filter(({ id }) => !shown.some((annex) => annex.id === id));
  const number = applyAnnexSetEdits(base, edits).number;
  return (
    <nav className={styles.order} aria-label="各表">
      <button
        type="button"
        className={styles.wholeSet}
        aria-current={chosen === null ? 'true' : undefined}
        onClick={() => choose(null)}
      >
        整套设置
        {problems.some(({ annex }) => annex === null) && <Mark />}
      </button>
      <ol className={styles.annexes}>
        {shown.map((annex, index) => (
          <AnnexItem
            key={annex.id}
            annex={annex}
            number={number.includes('{annex}') ? fillNumber(number, index) : `${index + 1}`}
            place={[index, shown.length]}
            isChosen={chosen === annex.id}
            choose={choose}
          />
        ))}
      </ol>
      {leftOut.length > 0 && (
        <>
          <p className={styles.leftOutTitle}>不列示</p>
          <ul className={styles.annexes}>
            {leftOut.map((annex) => (
              <AnnexItem
                key={annex.id}
                annex={annex}
                number="—"
                place={null}
                isChosen={chosen === annex.id}
                choose={choose}
              />
            ))}
          </ul>
        </>
      )}
      <p className={styles.keys}>
        <kbd>Alt</kbd>+<kbd>↑</kbd> <kbd>↓</kbd> 调整次序
      </p>
    </nav>
  );
}

/** A prefix with braces is wrong, and is shown as it was typed. */
function fillNumber(number: string, index: number): string {
  return number.endsWith('{annex}') && !number.slice(0, -7).includes('{')
    ? fillTemplate(number, { annex: `${index + 1}` })
    : `${index + 1}`;
}

interface AnnexItemProps {
  annex: AnnexDefinition;
  number: string;
  /** Where it stands among how many; null where it is left out. */
  place: readonly [index: number, count: number] | null;
  isChosen: boolean;
  choose: (id: string) => void;
}

function AnnexItem({ annex: { id, title: ownTitle }, number, place, isChosen, choose }: AnnexItemProps) {
  const { base, edits, isReadOnly, problems, change } = useSetEditing();
  const title = shortTitle(edits.annexes[id]?.title ?? ownTitle);
  const move = (step: -1 | 1) => change(moveAnnex(base, edits, id, step), null);
  const onKeyDown = (event: KeyboardEvent) => {
    if (isReadOnly || !event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  const [index, count] = place ?? [0, 0];
  return (
    <li className={styles.annex} data-chosen={isChosen || undefined} onKeyDown={onKeyDown}>
      <Checkbox
        size="xs"
        checked={place !== null}
        disabled={isReadOnly}
        onChange={(event) => change(showAnnex(base, edits, id, event.currentTarget.checked), null)}
        aria-label={`列示：${title}`}
      />
      <button
        type="button"
        className={styles.choose}
        aria-current={isChosen ? 'true' : undefined}
        onClick={() => choose(id)}
      >
        <span className={styles.number}>{number}</span>
        <span className={styles.annexTitle}>{title}</span>
        {problems.some((problem) => problem.annex === id) && <Mark />}
      </button>
      {place && !isReadOnly && (
        <span className={styles.moves}>
          <button type="button" aria-label={`上移：${title}`} disabled={index === 0} onClick={() => move(-1)}>
            ↑
          </button>
          <button type="button" aria-label={`下移：${title}`} disabled={index === count - 1} onClick={() => move(1)}>
            ↓
          </button>
        </span>
      )}
    </li>
  );
}

/** All titles begin with whose and of which year they are; in a narrow list it would hide what tells them apart. */
function shortTitle(title: Template): string {
  return templateForPeople(title.replace(/^\{organisation\}(\{year\}年)?/, ''));
}

function Mark() {
  return <span className={styles.mark}>有误</span>;
}
