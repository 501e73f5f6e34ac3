/**
 * Which folder may import which; `npm run check` fails on any breach. The directions:
 * domain ← schemas ← components, services, importing, app · domain ← db ← services ← app, scripts ·
 * domain ← publishing ← services. Tests follow the rules of what they test, but may use tests/.
 */
const TEST = '\\.test\\.tsx?$';
const FRAMEWORK = '^(node_modules/)?(next|next-auth|react|react-dom|@mantine|@tanstack|pg|@prisma)(/|$)';
const INPUT_OUTPUT = ['fs', 'node:fs', 'net', 'node:net', 'http', 'node:http', 'child_process', 'node:child_process'];
const PRISMA = ['^prisma/generated', '^(node_modules/)?@prisma'];

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    forbid('no-circular', 'Two files that import each other are one file, or hide a third.', {}, { circular: true }),
    forbid('resolvable', 'An import that leads nowhere.', {}, { couldNotResolve: true }),
    forbid(
      'domain-is-pure',
      'The domain runs in the browser and on the server alike.',
      { path: '^lib/domain', pathNot: TEST },
      {
        path: ['^(app|components|prisma|e2e|scripts|tests)/', '^lib/(?!domain/)', FRAMEWORK],
      },
    ),
    forbid(
      'domain-does-no-input-output',
      'Pure functions only.',
      { path: '^lib/domain', pathNot: TEST },
      {
        dependencyTypes: ['core'],
        path: `^(${INPUT_OUTPUT.join('|')})$`,
      },
    ),
    forbid(
      'schemas-know-only-domain',
      'Schemas are shared by browser and server.',
      { path: '^lib/schemas', pathNot: TEST },
      {
        path: ['^(app|components|prisma|e2e|scripts|tests)/', '^lib/(?!(domain|schemas)/)', FRAMEWORK],
      },
    ),
    forbid(
      'messages-know-only-domain',
      'Sentences are shared by browser and server.',
      { path: '^lib/messages', pathNot: TEST },
      {
        path: ['^(app|components|prisma|e2e|scripts|tests)/', '^lib/(?!(domain|messages)/)', FRAMEWORK],
      },
    ),
    forbid(
      'publishing-takes-models-not-rows',
      'A renderer draws what it is given.',
      { path: '^lib/publishing', pathNot: TEST },
      {
        path: ['^(app|components|prisma|e2e|scripts|tests)/', '^lib/(db|services|server|importing)/'],
      },
    ),
    forbid(
      'importing-reads-input-only',
      'What is read is stored by services.',
      { path: '^lib/importing', pathNot: TEST },
      {
        path: ['^(app|components|prisma|e2e|scripts|tests)/', '^lib/(db|services|server|publishing)/', FRAMEWORK],
      },
    ),
    forbid(
      'only-lib-db-touches-prisma',
      'One door to the database.',
      {
        path: '^(app|components|lib|e2e|proxy)',
        pathNot: '^lib/db/',
      },
      { path: PRISMA },
    ),
    forbid(
      'db-imports-domain-only',
      'Repositories know rows and the domain.',
      { path: '^lib/db', pathNot: TEST },
      {
        path: ['^(app|components|e2e|scripts|tests)/', '^lib/(?!(db|domain)/)'],
      },
    ),
    forbid(
      'services-do-not-know-the-framework',
      'Use cases run from the command line too.',
      { path: '^lib/services', pathNot: TEST },
      {
        path: [
          '^(app|components|e2e|scripts|tests)/',
          '^lib/server/',
          '^(node_modules/)?(next|next-auth|react|react-dom)(/|$)',
        ],
      },
    ),
    forbid(
      'lib-never-imports-screens',
      'Screens stand on lib, not the other way.',
      { path: '^lib' },
      { path: '^(app|components)/' },
    ),
    forbid(
      'components-are-not-server',
      'Plain data and functions come in as props.',
      { path: '^components', pathNot: TEST },
      {
        path: ['^(app|prisma|e2e|scripts|tests)/', '^lib/(db|services|publishing|server|importing)/'],
      },
    ),
    forbid(
      'app-goes-through-services',
      'Routes read parameters, call a service, render.',
      { path: '^app', pathNot: TEST },
      {
        path: ['^lib/db/', '^(prisma|e2e|scripts|tests)/'],
      },
    ),
    forbid(
      'tests-are-leaves',
      'Nothing that ships stands on tests.',
      { pathNot: ['^(e2e|tests|scripts)/', TEST] },
      {
        path: ['^(e2e|tests)/', TEST],
      },
    ),
    forbid(
      'journeys-see-what-people-see',
      'Journeys go through the browser; fixtures alone prepare what they start from.',
      { path: '^e2e/(journeys|pages)/' },
      {
        path: ['^(app|components|prisma|scripts)/', '^lib/(db|services|server)/'],
        pathNot: '^lib/services/demonstration/accounts\\.ts$', // what the sign-in page shows to everybody
      },
    ),
  ],
  options: {
    doNotFollow: { path: ['node_modules', '^prisma/generated'] },
    exclude: { path: ['\\.next', '\\.css$'] },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
