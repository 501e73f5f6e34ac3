/** Remarks that a bureau makes often, as its shared templates: in our own words. */
export const SHARED_TEMPLATES: readonly { readonly title: string; readonly text: string }[] = [
  {
    title: '补充测算依据',
    text: '请补充“{项目}”的测算依据：写明数量、单价和文件文号，分项合计应与申报金额一致。',
  },
  { title: '指标值应量化', text: '绩效指标值应量化、可核对，请不要只写“有所提高”“进一步加强”等表述。' },
  { title: '指标与金额不匹配', text: '“{项目}”的产出指标与预算金额不匹配，请核对工作量，或相应调整金额。' },
  { title: '说明增减原因', text: '{栏目}与上年相比变动较大，请分项说明增减原因和金额。' },
  { title: '科目使用有误', text: '此处经济科目使用有误，建议改列{科目}，请核对后修改。' },
  { title: '压减一般性支出', text: '请按“过紧日子”要求压减一般性支出，{栏目}请再核减{金额}。' },
  { title: '采购预算应编尽编', text: '属于政府采购的支出应编尽编，请核对采购品目、数量和金额后补列。' },
  { title: '附立项文件', text: '请在“{项目}”中上传立项依据（批复、会议纪要或合同），没有依据的项目不予安排。' },
];
