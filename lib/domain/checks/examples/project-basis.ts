import { type CheckExample, edits, insert, update } from './example.ts';

const NO_BASIS = update('projects', 'project-1', { basis: '按照领导要求开展。' });

const ATTACHED = insert('attachments', {
  projectKey: '309001:project-1',
  fileName: '会议纪要.pdf',
  mediaType: 'application/pdf',
  byteLength: 1_000,
  sha256: '0'.repeat(64),
});

export const PROJECT_BASIS_EXAMPLES: readonly CheckExample[] = [
  {
    check: 'project-basis-request',
    name: 'the unit’s own request',
    given: { budget: update('projects', 'project-1', { basis: '区信访办〔2022〕5号关于运维经费的请示。' }) },
    says: ['立项依据是请示'],
  },
  {
    check: 'project-basis-unproved',
    name: 'neither number nor minutes nor attachment',
    given: { budget: NO_BASIS },
    says: ['“信访信息系统运行维护”的立项依据没有文号', '也没有上传附件'],
    severity: 'warning',
  },
  {
    check: 'project-basis-unproved',
    name: 'an attachment proves it',
    given: { budget: edits(NO_BASIS, ATTACHED) },
    says: [],
  },
  {
    check: 'project-basis-unproved',
    name: 'a document by its title alone',
    given: { budget: update('projects', 'project-1', { basis: '《关于启用信访专网的通知》。' }) },
    says: ['只有文件名称，没有文号'],
    severity: 'note',
  },
  {
    check: 'project-basis-unproved',
    name: 'a regulation needs no number',
    given: { budget: update('projects', 'project-1', { basis: '《信访工作条例》第十条。' }) },
    says: [],
  },
  {
    check: 'project-basis-old',
    name: 'a document of twelve years ago',
    given: { budget: update('projects', 'project-1', { basis: '区委发〔2011〕5号。' }) },
    says: ['（2011年）', '距今超过10年'],
    severity: 'note',
  },
  {
    check: 'project-basis-old',
    name: 'an old document beside a new one',
    given: { budget: update('projects', 'project-1', { basis: '区委发〔2011〕5号，区府发〔2021〕8号。' }) },
    says: [],
  },
];
