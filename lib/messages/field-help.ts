/** What a field is for, and the rule behind it where there is one. */
export interface FieldHelp {
  readonly text: string;
  readonly rule?: string;
}

const CLASSIFICATION = '政府收支分类科目（当年版）';
const OPENNESS = '地方预决算公开操作规程（财预〔2016〕143号）';
const PERFORMANCE = '项目支出绩效目标管理（财预〔2015〕88号、财预〔2021〕101号）';
const INTEGRATION = '预算管理一体化规范（财办〔2020〕13号）';

/** By list and field (`projects.name`), or by the field alone where it means the same in every list (`*.source`). */
const HELP: Readonly<Record<string, FieldHelp>> = {
  '*.source': {
    text: '这笔钱从哪里来。前三种是财政拨款，计入{fiscalBalance}等财政拨款各表；其余来源只计入{wholeBalance}等部门收支各表。',
    rule: '中华人民共和国预算法第五条',
  },
  '*.carriedOver': {
    text: '使用上年结转资金的填“是”：计入{fiscalBalance}、{wholeBalance}、{revenue}、{expenditure}，不计入{generalByFunction}、{basicByEconomic}、{threePublic}、{fundByFunction}。',
    rule: OPENNESS,
  },
  '*.functionCode': {
    text: '支出功能分类科目，填到“项”（7 位）。可输入编码、名称或拼音首字母。',
    rule: CLASSIFICATION,
  },
  '*.economicCode': {
    text: '部门预算支出经济分类科目，填到“款”（5 位）。301、303 为人员经费，302、310 为公用经费。',
    rule: CLASSIFICATION,
  },
  '*.amountFen': { text: '以元或万元填写均可，右上角切换；系统精确到分保存，公开时折算为万元并保留两位小数。' },
  '*.note': { text: '只供编制和审核时参考，不对外公开。' },
  'revenue.functionCode': {
    text: '收入指明用于哪一项支出时填写；没有指明的留空，{revenue}按支出的科目列示。',
    rule: CLASSIFICATION,
  },
  'revenue.amountFen': {
    text: '各来源收入加上年结转，应等于全部支出加结转下年，合计和分来源都要相等。',
    rule: '收支平衡',
  },
  'carryForward.amountFen': { text: '预计年末未用完、结转下年继续使用的资金；没有的不必填。' },
  'projects.name': {
    text: '项目全称，单位内不得重名；{projects}和{projectSheets}使用同一个名称。',
    rule: INTEGRATION,
  },
  'projects.functionCode': {
    text: '项目支出的功能分类科目，填到“项”；项目下的支出明细随之归入该科目。',
    rule: CLASSIFICATION,
  },
  'projects.category': { text: '年初特定目标或上级专项中的一类，决定项目金额列入{projects}的哪一列。' },
  'projects.nature': { text: '常年项目每年都有，不填终止日期；一次性项目不超过一年；延续项目跨年实施。' },
  'projects.start': { text: '首次安排的年度，例如 2023年。' },
  'projects.duration': { text: '终止日期，例如 2023-12-31；常年项目可写实施期限，例如 1年。' },
  'projects.supervisingDepartment': { text: '主管部门的编码和名称，例如 309-信访办。' },
  'projects.implementingUnit': { text: '具体实施项目的单位。' },
  'projects.overview': { text: '做什么、为什么做、怎么做、谁受益，两三句话说清。', rule: PERFORMANCE },
  'projects.basis': {
    text: '写明文件名称和文号；请示不能作为依据。文件可作为附件上传。',
    rule: PERFORMANCE,
  },
  'projects.annualObjective': {
    text: '当年要达到的结果，要可衡量；其中的数字应与下面的绩效指标一致。',
    rule: PERFORMANCE,
  },
  'indicators.level1': { text: '产出、成本、效益、满意度四类。', rule: PERFORMANCE },
  'indicators.level2': {
    text: '产出分数量、质量、时效；成本分经济、社会、生态环境；效益分经济、社会、生态、可持续影响。',
    rule: PERFORMANCE,
  },
  'indicators.level3': { text: '具体衡量什么，用自己的话写，要与项目内容直接相关。', rule: PERFORMANCE },
  '*.comparison': { text: '指标值怎样算完成：等于、大于、不少于、不超过；不能用数字衡量的选“定性”。' },
  '*.targetValue': { text: '只填数字；定性指标填文字，例如 良好。度量单位填在旁边一列。' },
  '*.unitOfMeasure': { text: '件、次、人、%、万元等。成本指标以元或万元为单位时，系统自动与项目金额核对。' },
  'indicators.weight': {
    text: '整数。一个项目各指标的权重合计应等于年度设置（通常 90，另 10 分属于预算执行率）。',
    rule: '财预〔2020〕10号',
  },
  'overallIndicators.weight': { text: '整数，单位整体绩效指标的权重合计应为 100。' },
  'overallIndicators.name': { text: '单位整体要完成的主要任务，与职能和年度重点工作对应。', rule: PERFORMANCE },
  'overallIndicators.type': { text: '数量、质量、时效、成本、效益或满意度指标。' },
  'goals.text': { text: '单位当年的整体目标，一条一句。', rule: PERFORMANCE },
  'procurement.category': {
    text: '货物、工程、服务三类，对应{procurement}的三行。',
    rule: '中华人民共和国政府采购法第二条',
  },
  'procurement.item': { text: '采购什么，细化到品目，例如 复印纸、物业管理服务。' },
  'procurement.amountFen': {
    text: '是已列支出的一部分，不得超过同一来源的支出。',
    rule: '中华人民共和国政府采购法第三十三条',
  },
  'priorYear.functionCode': { text: '上年科目如已改编，填本年对应的新科目。', rule: CLASSIFICATION },
  'priorYear.amountFen': { text: '上年经批复的年初预算数（一般公共预算财政拨款），不是执行数。', rule: OPENNESS },
  'staff.kind': { text: '决定适用哪些支出标准：行政、参公、工勤、事业、退休、编外。' },
  'staff.grade': { text: '职级或岗位等级，同一等级合并成一行，只登记人数，不登记姓名。' },
  'staff.authorisedPosts': { text: '机构编制部门核定的编制数。' },
  'staff.headCount': { text: '编制时点的实有人数，测算按此计算。' },
  'staff.monthlyBasePayFen': { text: '职务（岗位）工资与级别（薪级）工资之和，按人按月的平均数。' },
  'staff.monthlyAllowanceFen': { text: '行政、参公为津贴补贴，事业为绩效工资，按人按月的平均数。' },
  'staff.yearlyBonusFen': { text: '年终一次性奖金等，按人按年的平均数。' },
  'staff.monthlyTransportFen': { text: '公务交通补贴，按人按月的标准。' },
  'reasons.kind': { text: '人员、政策、标准、一次性因素、项目增减或其他。', rule: OPENNESS },
  'reasons.amountFen': { text: '这项原因影响的金额，减少填负数；各项合计应等于增减额。', rule: OPENNESS },
  'reasons.people': { text: '因人员增减引起的，填增减人数，减少填负数，例如 -3。' },
  'reasons.text': { text: '发生了什么，例如 退休3人；公开的说明文字会用到。' },
  'passages.text': {
    text: '公开文字的一段。带底色的数据随表格自动更新，Alt+I 插入；手写的数字在表中找不到时会加下划线。',
    rule: OPENNESS,
  },
  'profile.staffAsOf': { text: '人员数统计到哪个月，写成 2022-12。' },
  'profile.staffOnPost': { text: '在编在岗人数，应与人员编制登记一致。' },
  'profile.staffRetired': { text: '由本单位负担支出的退休人数。' },
  'profile.retiredSincePriorBudget': { text: '比编上年预算时多出的退休人数，说明文字用它解释人员经费的变化。' },
  'profile.divisions': { text: '内设科室，一行一个。', rule: OPENNESS },
  'profile.institutions': { text: '下设事业单位，一行一个；没有的留空。', rule: OPENNESS },
  'profile.vehiclesAsOf': { text: '车辆数统计到哪个月，写成 2022-12。' },
  'profile.vehiclesTotal': { text: '实有公务用车总数，应等于各类车辆之和。', rule: OPENNESS },
  'profile.vehiclesGeneral': { text: '一般公务用车数。' },
  'profile.vehiclesLawEnforcement': { text: '执法执勤用车数。' },
  'profile.vehiclesPlannedPurchase': { text: '当年计划购置的车辆数；大于 0 时须列有 31013 公务用车购置。' },
  'profile.priorThreePublic.overseasTripsFen': { text: '上年因公出国（境）费年初预算，没有的填 0。', rule: OPENNESS },
  'profile.priorThreePublic.vehiclePurchaseFen': { text: '上年公务用车购置费年初预算，没有的填 0。', rule: OPENNESS },
  'profile.priorThreePublic.vehicleRunningFen': {
    text: '上年公务用车运行维护费年初预算，没有的填 0。',
    rule: OPENNESS,
  },
  'profile.priorThreePublic.receptionsFen': { text: '上年公务接待费年初预算，没有的填 0。', rule: OPENNESS },
  'profile.priorProjectTotalFen': { text: '上年项目支出的年初预算，用来分别比较基本支出和项目支出。' },
  'profile.priorOperatingFen': { text: '上年机关运行经费：行政和参公单位基本支出中的日常公用经费。', rule: OPENNESS },
  'profile.narrative.shortName': { text: '公开文字中对本单位的简称，例如 区信访办；留空则用全称。' },
  'profile.narrative.dutyIntroduction': { text: '职能职责的开头一句。', rule: OPENNESS },
  'profile.narrative.duties': { text: '主要职责，一行一条，编号自动生成。', rule: OPENNESS },
  'profile.narrative.changeReason': {
    text: '收支总额比上年增减的原因；留空则采用“上年数”中对总额填写的原因。',
    rule: OPENNESS,
  },
  'profile.narrative.basicUse': { text: '基本支出主要用于什么，接在金额之后成句。' },
  'profile.narrative.operatingUse': { text: '机关运行经费主要用于什么，接在金额之后成句。', rule: OPENNESS },
  'profile.narrative.operatingText': {
    text: '自拟机关运行经费一段时填写；其中的金额会与{basicByEconomic}核对。',
    rule: OPENNESS,
  },
  'profile.narrative.procurementText': { text: '政府采购情况的补充说明，没有的留空。' },
  'profile.narrative.performanceText': { text: '预算绩效管理情况的补充说明，没有的留空。' },
  'profile.narrative.assetsText': { text: '国有资产占有使用情况的补充说明，没有的留空。' },
  'profile.narrative.terms': { text: '专业名词解释，一行一条，写成“名词：解释”；留空则用通用解释。' },
  'profile.narrative.contactOffice': { text: '接受咨询的科室名称，不写个人姓名。', rule: OPENNESS },
  'profile.narrative.contactPhone': { text: '咨询电话，例如 023-12345678。', rule: OPENNESS },
};

/**
 * Help on a field.
 *
 * @param list of the row the field belongs to, or `profile`
 * @param field as places of findings name it, e.g. `amountFen` or `narrative.duties`
 * @returns null for a computed column
 */
export function fieldHelp(list: string, field: string): FieldHelp | null {
  return HELP[`${list}.${field}`] ?? (list === 'profile' ? null : (HELP[`*.${field}`] ?? null));
}
