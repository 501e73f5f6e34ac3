import path from 'node:path';

/** A path as the person meant it: npm runs scripts in the project's folder, and INIT_CWD is where they typed. */
export function typedPath(typed: string): string {
  return path.resolve(process.env.INIT_CWD ?? '.', typed);
}
