export const USAGE = `用法 Usage:

  npm run budget -- import FILE.json [--replace]
      将预算数据包导入为草稿；部门、单位、年度不存在时自动建立。--replace：整体替换已有的草稿。
      Imports a budget package as a draft; creates department, unit and year where there are none.

  npm run budget -- export --unit 309001 --year 2023 --to DIR [--format json,xlsx,pdf,csv] [--version N]
      导出附件 1–12、情况说明和数据包。默认格式 json，默认最新版本。
      Exports annexes, narrative and package; JSON and the newest version unless told otherwise.

  npm run budget -- check --unit 309001 --year 2023 [--version N] [--json]
      校验预算，列出错误、提醒和未能运行的校验。--json：供程序读取（请用 npm run --silent）。
      Runs all checks; --json for machines (with npm run --silent).

退出码 Exit code: 0 完成 done · 1 被拒绝或有错误 refused, or errors found · 2 用法不对 wrong usage`;
