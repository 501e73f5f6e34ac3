import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const APP = path.join(import.meta.dirname, '../app');

/** Pages that people see before they are signed in; they look at the session themselves. */
const OPEN_PAGES = ['(auth)/sign-in/page.tsx', '(auth)/first-password/page.tsx'];

/** Routes that must answer without sign-in: sign-in itself, and "are you alive". */
const OPEN_ROUTES = ['api/auth/[...nextauth]/route.ts', 'api/health/route.ts'];

/** Routes for anybody: what they answer comes from the published editions and from nothing else. */
const isForAnybody = (name: string) => /^(api\/)?open\//.test(name);

const METHODS = 'GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS';

interface SourceFile {
  readonly name: string;
  readonly text: string;
}

function sourceFiles(): readonly SourceFile[] {
  return readdirSync(APP, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
    .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(path.join(APP, name), 'utf8') }));
}

const files = sourceFiles();
const pages = files.filter(({ name }) => /(^|\/)page\.tsx$/.test(name));
const routes = files.filter(({ name }) => /(^|\/)route\.ts$/.test(name));
const actionFiles = files.filter(({ text }) => /^['"]use server['"]/m.test(text));

/** Whether a page awaits `requireActor` itself, or a loader beside it that does. */
function asksForActor(page: SourceFile): boolean {
  if (/await requireActor\(/.test(page.text)) return true;
  const imports = page.text.matchAll(/^import \{([^}]+)\} from '(\.[^']+)'/gm);
  return [...imports].some(([, names = '', from = '']) => {
    const loader = files.find(({ name }) => name === path.posix.join(path.posix.dirname(page.name), from));
    const isAwaited = names.split(',').some((name) => new RegExp(`await ${name.trim()}\\(`).test(page.text));
    return isAwaited && loader !== undefined && /await requireActor\(/.test(loader.text);
  });
}

/** The app's endpoints, so that none is reachable without passing the permission table. */
describe('every endpoint asks who it is', () => {
  it('finds pages, routes and actions at all', () => {
    expect(pages.length).toBeGreaterThan(5);
    expect(routes.length).toBeGreaterThan(0);
    expect(actionFiles.length).toBeGreaterThan(0);
  });

  it.each(pages.filter(({ name }) => !OPEN_PAGES.includes(name)))('page $name calls requireActor', (page) => {
    expect(asksForActor(page)).toBe(true);
  });

  it.each(pages.filter(({ name }) => OPEN_PAGES.includes(name)))('open page $name looks at the session', ({ text }) => {
    expect(text).toMatch(/await currentActor\(/);
  });

  it.each(routes.filter(({ name }) => !OPEN_ROUTES.includes(name) && !isForAnybody(name)))(
    'route $name is made by defineRoute',
    ({ text }) => {
      const handlers = [
        ...text.matchAll(new RegExp(`export (?:const|async function|function) (${METHODS})\\b(.*)`, 'g')),
      ];
      expect(handlers.length).toBeGreaterThan(0);
      for (const [line] of handlers) expect(line).toMatch(/^export const \w+ = defineRoute\(/);
      expect(text).not.toMatch(/export \{|export \*|export default/);
    },
  );

  it.each(routes.filter(({ name }) => isForAnybody(name)))('public route $name reads editions alone', ({ text }) => {
    const handlers = [
      ...text.matchAll(new RegExp(`export (?:const|async function|function) (${METHODS})\\b(.*)`, 'g')),
    ];
    expect(handlers.length).toBe(1);
    for (const [line] of handlers) expect(line).toMatch(/^export const GET = defineOpenRoute\(/);
    expect(text).not.toMatch(/export \{|export \*|export default/);
    const services = [...text.matchAll(/from '@\/lib\/services\/([^']+)'/g)].map(([, name]) => name);
    for (const name of services) expect(name).toMatch(/^editions\/(open-editions|draw-open-edition)\.ts$/);
  });

  it.each(actionFiles)('actions of $name are made by defineAction', ({ text }) => {
    expect(text.trimStart()).toMatch(/^['"]use server['"];/);
    const exported = [...text.matchAll(/^export (?!type|interface)(.*)$/gm)];
    expect(exported.length).toBeGreaterThan(0);
    for (const [line] of exported) expect(line).toMatch(/^export const \w+ = defineAction\(/);
  });
});
