import { Alert, Checkbox, Radio, Stack, Text } from '@mantine/core';
import { sectionOfComment } from '@/components/workflow/comment-place.ts';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { SECTION_LABELS, SECTIONS, type Section } from '@/lib/domain/checks/finding.ts';
import type { ReviewComment } from '@/lib/domain/workflow/workspace.ts';
import styles from './return-scope.module.css';

/** What a return asks to mend; `all` keeps what was ticked, in case one changes one's mind. */
export interface Scope {
  readonly kind: 'all' | 'some';
  readonly sections: readonly Section[];
}

/** Everything; of the sections those with open remarks are ticked beforehand. */
export function scopeOf(comments: readonly ReviewComment[], budget: Budget): Scope {
  const remarked = new Set(comments.map((comment) => sectionOfComment(comment, budget)));
  return { kind: 'all', sections: SECTIONS.filter((section) => remarked.has(section)) };
}

interface ReturnScopeProps {
  budget: Budget;
  openComments: readonly ReviewComment[];
  /** What a remark is on, null: the whole. */
  nameOf: (comment: ReviewComment) => string | null;
  scope: Scope;
  onChange: (scope: Scope) => void;
}

/** 全部退回, or some sections while the others stay locked; and the remarks that go with the return. */
export function ReturnScope({ budget, openComments, nameOf, scope, onChange }: ReturnScopeProps) {
  const groups = commentGroups(openComments, budget);
  const countOf = (section: Section) => groups.find((group) => group.section === section)?.comments.length ?? 0;
  return (
    <Stack gap="sm">
      <Radio.Group
        label="退回范围"
        value={scope.kind}
        onChange={(kind) => onChange({ ...scope, kind: kind === 'some' ? 'some' : 'all' })}
      >
        <Stack gap={6} mt={4}>
          <Radio value="all" label="全部退回：单位可以修改所有内容" />
          <Radio value="some" label="只退回部分内容：其余部分锁定，单位不能改动" />
        </Stack>
      </Radio.Group>
      {scope.kind === 'some' && (
        <Checkbox.Group
          aria-label="要修改的部分"
          value={[...scope.sections]}
          onChange={(chosen) => onChange({ ...scope, sections: SECTIONS.filter((each) => chosen.includes(each)) })}
        >
          <div className={styles.sections}>
            {SECTIONS.map((section) => (
              <Checkbox
                key={section}
                value={section}
                label={`${SECTION_LABELS[section]}${countOf(section) > 0 ? `（${countOf(section)} 条意见）` : ''}`}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
      {groups.length > 0 && (
        <Alert color="blue" title={`随退回送达的未解决意见（${openComments.length} 条）`}>
          <div className={styles.comments}>
            {groups.map(({ label, comments }) => (
              <section key={label} aria-label={label}>
                <Text size="sm" fw={600}>
                  {label} {comments.length} 条
                </Text>
                {comments.map((comment) => (
                  <Text key={comment.id} size="sm" lineClamp={2} ps="md">
                    {nameOf(comment) !== null && <b>{nameOf(comment)}：</b>}
                    {comment.text}
                  </Text>
                ))}
              </section>
            ))}
          </div>
        </Alert>
      )}
    </Stack>
  );
}

/** In the order of the screens, what is on no section alone at the end. */
function commentGroups(comments: readonly ReviewComment[], budget: Budget) {
  return [...SECTIONS, null]
    .map((section) => ({
      section,
      label: section === null ? '整体意见' : SECTION_LABELS[section],
      comments: comments.filter((comment) => sectionOfComment(comment, budget) === section),
    }))
    .filter((group) => group.comments.length > 0);
}
