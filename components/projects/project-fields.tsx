'use client';

import { NativeSelect, type NativeSelectProps, TextInput } from '@mantine/core';
import dynamic from 'next/dynamic';
import { CodeField } from '@/components/budget-lines/code-field.tsx';
import { patiently } from '@/components/ui/patiently.ts';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftInput, DraftTextarea } from '@/components/workspace/fields/draft-inputs.tsx';
import { mapOk, readText } from '@/components/workspace/fields/field-values.ts';
import type { DraftField } from '@/components/workspace/fields/use-draft-field.ts';
import type { Change } from '@/lib/domain/budget/changes.ts';
import {
  PROJECT_CATEGORIES,
  PROJECT_CATEGORY_LABELS,
  PROJECT_GROUP_LABELS,
  PROJECT_NATURE_LABELS,
  PROJECT_NATURES,
  type Project,
  type ProjectGroup,
} from '@/lib/domain/projects/project.ts';
import { fieldLabel } from '@/lib/messages/field-labels.ts';
import { MAX_LENGTH } from '@/lib/schemas/max-length.ts';
import styles from './project-fields.module.css';

const ProjectAttachments = dynamic(
  () =>
    patiently(() => import('@/components/attachments/project-attachments.tsx')).then(
      (module) => module.ProjectAttachments,
    ),
  { ssr: false },
);

const ObjectiveNumbers = dynamic(
  () => patiently(() => import('./objective-numbers.tsx')).then((module) => module.ObjectiveNumbers),
  { ssr: false },
);

type TextField = 'name' | 'start' | 'duration' | 'supervisingDepartment' | 'implementingUnit';
type ParagraphField = 'overview' | 'basis' | 'annualObjective';

const GROUPS: readonly ProjectGroup[] = ['INITIAL', 'SUPERIOR'];

const CATEGORY_GROUPS = GROUPS.map((group) => ({
  group: PROJECT_GROUP_LABELS[group],
  items: PROJECT_CATEGORIES.filter((category) => PROJECT_CATEGORY_LABELS[category].group === group).map((category) => ({
    value: category,
    label: PROJECT_CATEGORY_LABELS[category].label,
  })),
}));

const NATURES = PROJECT_NATURES.map((nature) => ({ value: nature, label: PROJECT_NATURE_LABELS[nature] }));

/** What annexes 10 and 12 say of a project in words. */
export function ProjectFields({ project }: { project: Project }) {
  const { edit } = useDraft();
  const textField = (field: TextField | ParagraphField, label: string, maxLength: number): DraftField => ({
    rowKey: project.key,
    field,
    label,
    text: project[field],
    write: (text) => mapOk(readText(text, maxLength), (value) => updateProject(project, { [field]: value })),
  });
  const choose = (field: 'category' | 'nature', value: string) =>
    edit(updateProject(project, { [field]: value }), `修改${fieldLabel(field)}`);
  return (
    <div className={styles.fields}>
      <div className={styles.wide}>
        <DraftInput
          field={{ ...textField('name', '项目名称', MAX_LENGTH.name), takesFocus: project.name === '' }}
          placeholder="例如：信访系统运行维护"
        />
      </div>
      <div className={styles.wide}>
        <CodeField
          kind="functional"
          rowKey={project.key}
          field="functionCode"
          label="功能科目"
          code={project.functionCode}
          write={(functionCode) => updateProject(project, { functionCode })}
        />
      </div>
      <Choice
        label="项目类别"
        value={project.category}
        text={PROJECT_CATEGORY_LABELS[project.category].label}
        data={CATEGORY_GROUPS}
        onChoose={(category) => choose('category', category)}
      />
      <Choice
        label="项目属性"
        value={project.nature}
        text={PROJECT_NATURE_LABELS[project.nature]}
        data={NATURES}
        onChoose={(nature) => choose('nature', nature)}
      />
      <DraftInput field={textField('start', '项目起始时间', MAX_LENGTH.label)} placeholder="例如：2023年1月" />
      <DraftInput
        field={textField('duration', '项目终止时间', MAX_LENGTH.label)}
        placeholder="年月，或常年项目的“长期”"
      />
      <div className={styles.wide}>
        <DraftInput field={textField('supervisingDepartment', '主管部门', MAX_LENGTH.name)} />
      </div>
      <div className={styles.wide}>
        <DraftInput field={textField('implementingUnit', '实施单位', MAX_LENGTH.name)} />
      </div>
      <div className={styles.paragraphs}>
        <DraftTextarea
          rows={3}
          field={textField('overview', '项目概况', MAX_LENGTH.paragraph)}
          placeholder="做什么、为什么做、怎么做"
        />
        <div className={styles.stack}>
          <DraftTextarea
            rows={3}
            field={textField('basis', '立项依据', MAX_LENGTH.paragraph)}
            placeholder="文件名称和文号"
          />
          <ProjectAttachments projectKey={project.key} />
        </div>
        <div>
          <DraftTextarea
            rows={3}
            field={textField('annualObjective', '当年绩效目标', MAX_LENGTH.paragraph)}
            placeholder="当年要达到的结果，与下面的绩效指标一致"
          />
          <ObjectiveNumbers project={project} />
        </div>
      </div>
    </div>
  );
}

interface ChoiceProps {
  label: string;
  value: string;
  /** The value in words. */
  text: string;
  data: NativeSelectProps['data'];
  onChoose: (value: string) => void;
}

/** One of a few words; where nothing can be changed, the word. */
function Choice({ label, value, text, data, onChoose }: ChoiceProps) {
  const { readOnly } = useDraft();
  if (readOnly) return <TextInput label={label} value={text} readOnly />;
  return (
    <NativeSelect label={label} value={value} data={data} onChange={(event) => onChoose(event.currentTarget.value)} />
  );
}

function updateProject({ key }: Project, fields: Partial<Omit<Project, 'key'>>): readonly Change[] {
  return [{ op: 'update', collection: 'projects', key, fields }];
}
