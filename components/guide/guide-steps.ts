/** One step of the guide: what happens in it, and what the clerk does. */
export interface GuideStep {
  readonly label: string;
  readonly text: string;
  readonly points: readonly string[];
  /** The page below the budget where it begins, and what the way there is called. */
  readonly path: string;
  readonly link: string;
}

/** The six steps from drafting to publication, as a clerk goes through them for the first time. */
export const GUIDE_STEPS: readonly GuideStep[] = [
  {
    label: '编制',
    text: '按左侧的顺序填收入、人员与测算、基本支出、项目、绩效目标、政府采购、上年数和单位情况。不必从空白开始。',
    points: [
      '可以从上年批复预算、Excel 工作簿、已公开的附件或数据包开始，写入前都能预览。',
      '表格与 Excel、WPS 互相复制粘贴；直接输入即覆盖，Ctrl+Z 撤销任何一步，按 ? 查看全部快捷键。',
      '填好一格就自动保存，顶部显示保存时间；断网时先存在本机，恢复后自动补存。',
    ],
    path: 'start',
    link: '选择从哪里开始',
  },
  {
    label: '校验',
    text: '合计、附件和勾稽关系随填随算。错误必须改正，提醒要写明理由，提示供参考。',
    points: ['F9 看全部问题，F8 跳到下一处。', 'F7 在旁边打开附件预览，点金额可找到它的来源。'],
    path: 'checks',
    link: '看看还有哪些问题',
  },
  {
    label: '送审',
    text: '没有错误、提醒都已说明后点“送审”。送审的版本冻结保存，不会再被改动。',
    points: ['还不能送审时，“送审”会列出缺什么，逐条点过去就能补。'],
    path: 'checks',
    link: '看送审还差什么',
  },
  {
    label: '审核',
    text: '财政局审核人逐行查看变化，可以在具体行上提意见，退回或者通过。',
    points: ['退回后系统自动开出下一版草稿，意见跟着具体的行走，改一条、回复一条。'],
    path: 'comments',
    link: '看审核意见',
  },
  {
    label: '批复',
    text: '审核通过后版本号固定，随时可以和以前任何一版对照。',
    points: ['谁在什么时候改了什么，都能在“版本与历史”里查到。'],
    path: 'history',
    link: '看版本与历史',
  },
  {
    label: '公开',
    text: '全部附件和情况说明一次导出，PDF、Excel、CSV、JSON 数字完全一致。',
    points: ['批复后 20 日内公开；未批复的版本导出时带有“草稿”字样。'],
    path: 'annexes',
    link: '预览附件',
  },
];
