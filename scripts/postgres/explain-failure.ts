/**
 * Turns what PostgreSQL or its driver says into one sentence for the person at the terminal: what is wrong, what to
 * do, in English and Chinese.
 */

const DISK_FULL =
  'The disk is full: free some space and start again; what was saved is safe. 磁盘已满，请清理空间后重新启动，已保存的数据不受影响。';

/** Whether an error or a program's output speaks of a full disk. */
export function isDiskFull(problem: unknown): boolean {
  const code = (problem as { code?: unknown } | null)?.code;
  return (
    code === 'ENOSPC' || code === '53100' || /ENOSPC|no space left on device|disk quota exceeded/i.test(String(problem))
  );
}

export function diskFullSentence(): string {
  return DISK_FULL;
}

/** Explains the end of the log of `initdb` or `postgres`. */
export function explainServerLog(log: string): string {
  if (isDiskFull(log)) return DISK_FULL;
  if (/incompatible with server|initialized by PostgreSQL version/i.test(log)) {
    return 'The data folder was made by another version of PostgreSQL: dump it with that version, or move the folder away. 数据目录由其他版本的 PostgreSQL 创建，请先用原版本导出。';
  }
  const serious = log.split('\n').findLast((line) => /PANIC|FATAL|error:/.test(line));
  const last = log.trim().split('\n').at(-1);
  return `PostgreSQL stopped: ${(serious ?? last ?? 'it said nothing').trim()} 内置 PostgreSQL 意外停止。`;
}

const BY_CODE: Record<string, (where: string) => string> = {
  ECONNREFUSED: (where) =>
    `No database server answers at ${where}: is PostgreSQL running there? 无法连接数据库服务器（${where}），请确认 PostgreSQL 已启动。`,
  ENOTFOUND: (where) => `The host of DATABASE_URL is unknown: ${where}. 找不到 DATABASE_URL 中的主机（${where}）。`,
  EAI_AGAIN: (where) =>
    `The host of DATABASE_URL cannot be looked up: ${where}. 无法解析 DATABASE_URL 中的主机（${where}）。`,
  ETIMEDOUT: (where) => `The database server at ${where} does not answer in time. 数据库服务器（${where}）响应超时。`,
  '28P01': (where) =>
    `The database server at ${where} refuses the user or password of DATABASE_URL. DATABASE_URL 中的用户名或密码不正确（${where}）。`,
  '28000': (where) =>
    `The database server at ${where} refuses the user of DATABASE_URL. 数据库服务器（${where}）拒绝该用户登录。`,
  '3D000': (where) =>
    `The database of DATABASE_URL does not exist: ${where}; create it first. DATABASE_URL 中的数据库不存在（${where}），请先创建。`,
  '42501': (where) =>
    `The user of DATABASE_URL may not create tables in ${where}. DATABASE_URL 中的用户无权在数据库（${where}）中建表。`,
};

/** Explains why the database of `url` cannot be connected to. */
export function explainConnectionFailure(error: unknown, url: string): string {
  if (isDiskFull(error)) return DISK_FULL;
  const where = placeOf(url);
  const code = codeOf(error);
  const explain = BY_CODE[/timeout/i.test(String(error)) ? 'ETIMEDOUT' : code];
  if (explain) return explain(where);
  const message = error instanceof Error ? oneLine(error.message) : String(error);
  return `The database at ${where} cannot be used: ${message} 无法使用数据库（${where}）。`;
}

/** The code of the system or of PostgreSQL; a host with several addresses fails once for each of them. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError) return codeOf(error.errors[0]);
  return (error as { code?: string } | null)?.code ?? '';
}

/** Host, port and database of a URL, without its password. */
function placeOf(url: string): string {
  if (!URL.canParse(url)) return 'DATABASE_URL';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}

function oneLine(text: string): string {
  return text.trim().split('\n')[0] ?? '';
}
