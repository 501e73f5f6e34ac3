import type { WriteSheet } from 'hucre/xlsx';
import type { Budget } from '@/lib/domain/budget/budget.ts';
import { writtenIdentity } from '@/lib/domain/workbook/workbook-identity.ts';
import { CODES_SHEET, GUIDE_SHEET, PROFILE_SHEET, SHEETS } from '@/lib/domain/workbook/workbook-sheets.ts';
import { SheetGrid } from './sheet-grid.ts';

const GUIDE: readonly string[] = [
  '一、每张工作表对应预算编制的一部分，第 2 行是列标题，从第 3 行起填写；列的顺序可以调整，多余的列会被忽略。',
  '二、金额单位为元，最多两位小数，不填负数；第 1 行的合计是公式，会随填写的内容变化。',
  '三、科目编码所在的列已设为文本，可从下拉列表选择；编码和名称见“科目”表，名称列按编码自动带出，不必填写。',
  '四、“项目支出明细”“项目绩效指标”的项目名称须与“项目”表一致，可从下拉列表选择。',
  '五、请不要改动隐藏的“行标识”列：再次导入时据此更新原来的行，而不是重复增加；新增的行留空即可。',
  '六、合计、小计行和隐藏的行不会导入；在表格中删去一行，并不会删除草稿中的行，除非导入时选择“替换”。',
  '七、导入前会逐项显示将要新增、修改的内容和发现的问题，确认后才写入草稿，并且可以一步撤销。',
  '八、测算依据、增减原因、立项依据附件和自拟的说明文字段落不在本工作簿中，请在系统中编辑。',
];

/** How to fill the workbook in, and for whom it was made. */
export function guideSheet({ unit, year }: Budget): WriteSheet {
  const grid = new SheetGrid([{ width: 22 }, { width: 96 }]);
  grid.text(0, 0, `${unit.fullName} ${year} 年部门预算填报工作簿`, 'title');
  grid.height(0, 30);
  grid.text(1, 0, writtenIdentity({ unitCode: unit.code, year }), 'hint');
  GUIDE.forEach((line, index) => {
    grid.text(3 + index, 1, line, 'body');
  });
  const from = 4 + GUIDE.length;
  grid.text(from, 0, '工作表', 'heading');
  grid.text(from, 1, '列', 'heading');
  const described = [
    ...SHEETS.map(({ name, columns }) => [name, columns.map(({ heading }) => heading).join('、')] as const),
    [PROFILE_SHEET, '人员、车辆、上年“三公”经费和说明文字，一项一行'] as const,
    [CODES_SHEET, '本年度可用的末级科目，供查找'] as const,
  ];
  described.forEach(([name, content], index) => {
    grid.text(from + 1 + index, 0, name, 'text');
    grid.text(from + 1 + index, 1, content, 'text');
  });
  return grid.build({
    name: GUIDE_SHEET,
    pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 1 },
    view: { showGridLines: false },
  });
}
