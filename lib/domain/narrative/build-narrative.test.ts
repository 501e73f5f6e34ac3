import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Budget } from '../budget/budget.ts';
import { emptyBudget } from '../budget/empty-budget.ts';
import type { NarrativeInputs, UnitProfile } from '../budget/profile.ts';
import { anyUnits, sampleUnit } from '../fixtures/arbitrary-budget.ts';
import { SAMPLE_DEPARTMENT, SAMPLE_UNIT, sampleBudget, yuan } from '../fixtures/sample-budget.ts';
import { SAMPLE_EDITION } from '../fixtures/sample-edition.ts';
import { soundBudget } from '../fixtures/sound-budget.ts';
import { buildNarrative } from './build-narrative.ts';
import {
  type NarrativeDocument,
  type NarrativeParagraph,
  type NarrativeSection,
  paragraphText,
} from './narrative-document.ts';

function narrativeOf(...units: readonly Budget[]): NarrativeDocument {
  return buildNarrative({ units, department: SAMPLE_DEPARTMENT, year: 2023, edition: SAMPLE_EDITION });
}

function paragraphsOf({ sections, closing }: NarrativeDocument): readonly NarrativeParagraph[] {
  const of = (section: NarrativeSection): readonly NarrativeParagraph[] => [
    ...section.paragraphs,
    ...section.sections.flatMap(of),
  ];
  return [...sections.flatMap(of), ...closing];
}

function textOf(id: string, ...units: readonly Budget[]): string {
  const paragraph = paragraphsOf(narrativeOf(...units)).find((candidate) => candidate.id === id);
  return paragraph ? paragraphText(paragraph) : '';
}

function withProfile(budget: Budget, profile: Partial<UnitProfile>, words: Partial<NarrativeInputs> = {}): Budget {
  const narrative = { ...budget.profile.narrative, ...profile.narrative, ...words };
  return { ...budget, profile: { ...budget.profile, ...profile, narrative } };
}

function withPrior(budget: Budget, amountYuan: number): Budget {
  return {
    ...budget,
    priorYear: [{ key: 'prior', position: 1, functionCode: '2010308', amountFen: yuan(amountYuan) }],
  };
}

describe('its structure', () => {
  const document = narrativeOf(soundBudget());

  it('is the six parts in their order', () => {
    expect(document.titleLines).toEqual(['示例区信访办公室', '2023年部门预算情况说明']);
    expect(document.sections.map(({ heading }) => heading)).toEqual([
      '一、单位基本情况',
      '二、部门收支总体情况',
      '三、部门预算情况说明',
      '四、“三公”经费情况说明',
      '五、其他重要事项的情况说明',
      '六、专业性名词解释',
    ]);
    expect(document.sections[0]?.sections.map(({ level }) => level)).toEqual([2, 2]);
  });

  it('says nothing of an organisation that has not been entered', () => {
    const composition = (profile: Partial<UnitProfile>) => textOf('composition', withProfile(soundBudget(), profile));
    expect(composition({ divisions: [], institutions: ['投诉受理中心'] })).toMatch(
      /^区信访办下设1个事业单位，即：投诉受理中心。截至/,
    );
    expect(composition({ divisions: [], staffOnPost: null })).toBe('');
  });

  it('names each paragraph once', () => {
    const ids = paragraphsOf(document).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('stands for a budget of which nothing is known', () => {
    const empty = emptyBudget(SAMPLE_DEPARTMENT, SAMPLE_UNIT, 2023);
    expect(textOf('revenue', empty)).toBe('（一）收入预算：2023年年初预算数0万元。（本单位无政府性基金预算收入）');
    expect(textOf('performance', empty)).toBe('3.绩效目标设置情况。2023年未安排项目支出，无项目绩效目标。');
    expect(textOf('three-public', empty)).not.toMatch(/比|持平/);
    expect(paragraphsOf(narrativeOf(empty)).map(({ id }) => id)).not.toContain('contact');
  });

  it('stands for any budget: no name left open, no negative figure, sentences closed', () => {
    fc.assert(
      fc.property(anyUnits, (units) => {
        for (const paragraph of paragraphsOf(narrativeOf(...units))) {
          expect(paragraphText(paragraph)).not.toMatch(/[{}]|undefined|null|，，|。。|，。|：。/);
          for (const run of paragraph.runs) if (run.kind === 'figure') expect(run.text).toMatch(/^\d+(?:\.\d+)?$/);
        }
      }),
      { numRuns: 50 },
    );
  }, 30_000);
});

describe('changes on last year', () => {
  it('are a rise, a fall or none', () => {
    const sound = withProfile(soundBudget(), { priorProjectTotalFen: null });
    expect(textOf('general-budget', withPrior(sound, 1_000_000))).toContain('支出113万元，比2022年增加13万元');
    expect(textOf('general-budget', withPrior(sound, 1_150_000))).toContain('支出113万元，比2022年减少2万元');
    expect(textOf('general-budget', withPrior(sound, 1_130_000))).toContain('支出113万元，与2022年持平');
  });

  it('are not claimed where last year is unknown', () => {
    const unknown = withProfile(
      { ...soundBudget(), priorYear: [] },
      { priorProjectTotalFen: null, priorOperatingFen: null },
    );
    for (const id of ['revenue', 'expenditure', 'general-budget', 'operating']) {
      expect(textOf(id, unknown)).not.toMatch(/增加|减少|持平/);
    }
  });

  it('subtract the published figures, so that text and tables agree', () => {
    const budget = sampleBudget({
      basic: [{ amountFen: yuan(10_049) }],
      priorYear: [{ amountFen: yuan(5_051) }],
    });
    // Exactly 0.4998 万元; printed are 1.00 and 0.51.
    expect(textOf('general-budget', budget)).toContain('支出1万元，比2022年增加0.49万元');
  });

  it('give the unit’s reason with what it speaks of', () => {
    const reason = textOf('revenue', soundBudget());
    expect(reason).toContain('收入较上年增加4万元，主要是新增工作人员2名，基本支出增加3万元，项目支出增加1万元。');
  });

  it('speak of the general public budget alone where there is other money', () => {
    const sound = soundBudget();
    const line = {
      key: 'own',
      position: 9,
      source: 'BUSINESS',
      carriedOver: false,
      functionCode: '',
      note: '',
    } as const;
    const budget = { ...sound, revenue: [...sound.revenue, { ...line, amountFen: yuan(50_000) }] };
    expect(textOf('revenue', budget)).toContain(
      '2023年年初预算数118万元，其中：一般公共预算拨款113万元，事业收入5万元，其中一般公共预算拨款较上年增加4万元',
    );
  });
});

describe('三公', () => {
  it('has no percentage on a base of nil', () => {
    const prior = { overseasTripsFen: 0n, vehiclePurchaseFen: 0n, vehicleRunningFen: 0n, receptionsFen: yuan(8_000) };
    const text = textOf('three-public', withProfile(soundBudget(), { priorThreePublic: prior }));
    expect(text).toContain('公务接待费1万元，比2022年增加0.2万元，增长25%');
    expect(text).toContain('公务用车运行维护费2万元，比2022年增加2万元；');
    expect(text).toContain('未安排因公出国（境）费用，与2022年持平');
  });
});

describe('机关运行经费', () => {
  it('is the 日常公用经费 with its change', () => {
    expect(textOf('operating', soundBudget())).toBe(
      '1.机关运行经费。2023年一般公共预算财政拨款安排机关运行经费23万元，与2022年持平，主要用于办公费、公务接待费等。',
    );
  });

  it('is none in a public institution', () => {
    const sound = soundBudget();
    const institution = { ...sound, unit: { ...sound.unit, kind: 'PUBLIC_INSTITUTION' } } as const;
    expect(textOf('operating', institution)).toBe('1.机关运行经费。本单位为事业单位，无机关运行经费。');
  });

  it('is the unit’s own sentence where it has typed one, as plain words under our heading', () => {
    const own = withProfile(soundBudget(), {}, { operatingText: '1.机关运行经费。2023年机关运行经费23万元。' });
    const paragraph = paragraphsOf(narrativeOf(own)).find(({ id }) => id === 'operating');
    expect(paragraph).toEqual({
      id: 'operating',
      lead: '1.机关运行经费。',
      runs: [{ kind: 'text', text: '2023年机关运行经费23万元。' }],
    });
  });
});

describe('other matters', () => {
  it('states procurement by kind', () => {
    const budget = sampleBudget({
      procurement: [
        { category: 'GOODS', amountFen: yuan(30_000) },
        { category: 'SERVICES', amountFen: yuan(125_000) },
      ],
    });
    expect(textOf('procurement', budget)).toBe(
      '2.政府采购情况。2023年政府采购预算15.5万元，其中：货物类3万元、服务类12.5万元。',
    );
  });

  it('states the government fund, and what pays beside the general public budget', () => {
    const budget = sampleBudget({
      projects: [
        { functionCode: '2120803', lines: [{ source: 'GOVERNMENT_FUND', amountFen: yuan(80_000) }], indicators: [{}] },
      ],
    });
    expect(textOf('government-fund', budget)).toBe(
      '2023年政府性基金预算财政拨款支出8万元，其中：基本支出0万元，项目支出8万元。',
    );
    expect(textOf('general-budget', budget)).not.toContain('没有使用政府性基金');
    expect(textOf('performance', budget)).toContain('涉及一般公共预算当年财政拨款0万元、其他资金8万元');
  });

  it('counts the projects under performance management where some are not', () => {
    const budget = sampleBudget({
      projects: [{ lines: [{ amountFen: yuan(50_000) }], indicators: [{}] }, { lines: [{ amountFen: yuan(70_000) }] }],
    });
    expect(textOf('performance', budget)).toContain(
      '2023年对1个项目实行绩效目标管理，涉及一般公共预算当年财政拨款5万元',
    );
  });

  it('says what vehicles there are of which kind', () => {
    const vehicles = { vehiclesTotal: 4, vehiclesGeneral: 0, vehiclesLawEnforcement: 3, vehiclesPlannedPurchase: 2 };
    expect(textOf('state-assets', withProfile(soundBudget(), vehicles))).toBe(
      '4.国有资产占有使用情况。截至2022年12月，本单位共有车辆4辆，其中无一般公务用车、执法执勤用车3辆、其他用车1辆。2023年一般公共预算安排购置车辆2辆。',
    );
  });
});

describe('a department of several units', () => {
  const first = soundBudget();
  const second = withProfile(
    sampleBudget(
      { basic: [{ economicCode: '30201', amountFen: yuan(70_000) }], revenue: [{ amountFen: yuan(70_000) }] },
      sampleUnit(2),
    ),
    { staffOnPost: 3, staffRetired: 1, vehiclesTotal: 0, vehiclesGeneral: 0, vehiclesLawEnforcement: 0 },
  );

  it('adds up its units', () => {
    expect(textOf('revenue', first, second)).toContain('年初预算数120万元');
    expect(textOf('composition', first, second)).toContain(
      '本部门预算由2个预算单位组成，即：示例区信访办公室（本级）、示例区信访接待中心2。',
    );
    expect(textOf('composition', first, second)).toContain('在编在岗人员15人，退休人员6人');
    expect(textOf('state-assets', first, second)).toContain('所属各预算单位共有车辆1辆');
  });

  it('counts the operating expenditure of 行政 and 参公 units alone', () => {
    const institution = { ...second, unit: { ...second.unit, kind: 'PUBLIC_INSTITUTION' } } as const;
    expect(textOf('operating', first, second)).toContain('机关运行经费30万元');
    expect(textOf('operating', first, institution)).toContain('机关运行经费23万元');
  });

  it('claims no change while one unit’s figure of last year is unknown', () => {
    expect(textOf('operating', first, second)).not.toMatch(/增加|减少|持平/);
  });
});
