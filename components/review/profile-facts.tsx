'use client';

import { Table, TableTbody, TableTd, TableTh, TableTr } from '@mantine/core';
import { useRowHistory } from '@/components/history/row-history-provider.tsx';
import type { UnitProfile } from '@/lib/domain/budget/profile.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import styles from './line-table.module.css';

/** The unit's facts and words, with those that changed since the version before marked. */
export function ProfileFacts({ profile, before }: { profile: UnitProfile; before: UnitProfile | null }) {
  const old = new Map(before ? factsOf(before).map(([, label, text]) => [label, text]) : []);
  const openHistory = useRowHistory();
  return (
    <Table withTableBorder withColumnBorders className={styles.table} aria-label="单位情况与说明文字">
      <TableTbody>
        {factsOf(profile).map(([field, label, text]) => {
          const changed = before !== null && old.get(label) !== text;
          return (
            <TableTr key={label} data-status={changed ? 'changed' : 'same'}>
              <TableTh scope="row" w={190}>
                {label}
              </TableTh>
              <TableTd style={{ whiteSpace: 'pre-line' }}>
                {changed && <del>{old.get(label) || '（空）'}</del>} {changed ? <ins>{text || '（空）'}</ins> : text}
              </TableTd>
              <TableTd className={styles.remark}>
                <button
                  type="button"
                  className={styles.button}
                  aria-label={`${label}的修改记录`}
                  onClick={() => openHistory({ collection: null, rowKey: '', field })}
                >
                  记录
                </button>
              </TableTd>
            </TableTr>
          );
        })}
      </TableTbody>
    </Table>
  );
}

const count = (value: number | null): string => value?.toString() ?? '';
const yuan = (amountFen: bigint | null): string => formatForEntry(amountFen, 'yuan');

function factsOf(profile: UnitProfile): [field: string, label: string, text: string][] {
  const { narrative, priorThreePublic } = profile;
  return [
    ['staffAsOf', '人员统计截止', profile.staffAsOf],
    ['staffOnPost', '在编在岗人员', count(profile.staffOnPost)],
    ['staffRetired', '退休人员', count(profile.staffRetired)],
    ['retiredSincePriorBudget', '较上年新增退休', count(profile.retiredSincePriorBudget)],
    ['divisions', '内设科室', profile.divisions.join('、')],
    ['institutions', '下设事业单位', profile.institutions.join('、')],
    ['vehiclesAsOf', '车辆统计截止', profile.vehiclesAsOf],
    ['vehiclesTotal', '车辆总数', count(profile.vehiclesTotal)],
    ['vehiclesGeneral', '一般公务用车', count(profile.vehiclesGeneral)],
    ['vehiclesLawEnforcement', '执法执勤用车', count(profile.vehiclesLawEnforcement)],
    ['vehiclesPlannedPurchase', '计划购置车辆', count(profile.vehiclesPlannedPurchase)],
    ['priorThreePublic.overseasTripsFen', '上年因公出国（境）费（元）', yuan(priorThreePublic.overseasTripsFen)],
    ['priorThreePublic.vehiclePurchaseFen', '上年公务用车购置费（元）', yuan(priorThreePublic.vehiclePurchaseFen)],
    ['priorThreePublic.vehicleRunningFen', '上年公务用车运行维护费（元）', yuan(priorThreePublic.vehicleRunningFen)],
    ['priorThreePublic.receptionsFen', '上年公务接待费（元）', yuan(priorThreePublic.receptionsFen)],
    ['priorProjectTotalFen', '上年项目支出（元）', yuan(profile.priorProjectTotalFen)],
    ['priorOperatingFen', '上年机关运行经费（元）', yuan(profile.priorOperatingFen)],
    ['narrative.shortName', '单位简称', narrative.shortName],
    ['narrative.dutyIntroduction', '职能概述', narrative.dutyIntroduction],
    ['narrative.duties', '职能职责', narrative.duties.join('\n')],
    ['narrative.changeReason', '增减原因', narrative.changeReason],
    ['narrative.basicUse', '基本支出用途', narrative.basicUse],
    ['narrative.operatingUse', '机关运行经费用途', narrative.operatingUse],
    ['narrative.operatingText', '机关运行经费自拟文字', narrative.operatingText],
    ['narrative.procurementText', '政府采购补充说明', narrative.procurementText],
    ['narrative.performanceText', '绩效管理补充说明', narrative.performanceText],
    ['narrative.assetsText', '国有资产补充说明', narrative.assetsText],
    ['narrative.terms', '名词解释', narrative.terms.map(({ term, definition }) => `${term}：${definition}`).join('\n')],
    ['narrative.contactOffice', '公开联系科室', narrative.contactOffice],
    ['narrative.contactPhone', '公开联系电话', narrative.contactPhone],
  ];
}
