import { CHONGQING_PHRASES } from './chongqing-phrases.ts';
import type { NarrativeTemplate, SectionTemplate, TemplateText } from './template.ts';

/**
 * The six-part 部门预算情况说明 in the order that 财预〔2016〕143号 asks for. The sentences are our own; figures and the
 * unit's own words are filled in.
 */

function phrase(name: string): TemplateText {
  return { phrase: name };
}

/** `，比2022年增加2万元` / `，与2022年持平`; nothing where last year's figure is unknown. */
function change(name: string): TemplateText {
  return { when: { known: `change.${name}` }, say: ['，', phrase(`versus.${name}`)] };
}

/** As `change`, with the percentage where last year's figure gives a base for one. */
function changeInPercent(name: string): TemplateText {
  return { when: { known: `change.${name}` }, say: ['，', phrase(`versusInPercent.${name}`)] };
}

/** `，基本支出减少14.21万元`; nothing where there is no change or none is known. */
function part(label: string, name: string): TemplateText {
  return {
    when: { any: [{ positive: `change.${name}` }, { negative: `change.${name}` }] },
    say: [`，${label}`, phrase(`moved.${name}`)],
  };
}

/** The change of the whole budget and what it comes from: `收入较上年减少14.21万元，主要是…，基本支出减少14.21万元`. */
function changeOfWhole(subject: string): TemplateText {
  return [
    subject,
    phrase('versusLastYear.total'),
    {
      when: { nought: 'change.total' },
      say: '',
      otherwise: [
        { when: { words: 'changeReason' }, say: ['，主要是', phrase('reason.total')] },
        part('基本支出', 'basic'),
        part('项目支出', 'project'),
      ],
    },
  ];
}

/** Last year's figures are of the general public budget alone; where there is other money, the sentence says so. */
function changeOf(subject: string, generalSubject: string): TemplateText {
  return {
    when: { listed: 'otherMoney' },
    say: changeOfWhole(generalSubject),
    otherwise: changeOfWhole(subject),
  };
}

const INSTITUTIONS: TemplateText = [
  '下设{org.institutions}个事业单位，即：',
  { each: 'institutions', text: '{=name}', join: '、' },
];

/** Divisions and institutions; nothing is said of what has not been entered. */
const ORGANISATION: TemplateText = {
  when: { listed: 'divisions' },
  say: [
    '{=shortName}内设{org.divisions}个职能科室，即：',
    { each: 'divisions', text: '{=name}', join: '、' },
    { when: { listed: 'institutions' }, say: ['；', INSTITUTIONS] },
    '。',
  ],
  otherwise: { when: { listed: 'institutions' }, say: ['{=shortName}', INSTITUTIONS, '。'] },
};

const UNIT_FACTS: SectionTemplate = {
  heading: '一、单位基本情况',
  sections: [
    {
      heading: '（一）职能职责。',
      paragraphs: [
        {
          id: 'duty-introduction',
          name: '职能概述',
          when: { words: 'dutyIntroduction' },
          text: '{=dutyIntroduction}',
          input: 'dutyIntroduction',
        },
        { id: 'duty', name: '职责', each: 'duties', text: '{=number}.{=duty}', input: 'duties' },
      ],
    },
    {
      heading: '（二）单位构成。',
      paragraphs: [
        {
          id: 'composition',
          name: '单位构成',
          when: {
            any: [
              { listed: 'severalUnits' },
              { listed: 'divisions' },
              { listed: 'institutions' },
              { known: 'staff.onPost' },
            ],
          },
          text: [
            {
              when: { listed: 'severalUnits' },
              say: [
                '本部门预算由{org.units}个预算单位组成，即：',
                { each: 'severalUnits', text: '{=name}', join: '、' },
                '。',
              ],
            },
            ORGANISATION,
            {
              when: { known: 'staff.onPost' },
              say: [
                { when: { known: 'staff.asOfYear' }, say: '截至{staff.asOfYear}年{staff.asOfMonth}月，' },
                '{=shortName}在编在岗人员{staff.onPost}人',
                { when: { known: 'staff.retired' }, say: '，退休人员{staff.retired}人' },
                '。',
              ],
            },
          ],
        },
      ],
    },
  ],
};

const WHOLE: SectionTemplate = {
  heading: '二、部门收支总体情况',
  paragraphs: [
    {
      id: 'revenue',
      name: '收入预算',
      lead: '（一）收入预算：',
      text: [
        '{year}年年初预算数{revenue.total}万元',
        {
          when: { listed: 'revenueSources' },
          say: ['，其中：', { each: 'revenueSources', text: '{=label}{item}万元', join: '，' }],
        },
        { when: { known: 'change.total' }, say: ['，', changeOf('收入', '其中一般公共预算拨款')] },
        '。',
        { when: { nought: 'revenue.fund' }, say: '（{=scope}无政府性基金预算收入）' },
      ],
    },
    {
      id: 'expenditure',
      name: '支出预算',
      lead: '（二）支出预算：',
      text: [
        '{year}年年初预算数{expenditure.total}万元',
        {
          when: { listed: 'functionClasses' },
          say: ['，其中：', { each: 'functionClasses', text: '{=label}{item}万元', join: '，' }],
        },
        '。',
        { when: { positive: 'carryForward.total' }, say: '另有结转下年{carryForward.total}万元。' },
        { when: { known: 'change.total' }, say: [changeOf('支出', '一般公共预算财政拨款支出'), '。'] },
      ],
    },
  ],
};

const GENERAL_BUDGET: SectionTemplate = {
  heading: '三、部门预算情况说明',
  paragraphs: [
    {
      id: 'general-budget',
      name: '一般公共预算收支',
      text: [
        '{year}年一般公共预算财政拨款收入{revenue.general}万元，',
        '一般公共预算财政拨款支出{expenditure.general}万元',
        change('total'),
        '。其中：基本支出{basic.general}万元',
        change('basic'),
        {
          when: {
            all: [{ words: 'changeReason' }, { any: [{ positive: 'change.basic' }, { negative: 'change.basic' }] }],
          },
          say: ['，主要原因是', phrase('reason.total')],
        },
        { when: { words: 'basicUse' }, say: '，主要用于{=basicUse}' },
        '；项目支出{project.general}万元',
        change('project'),
        '。',
        { when: { nought: 'fund.total' }, say: '（{=organisation}{year}年没有使用政府性基金预算财政拨款安排的支出）' },
      ],
    },
    {
      id: 'government-fund',
      name: '政府性基金预算',
      when: { positive: 'fund.total' },
      text: [
        '{year}年政府性基金预算财政拨款支出{fund.total}万元，',
        '其中：基本支出{fund.basic}万元，项目支出{fund.project}万元。',
      ],
    },
    {
      id: 'state-capital',
      name: '国有资本经营预算',
      when: { positive: 'capital.total' },
      text: '{year}年国有资本经营预算财政拨款支出{capital.total}万元。',
    },
  ],
};

const THREE_PUBLIC: SectionTemplate = {
  heading: '四、“三公”经费情况说明',
  paragraphs: [
    {
      id: 'three-public',
      name: '“三公”经费',
      text: [
        '{year}年“三公”经费预算{threePublic.total}万元',
        changeInPercent('threePublic.total'),
        '。其中：',
        {
          when: { nought: 'threePublic.overseasTrips' },
          say: '未安排因公出国（境）费用',
          otherwise: '因公出国（境）费用{threePublic.overseasTrips}万元',
        },
        changeInPercent('threePublic.overseasTrips'),
        '；公务接待费{threePublic.receptions}万元',
        changeInPercent('threePublic.receptions'),
        '；公务用车运行维护费{threePublic.vehicleRunning}万元',
        changeInPercent('threePublic.vehicleRunning'),
        '；公务用车购置费{threePublic.vehiclePurchase}万元',
        changeInPercent('threePublic.vehiclePurchase'),
        '。',
      ],
    },
  ],
};

/** The kinds of vehicles: a kind with none is said in words. */
const VEHICLES: TemplateText = {
  when: { positive: 'vehicles.total' },
  say: [
    '{=vehicleOwner}共有车辆{vehicles.total}辆',
    {
      when: { known: 'vehicles.general' },
      say: {
        when: { nought: 'vehicles.general' },
        say: '，其中无一般公务用车',
        otherwise: '，其中一般公务用车{vehicles.general}辆',
      },
    },
    {
      when: { known: 'vehicles.lawEnforcement' },
      say: {
        when: { nought: 'vehicles.lawEnforcement' },
        say: '、无执法执勤用车',
        otherwise: '、执法执勤用车{vehicles.lawEnforcement}辆',
      },
    },
    { when: { positive: 'vehicles.other' }, say: '、其他用车{vehicles.other}辆' },
  ],
  otherwise: '{=vehicleOwner}没有公务用车',
};

const OTHER_MATTERS: SectionTemplate = {
  heading: '五、其他重要事项的情况说明',
  paragraphs: [
    {
      id: 'operating',
      name: '机关运行经费',
      lead: '1.机关运行经费。',
      replacedBy: 'operatingText',
      text: {
        when: { listed: 'operatingUnits' },
        say: {
          when: { nought: 'operating' },
          say: '{year}年未安排机关运行经费。',
          otherwise: [
            '{year}年一般公共预算财政拨款安排机关运行经费{operating}万元',
            change('operating'),
            { when: { words: 'operatingUse' }, say: '，主要用于{=operatingUse}' },
            '。',
          ],
        },
        otherwise: {
          when: { listed: 'severalUnits' },
          say: '本部门所属单位均为事业单位，无机关运行经费。',
          otherwise: '本单位为事业单位，无机关运行经费。',
        },
      },
    },
    {
      id: 'procurement',
      name: '政府采购情况',
      lead: '2.政府采购情况。',
      text: [
        {
          when: { nought: 'procurement.total' },
          say: '{year}年未编制政府采购预算。',
          otherwise: [
            '{year}年政府采购预算{procurement.total}万元，其中：',
            { each: 'procurementKinds', text: '{=label}{item}万元', join: '、' },
            '。',
          ],
        },
        '{=procurementText}',
      ],
    },
    {
      id: 'performance',
      name: '绩效目标设置情况',
      lead: '3.绩效目标设置情况。',
      text: [
        {
          when: { nought: 'project.count' },
          say: '{year}年未安排项目支出，无项目绩效目标。',
          otherwise: [
            {
              when: { nought: 'performance.unmanaged' },
              say: '{year}年项目支出全部实行绩效目标管理',
              otherwise: '{year}年对{performance.projects}个项目实行绩效目标管理',
            },
            '，涉及一般公共预算当年财政拨款{performance.amount}万元',
            { when: { positive: 'performance.other' }, say: '、其他资金{performance.other}万元' },
            '。',
          ],
        },
        '{=performanceText}',
      ],
    },
    {
      id: 'state-assets',
      name: '国有资产占有使用情况',
      lead: '4.国有资产占有使用情况。',
      text: [
        {
          when: { known: 'vehicles.total' },
          say: [
            { when: { known: 'vehicles.asOfYear' }, say: '截至{vehicles.asOfYear}年{vehicles.asOfMonth}月，' },
            VEHICLES,
            '。',
          ],
        },
        {
          when: { nought: 'vehicles.plannedPurchase' },
          say: '{year}年一般公共预算未安排购置车辆。',
        },
        {
          when: { positive: 'vehicles.plannedPurchase' },
          say: '{year}年一般公共预算安排购置车辆{vehicles.plannedPurchase}辆。',
        },
        '{=assetsText}',
      ],
    },
  ],
};

export const CHONGQING_NARRATIVE: NarrativeTemplate = {
  titleLines: ['{=organisation}', '{year}年部门预算情况说明'],
  sections: [
    UNIT_FACTS,
    WHOLE,
    GENERAL_BUDGET,
    THREE_PUBLIC,
    OTHER_MATTERS,
    {
      heading: '六、专业性名词解释',
      paragraphs: [
        {
          id: 'term',
          name: '名词解释',
          each: 'terms',
          lead: '（{=ordinal}）{=term}：',
          text: '{=definition}',
          input: 'terms',
        },
      ],
    },
  ],
  closing: [
    {
      id: 'contact',
      name: '咨询方式',
      when: { any: [{ words: 'contactOffice' }, { known: 'contact.phone' }] },
      text: [
        {
          when: { words: 'contactOffice' },
          say: '部门预算公开咨询科室：{=contactOffice}',
          otherwise: '部门预算公开咨询',
        },
        { when: { known: 'contact.phone' }, say: '　联系电话：{contact.phone}' },
      ],
    },
  ],
  phrases: CHONGQING_PHRASES,
};
