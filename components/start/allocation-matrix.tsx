'use client';

import { Button, NativeSelect } from '@mantine/core';
import { type ClassificationEdition, codeName } from '@/lib/domain/classification/edition.ts';
import type { Fen } from '@/lib/domain/money/fen.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import {
  type Allocation,
  type AllocationGround,
  cellName,
  mayPair,
  type PrintedAmount,
  residuals,
} from '@/lib/domain/start/allocation.ts';
import { AllocationCell } from './allocation-cell.tsx';
import styles from './matrix.module.css';

interface AllocationMatrixProps {
  functions: readonly PrintedAmount[];
  economics: readonly PrintedAmount[];
  edition: ClassificationEdition;
  cells: Allocation;
  grounds: ReadonlyMap<string, AllocationGround>;
  /** Whether what is left is no more than rounding (尾差), which is evened out. */
  isSettled: boolean;
  onChange: (cells: Allocation) => void;
}

/** Economic codes down, functional codes across; what is left of each printed figure at its end. */
export function AllocationMatrix(props: AllocationMatrixProps) {
  const { functions, economics, edition, cells, isSettled, onChange } = props;
  const leftOfFunctions = residuals(functions, cells, 'function');
  const leftOfEconomics = residuals(economics, cells, 'economic');
  const write = (changes: readonly (readonly [name: string, amountFen: Fen])[]) => {
    const next = new Map(cells);
    for (const [name, amountFen] of changes) {
      if (amountFen > 0n) next.set(name, amountFen);
      else next.delete(name);
    }
    onChange(next);
  };
  const addTo = (functionCode: string, economicCode: string) => {
    const name = cellName(functionCode, economicCode);
    return [name, (cells.get(name) ?? 0n) + (leftOfEconomics.get(economicCode) ?? 0n)] as const;
  };
  const takeAll = (functionCode: string) =>
    write(
      economics
        .filter(({ code }) => (leftOfEconomics.get(code) ?? 0n) !== 0n && mayPair(functionCode, code))
        .map(({ code }) => addTo(functionCode, code)),
    );
  return (
    <section className={styles.frame} aria-label="基本支出对照表">
      <table className={styles.matrix}>
        <caption className="visually-hidden">经济科目与功能科目的金额，单位：万元</caption>
        <MatrixHead functions={functions} edition={edition} />
        <tbody>
          {economics.map((economic) => (
            <tr key={economic.code}>
              <th scope="row" className={styles.lineHead} title={codeName(edition.economic, economic.code)}>
                {economic.code} {codeName(edition.economic, economic.code)}
              </th>
              <td className={styles.number}>{formatForEntry(economic.amountFen, 'wanYuan')}</td>
              {functions.map(({ code }) => (
                <AllocationCell
                  key={code}
                  label={`${economic.code} × ${code}`}
                  amountFen={cells.get(cellName(code, economic.code)) ?? 0n}
                  ground={props.grounds.get(cellName(code, economic.code))}
                  onChange={(amountFen) => write([[cellName(code, economic.code), amountFen]])}
                />
              ))}
              <Left
                amountFen={leftOfEconomics.get(economic.code) ?? 0n}
                isSettled={isSettled}
                label={`${economic.code} 的差额归入`}
                codes={functions.map(({ code }) => code).filter((code) => mayPair(code, economic.code))}
                onChoose={(code) => write([addTo(code, economic.code)])}
              />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" className={styles.lineHead}>
              差额
            </th>
            <td />
            {functions.map(({ code }) => {
              const leftFen = leftOfFunctions.get(code) ?? 0n;
              const hasOpen =
                !isSettled && leftFen > 0n && economics.some((row) => (leftOfEconomics.get(row.code) ?? 0n) > 0n);
              return (
                <td key={code} className={styles.number} data-off={(leftFen !== 0n && !isSettled) || undefined}>
                  {leftText(leftFen, isSettled)}
                  {hasOpen && (
                    <Button size="compact-xs" variant="default" onClick={() => takeAll(code)}>
                      余下全归此列
                    </Button>
                  )}
                </td>
              );
            })}
            <td />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}

function MatrixHead({ functions, edition }: Pick<AllocationMatrixProps, 'functions' | 'edition'>) {
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.lineHead}>
          经济科目
        </th>
        <th scope="col" className={styles.number}>
          附件3
        </th>
        {functions.map(({ code, amountFen }) => (
          <th key={code} scope="col" className={styles.number} title={codeName(edition.functional, code)}>
            {code}
            <span className={styles.functionName}>{codeName(edition.functional, code)}</span>
            {formatForEntry(amountFen, 'wanYuan')}
          </th>
        ))}
        <th scope="col" className={styles.number}>
          差额
        </th>
      </tr>
    </thead>
  );
}

interface LeftProps {
  amountFen: Fen;
  isSettled: boolean;
  label: string;
  codes: readonly string[];
  onChoose: (functionCode: string) => void;
}

/** What is left of a printed figure, with the codes it may go to. */
function Left({ amountFen, isSettled, label, codes, onChoose }: LeftProps) {
  return (
    <td className={styles.number} data-off={(amountFen !== 0n && !isSettled) || undefined}>
      {leftText(amountFen, isSettled)}
      {amountFen > 0n && !isSettled && (
        <NativeSelect
          size="xs"
          aria-label={label}
          value=""
          onChange={(event) => event.currentTarget.value !== '' && onChoose(event.currentTarget.value)}
          data={[{ value: '', label: '归入…' }, ...codes.map((code) => ({ value: code, label: code }))]}
        />
      )}
    </td>
  );
}

function leftText(amountFen: Fen, isSettled: boolean): string {
  if (amountFen === 0n) return '0.00';
  return `${isSettled ? '尾差 ' : ''}${formatForEntry(amountFen, 'wanYuan')}`;
}
