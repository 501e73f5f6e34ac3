import { Paged } from '@/components/workbook/paged.tsx';
import styles from '@/components/workbook/workbook.module.css';
import type { ControlFault } from '@/lib/domain/budget/control-reading.ts';

/** Cells and lines of a file or a paste that could not be taken over, each with its reason. */
export function ControlFaults({ faults }: { faults: readonly ControlFault[] }) {
  return (
    <Paged items={faults} label="有误">
      {(shown) => (
        <div className={styles.scroll}>
          <table className={styles.table} aria-label="没有写入的内容">
            <thead>
              <tr>
                <th scope="col">位置</th>
                <th scope="col">列</th>
                <th scope="col">填写的内容</th>
                <th scope="col">问题</th>
              </tr>
            </thead>
            <tbody>
              {shown.map(({ address, heading, found, message }) => (
                <tr key={`${address} ${heading} ${message}`}>
                  <td className={styles.address}>{address}</td>
                  <td>{heading}</td>
                  <td className={styles.found}>{found}</td>
                  <td>{message}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Paged>
  );
}
