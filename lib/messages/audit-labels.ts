/** What an event of the audit log says in Chinese; an action without an entry shows its own name. */
const ACTION_LABELS: Readonly<Record<string, string>> = {
  'session.opened': '登录',
  'session.refused': '登录失败',
  'session.locked': '登录失败并暂停登录',
  'session.closed': '退出登录',
  'session.role-switched': '切换角色',
  'user.created': '新建用户',
  'user.changed': '修改用户',
  'user.disabled': '停用用户',
  'user.enabled': '启用用户',
  'user.password-reset': '重置密码',
  'user.password-changed': '修改自己的密码',
  'unit.created': '新建单位',
  'unit.changed': '修改单位',
  'unit.disabled': '停用单位',
  'unit.enabled': '启用单位',
  'department.created': '新建部门',
  'department.changed': '修改部门',
  'budget.created': '新建预算',
  'budget.imported': '导入预算',
  'budget.saved': '保存预算数据',
  'budget.explained': '填写提醒说明',
  'budget.submitted': '送审',
  'budget.returned': '退回修改',
  'budget.approved': '审核通过',
  'budget.exported': '导出',
  'control.issued': '下达控制数',
  'attachment.uploaded': '上传附件',
  'attachment.downloaded': '下载附件',
  'comment.added': '发表意见',
  'comment.resolved': '意见已处理',
  'demonstration.loaded': '装入演示数据',
};

/** Kinds of acts, as the beginnings of their names, in the order in which a filter lists them. */
export const AUDIT_KINDS: readonly { readonly kind: string; readonly label: string }[] = [
  { kind: 'session', label: '登录与退出' },
  { kind: 'user', label: '用户管理' },
  { kind: 'department', label: '部门管理' },
  { kind: 'unit', label: '单位管理' },
  { kind: 'budget', label: '预算编制与审核' },
  { kind: 'control', label: '控制数' },
  { kind: 'attachment', label: '附件' },
  { kind: 'comment', label: '审核意见' },
];

export function auditActionLabel(action: string): string {
  return ACTION_LABELS[action] ?? action;
}
