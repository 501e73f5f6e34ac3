import { ErrorNote } from '@/components/ui/error-note.tsx';
import type { StandardFault } from '@/lib/domain/staffing/standard.ts';
import styles from './staffing-section.module.css';

const MOST_SHOWN = 10;

/** Why nothing can be calculated: what is wrong in the files of standards, for whoever looks after the server. */
export function StandardFaults({ faults }: { faults: readonly StandardFault[] }) {
  return (
    <ErrorNote>
      支出标准文件有误，暂时不能测算；人员登记照常保存。请把下列内容告诉系统管理员：
      <ul className={styles.faults}>
        {faults.slice(0, MOST_SHOWN).map(({ path, message }) => (
          <li key={`${path} ${message}`}>
            {path}：{message}
          </li>
        ))}
        {faults.length > MOST_SHOWN && <li>另有 {faults.length - MOST_SHOWN} 处。</li>}
      </ul>
    </ErrorNote>
  );
}
