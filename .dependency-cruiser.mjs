// The walls of the house, checked on every import. Each says why it stands; style and layout are not its business.
// Type imports count: a knot of types keeps two rooms from being read, replaced or tested alone just as a call does.

const tests = ['[.]spec(-shared)?[.]tsx?$', '(^|/)testing/'];
const apps = '^apps/(node/src|federation/src|doors)/';
const starts = '^apps/(node|federation)/src/(main|worker|rooms|passerelle)[.]ts$';

/** The steps of a node, from the ground up. Rooms on one line stand side by side. */
const steps = [
  ['facts', 'database', 'config', 'access'],
  ['mail', 'papers', 'files', 'backups', 'inbox'],
  ['password-links'],
  ['cooperative'],
  ['members', 'clients', 'books', 'peers'],
  ['missions'],
  ['countings'],
  ['formalities'],
  ['invoicing'],
  ['recovery'],
  ['client-pages'],
  ['payouts'],
  ['refunds'],
  ['activities'],
  ['wage-plans'],
  ['expenses'],
  ['payroll'],
  ['contracts'],
  ['declarations'],
  ['guarantee'],
  ['runs'],
  ['notifications'],
  ['settlement'],
  ['insights'],
  ['live'],
  ['erasures'],
  ['commands'],
  ['operations'],
];
const rooms = steps.flat().join('|');

/** The two lists of every room's tables that TypeORM asks for: wiring, although they lie on the ground floor. */
const lists = '^apps/node/src/database/(migrations|entities)[.]ts$';

/** What the outside of every program offers: all of it, and the parts that load no framework. */
const doors = '^apps/doors/(index|at-rest|config/index)[.]ts$';

/** The verbs of `passerelle`: wiring, as a module is. */
const commandLine = '^apps/node/src/commands/';

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

/** From each room, every room that is later or beside it. The ground's rooms may lean on each other. */
const laterKnowsEarlier = steps.flatMap((step, level) =>
  step.flatMap((room) => {
    const beside = level === 0 ? [] : step.filter((other) => other !== room);
    const closed = [...beside, ...steps.slice(level + 1).flat()];
    if (closed.length === 0) return [];
    return wall(
      'later-knows-earlier',
      'Data goes one way, as the story does: a mission knows nothing of its invoice. The earlier room records a fact ' +
        'with its change and the later room follows it; a call upwards would tie the two into one knot.',
      { path: `^apps/node/src/${room}/`, pathNot: [lists, ...tests] },
      { path: `^apps/node/src/(${closed.join('|')})/` },
    );
  }),
);

/**
 * Who is told apart by the suffix of the file, and what lies above each. A noun has no suffix. A service may name the
 * one class that stores its room's things: a port with a single implementation would be clutter.
 */
const layers = [
  { file: `${apps}[^.]+[.]ts$`, above: 'service|store|rows|controller|messages|follower|module' },
  { file: `${apps}.+[.]service[.]ts$`, above: 'rows|controller|messages|follower|module' },
  { file: `${apps}.+[.](store|rows|controller|messages|follower)[.]ts$`, above: 'module' },
];

const downOnly = layers.map(({ file, above }) =>
  wall(
    'down-only',
    'Wiring knows doors and storage, these know the use case, the use case knows the noun, never the reverse: so a ' +
      'decision can be read and tested without Nest, HTTP or a database.',
    { path: file, pathNot: [lists, starts, doors, ...tests] },
    { path: [`${apps}.+[.](${above})[.]ts$`, starts] },
  ),
);

export default {
  forbidden: [
    wall(
      'no-circular',
      'Two files that need each other can only be understood together. Of the trees we looked at, those without this ' +
        'check had grown one knot of hundreds of files.',
      {},
      { circular: true },
    ),
    wall(
      'libs-know-no-framework',
      'Law, arithmetic, books and protocol outlive frameworks, and run in a browser and a simulation: no Nest, no ' +
        'database, no broker, no log.',
      { path: '^libs/', pathNot: ['[.]mjs$', ...tests] },
      {
        path: 'node_modules/(@nestjs|@nats-io|typeorm|pg|rxjs|express|pino|pino-http|nestjs-pino|prom-client|reflect-metadata|class-validator|class-transformer|rate-limiter-flexible|@node-rs)(/|$)',
      },
    ),
    wall(
      'libs-know-no-framework',
      'A pure library does no input or output and takes no chances: what it needs is passed in.',
      { path: '^libs/', pathNot: ['^libs/protocol/', '[.]mjs$', ...tests] },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(assert|assert/strict|util)$' },
    ),
    wall(
      'libs-know-no-framework',
      'Signatures and hashes are arithmetic, so the protocol may use the platform’s cryptography, and nothing else of it.',
      { path: '^libs/protocol/', pathNot: ['[.]mjs$', ...tests] },
      { dependencyTypes: ['core'], pathNot: '^(node:)?(assert|assert/strict|util|buffer|crypto)$' },
    ),
    wall(
      'pillars-do-not-touch',
      'Every lib stands on values alone, so that each can be read, tested and replaced alone. Only apps join pillars.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/values/'] },
    ),
    wall(
      'countries-do-not-know-each-other',
      'Portugal must be addable, and Sweden correctable, without reading Belgium. What they share is in the kit.',
      { path: '^libs/rules/([a-z]{2})/' },
      { path: '^libs/rules/', pathNot: ['^libs/rules/$1/', '^libs/rules/kit/'] },
    ),
    wall(
      'countries-do-not-know-each-other',
      'The kit says what a country must answer; it names none.',
      { path: '^libs/rules/kit/', pathNot: tests },
      { path: '^libs/rules/([a-z]{2}/|index[.]ts$)' },
    ),
    wall(
      'enter-by-the-door',
      'What a lib promises is its index; the rest may change without asking anyone.',
      { path: '^apps/' },
      { path: '^libs/', pathNot: ['^libs/[^/]+/index[.]ts$', '^libs/rules/kit/index[.]ts$'] },
    ),
    wall(
      'enter-by-the-door',
      'What a lib promises is its index; the rest may change without asking anyone.',
      { path: '^libs/([^/]+)/' },
      { path: '^libs/', pathNot: ['^libs/$1/', '^libs/[^/]+/index[.]ts$'] },
    ),
    wall(
      'enter-by-the-door',
      'A lib that goes out of its own door to reach its own files makes a circle sooner or later.',
      { path: '^libs/([^/]+)/', pathNot: ['^libs/[^/]+/index[.]ts$', ...tests] },
      { path: '^libs/$1/index[.]ts$' },
    ),
    wall(
      'enter-by-the-door',
      'The outside of every program is one thing with one door, and two narrow ones for those who do not serve. What specs are given lies in its testing folder.',
      { path: '^apps/(?!doors/)' },
      { path: '^apps/doors/', pathNot: [doors, '^apps/doors/testing/'] },
    ),
    wall(
      'narrow-doors',
      'Commands that do not serve start in a fifth of the time because no framework is read for them.',
      { path: '^apps/doors/(at-rest|config/index)[.]ts$' },
      { path: 'node_modules/(@nestjs|class-validator|class-transformer|pino)(/|$)', reachable: true },
    ),
    wall(
      'down-only',
      'Programs know libraries; a library that knew a program could serve no other.',
      { path: '^libs/' },
      { path: '^apps/' },
    ),
    ...downOnly,
    ...laterKnowsEarlier,
    wall(
      'later-knows-earlier',
      'What another room offers is its noun and its service. Its store, rows and doors are its own, or its tables ' +
        'could never change.',
      { path: `^apps/node/src/(${rooms})/`, pathNot: [lists, commandLine, ...tests] },
      {
        path: `^apps/node/src/(${rooms})/.*[.](store|rows|controller|messages|follower|migration)[.]ts$`,
        pathNot: '^apps/node/src/$1/',
      },
    ),
    wall(
      'later-knows-earlier',
      'The command line works while the program does not run, so it puts stores and services together itself. Doors ' +
        'of rooms are nothing to it.',
      { path: commandLine, pathNot: tests },
      { path: `^apps/node/src/(${rooms})/.*[.](rows|controller|messages|follower|migration)[.]ts$` },
    ),
    wall(
      'later-knows-earlier',
      'A new room must be given its place among the steps (the list at the top of this file) before it is used.',
      { path: `^apps/node/src/(?!(${rooms})/)[^/]+/`, pathNot: tests },
      { path: '^apps/node/src/', pathNot: `^apps/node/src/(?!(${rooms})/)[^/]+/` },
    ),
    wall(
      'apps-do-not-import-apps',
      'Each program is installed, stopped and upgraded alone. They meet over HTTP and messages; only the outside that ' +
        'all share (doors) is common, and only the sandbox starts others.',
      { path: '^apps/([^/]+)/', pathNot: '^apps/sandbox/' },
      { path: '^apps/', pathNot: ['^apps/$1/', '^apps/doors/'] },
    ),
    wall(
      'web-speaks-http',
      'The pages are one more client of the public API: what they can do, any program can. Of the libs they need ' +
        'amounts and words only.',
      { path: '^apps/web/' },
      { path: '^(apps|libs)/', pathNot: ['^apps/web/', '^libs/(values|i18n)/'] },
    ),
    wall(
      'no-test-in-production',
      'What runs for a cooperative contains nothing made for a test.',
      { path: '^(apps|libs)/', pathNot: [...tests, '^apps/sandbox/longest-first[.]mjs$'] },
      { path: [...tests, 'node_modules/(jest|@jest|@nestjs/testing|supertest|fast-check)(/|$)'] },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
