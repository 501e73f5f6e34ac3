import { ROLE_LABELS, ROLES } from '@/lib/domain/workflow/roles.ts';
import { AUDIT_KINDS } from '@/lib/messages/audit-labels.ts';
import type { AuditFilter } from '@/lib/schemas/audit.ts';
import styles from './audit.module.css';

/** A plain form that asks by address: a search can be bookmarked, and the back key works. */
export function AuditFilterForm({ filter }: { filter: AuditFilter }) {
  return (
    <form className={styles.filter} action="/audit" method="get">
      <label>
        开始日期
        <input type="date" name="from" defaultValue={filter.from} />
      </label>
      <label>
        结束日期
        <input type="date" name="to" defaultValue={filter.to} />
      </label>
      <label>
        类别
        <select name="kind" defaultValue={filter.kind ?? ''}>
          <option value="">全部</option>
          {AUDIT_KINDS.map(({ kind, label }) => (
            <option key={kind} value={kind}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        用户
        <input type="search" name="user" defaultValue={filter.user} placeholder="姓名或用户名" maxLength={64} />
      </label>
      <label>
        角色
        <select name="role" defaultValue={filter.role ?? ''}>
          <option value="">全部</option>
          {ROLES.map((role) => (
            <option key={role} value={role}>
              {ROLE_LABELS[role]}
            </option>
          ))}
        </select>
      </label>
      <label>
        单位
        <input type="search" name="unit" defaultValue={filter.unit} placeholder="编码或名称" maxLength={64} />
      </label>
      <label>
        详情包含
        <input type="search" name="text" defaultValue={filter.text} placeholder="科目、字段值等" maxLength={100} />
      </label>
      <button type="submit">查询</button>
    </form>
  );
}
