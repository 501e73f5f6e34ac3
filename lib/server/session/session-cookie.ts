/** Over https the browser itself refuses a `__Host-` cookie that another host of the domain tries to set. */
export function sessionCookieName(isHttps: boolean): string {
  return isHttps ? '__Host-mingsuan-session' : 'mingsuan-session';
}
