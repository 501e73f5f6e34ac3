'use client';

import { NativeSelect } from '@mantine/core';
import { type ClassificationEdition, printedCodeName } from '@/lib/domain/classification/edition.ts';
import { type CodeChoices, moveName } from '@/lib/domain/start/code-choices.ts';
import type { OpenCode } from '@/lib/domain/start/start-from-last-year.ts';
import type { CodeMove } from '@/lib/domain/versions/current-codes.ts';
import styles from './start.module.css';

interface CodeMovesProps {
  moves: readonly CodeMove[];
  open: readonly OpenCode[];
  edition: ClassificationEdition;
  choices: CodeChoices;
  onChoose: (name: string, code: string) => void;
}

/** 新旧科目对照: what became of last year's codes, with a choice where a code was split. */
export function CodeMoves({ moves, open, edition, choices, onChoose }: CodeMovesProps) {
  const nameOf = ({ classification }: CodeMove, code: string) =>
    `${code} ${printedCodeName(edition, classification, code)}`;
  return (
    <>
      <h3 className={styles.subtitle}>
        科目变化 {moves.length} 个
        {open.length > 0 && `，其中 ${open.length} 个待选择（不选的行先空着科目，校验会提示）`}
      </h3>
      <table className={styles.table}>
        <caption className="visually-hidden">上年科目与 {edition.year} 年科目的对照</caption>
        <thead>
          <tr>
            <th scope="col">上年科目</th>
            <th scope="col">{edition.year} 年科目</th>
          </tr>
        </thead>
        <tbody>
          {moves.map((move) => (
            <tr key={moveName(move)}>
              <th scope="row">{nameOf(move, move.oldCode)}</th>
              <td>
                {move.newCodes.length === 1 ? (
                  nameOf(move, move.newCodes[0] ?? '')
                ) : move.newCodes.length === 0 ? (
                  <span className={styles.missing}>没有对应的新科目，带入后请在表中选择</span>
                ) : (
                  <NativeSelect
                    size="xs"
                    aria-label={`${move.oldCode} 改用的科目`}
                    value={choices.get(moveName(move)) ?? ''}
                    onChange={(event) => onChoose(moveName(move), event.currentTarget.value)}
                    data={[
                      { value: '', label: `请选择（${move.newCodes.length} 个）` },
                      ...move.newCodes.map((code) => ({ value: code, label: nameOf(move, code) })),
                    ]}
                  />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
