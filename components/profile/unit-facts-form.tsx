'use client';

import type { ReactNode } from 'react';
import { useDraft } from '@/components/workspace/draft-context.tsx';
import { DraftInput, DraftTextarea } from '@/components/workspace/fields/draft-inputs.tsx';
import { NarrativePreview } from './narrative-preview.tsx';
import styles from './narrative-section.module.css';
import { countField, dutiesField, monthField, namesField, narrativeField, termsField } from './profile-fields.ts';

/** Facts and words that a unit enters at the left, the document they become at the right. */
export function UnitFactsForm() {
  return (
    <div className={styles.columns}>
      <div className={styles.form}>
        <UnitFacts />
        <Words />
      </div>
      <NarrativePreview />
    </div>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

function UnitFacts() {
  const { profile } = useDraft().budget;
  return (
    <>
      <Group title="人员（没有的填 0）">
        <div className={styles.numbers}>
          <DraftInput field={monthField(profile, 'staffAsOf', '统计截至')} placeholder="2022-12" />
          <DraftInput align="end" suffix="人" field={countField(profile, 'staffOnPost', '在编在岗')} />
          <DraftInput align="end" suffix="人" field={countField(profile, 'staffRetired', '退休')} />
          <DraftInput
            align="end"
            suffix="人"
            field={countField(profile, 'retiredSincePriorBudget', '较上年新增退休')}
          />
        </div>
      </Group>
      <Group title="车辆（没有的填 0）">
        <div className={styles.numbers}>
          <DraftInput field={monthField(profile, 'vehiclesAsOf', '统计截至')} placeholder="2022-12" />
          <DraftInput align="end" suffix="辆" field={countField(profile, 'vehiclesTotal', '总数')} />
          <DraftInput align="end" suffix="辆" field={countField(profile, 'vehiclesGeneral', '一般公务用车')} />
          <DraftInput align="end" suffix="辆" field={countField(profile, 'vehiclesLawEnforcement', '执法执勤用车')} />
          <DraftInput align="end" suffix="辆" field={countField(profile, 'vehiclesPlannedPurchase', '计划购置')} />
        </div>
      </Group>
      <Group title="机构">
        <div className={styles.pair}>
          <DraftTextarea rows={4} field={namesField(profile, 'divisions', '内设科室（一行一个）')} />
          <DraftTextarea rows={4} field={namesField(profile, 'institutions', '下设事业单位（一行一个）')} />
        </div>
      </Group>
    </>
  );
}

function Words() {
  const { profile } = useDraft().budget;
  return (
    <>
      <Group title="职能职责">
        <DraftInput field={narrativeField(profile, 'shortName', '单位简称')} description="不填则用全称" />
        <DraftTextarea rows={3} field={narrativeField(profile, 'dutyIntroduction', '职能概述')} />
        <DraftTextarea rows={6} field={dutiesField(profile)} />
      </Group>
      <Group title="增减原因与用途">
        <DraftInput
          field={narrativeField(profile, 'changeReason', '收支总额增减的原因')}
          description="接在“主要原因是”之后，不带句号"
          placeholder="例如：退休3人"
        />
        <DraftTextarea rows={2} field={narrativeField(profile, 'basicUse', '基本支出主要用途')} />
        <DraftTextarea rows={2} field={narrativeField(profile, 'operatingUse', '机关运行经费主要用途')} />
      </Group>
      <Group title="补充说明（可不填）">
        <DraftTextarea rows={2} field={narrativeField(profile, 'procurementText', '政府采购补充说明')} />
        <DraftTextarea rows={2} field={narrativeField(profile, 'performanceText', '绩效管理补充说明')} />
        <DraftTextarea rows={2} field={narrativeField(profile, 'assetsText', '国有资产补充说明')} />
      </Group>
      <Group title="名词解释与咨询方式">
        <DraftTextarea rows={5} field={termsField(profile)} />
        <div className={styles.pair}>
          <DraftInput
            field={narrativeField(profile, 'contactOffice', '公开咨询科室')}
            description="填科室名称，不填个人姓名"
          />
          <DraftInput field={narrativeField(profile, 'contactPhone', '联系电话')} description="固定电话，带区号" />
        </div>
      </Group>
    </>
  );
}
