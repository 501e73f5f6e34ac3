export const USAGE = `用法 Usage:

  npm run budget -- import FILE.json [--replace]
      将预算数据包导入为草稿；部门、单位、年度不存在时自动建立。--replace：整体替换已有的草稿。
      Imports a budget package as a draft; creates department, unit and year where there are none.

  npm run budget -- export --unit 309001 --year 2023 --to DIR [--format json,xlsx,pdf,csv,docx,html,datapackage] [--version N]
                             [--options cover,contents,untagged]
      导出附件 1–12、情况说明和数据包。默认格式 json，默认最新版本。
      --options：PDF、DOCX 加封面 cover、目录 contents；untagged：小文件 PDF，不含无障碍结构标签。
      Exports annexes, narrative and package; JSON and the newest version unless told otherwise. --options: a cover and
      contents for PDF and DOCX; untagged: a smaller PDF without structure tags.

  npm run budget -- export --department 309 --year 2023 --to DIR [--format json,xlsx,pdf,csv,docx,html,datapackage]
                             [--options cover,contents,untagged]
      导出部门汇总：所属各单位最新版本的合计；各单位均已审核前，一律标注“草稿”。
      Exports a department's set over the newest versions of all its units, marked a draft until all are approved.

  npm run budget -- check --unit 309001 --year 2023 [--version N] [--json]
  npm run budget -- check --department 309 --year 2023 [--json]
      校验预算（或部门所属各单位的预算），列出错误、提醒和未能运行的校验。--json：供程序读取（请用 npm run --silent）。
      Runs all checks of a unit, or of each unit of a department; --json for machines (with npm run --silent).

退出码 Exit code: 0 完成 done · 1 被拒绝或有错误 refused, or errors found · 2 用法不对 wrong usage`;
