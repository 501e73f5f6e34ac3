import { array, object, enum as oneOf, type output, uuid } from 'zod';

export const assignmentSchema = object({
  reviewerId: uuid('请选择审核人'),
  operation: oneOf(['add', 'remove'], '操作无效，请刷新页面后重试'),
  unitIds: array(uuid('单位标识无效，请刷新页面后重试')).min(1, '请先选择单位').max(2_000, '一次最多分配 2000 个单位'),
});

export type AssignmentChange = output<typeof assignmentSchema>;
