export const USAGE = `用法 Usage:

  npm run audit -- verify [--against ANCHOR.json] [--unit 309001 --year 2023]
      重新计算审计日志的每条链，与链尾（及存于库外的锚点文件）比对；指出被改动、删除、插入、调换或截尾之处。
      Recomputes every chain and compares it with its end, and with an anchor that was kept outside.

  npm run audit -- verify --archive FILE.jsonl
      校验归档文件与其检查点是否一致。
      Checks an archive against its checkpoint.

  npm run audit -- anchor [--to FILE.json]
      输出此刻全部链尾的清单，供存放于库外。
      Prints the ends of all chains at this moment, to be kept outside.

  npm run audit -- prune --to DIR
      将早于保存期限（AUDIT_KEEP_MONTHS，默认 120 个月，不得少于 6 个月）的事件归档后移出数据库。
      Archives events older than AUDIT_KEEP_MONTHS (default 120, at least 6) and takes them out of the database.

  npm run audit -- grant ROLE [--print]
      授予数据库角色 ROLE 应用所需的权限（不能修改、删除审计日志）；--print 只列出语句。
      Grants a database role what the application needs; --print shows the statements only.

退出码 Exit code: 0 完好 intact, done · 1 被篡改或被拒绝 tampered with, or refused · 2 用法不对 wrong usage`;
