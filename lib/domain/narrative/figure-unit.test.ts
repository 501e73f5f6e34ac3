import { expect, it } from 'vitest';
import { unitBefore } from './figure-unit.ts';

it.each([
  ['revenue.total', '，其中', '万元'],
  ['revenue.total', '万元，其中', ''],
  ['revenue.total', '元', '万元'],
  ['function.2010308', '', '万元'],
  ['year', '年初预算数', '年'],
  ['staff.asOfMonth', '，', '月'],
  ['percent.threePublic.total', '%', ''],
  ['staff.onPost', '员', '人'],
  ['staff.onPost', '名干部', ''],
  ['vehicles.total', '部分', '辆'],
  ['performance.projects', '项目', '个'],
  ['performance.projects', '项工作', ''],
  ['contact.phone', '', ''],
  ['versus.total', '。', ''],
  ['versus.threePublic.total', '。', ''],
])('%s before “%s” has “%s”', (ref, following, unit) => expect(unitBefore(ref, following)).toBe(unit));
