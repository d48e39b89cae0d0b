import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { jest } from '@jest/globals';
import { checkout } from './checkout.js';

// Processes start slowly on a machine that is busy with other specs.
jest.setTimeout(120_000);

/** A house in a folder of its own, with only the files that a case needs. */
function house(files: Readonly<Record<string, string>>): string {
  const dir = mkdtempSync(join(tmpdir(), 'walls-'));
  const paths = {
    '@passerelle/values': ['./libs/values/index.ts'],
    '@passerelle/ledger': ['./libs/ledger/index.ts'],
    '@passerelle/rules': ['./libs/rules/index.ts'],
    '@passerelle/i18n': ['./libs/i18n/index.ts'],
    '@passerelle/doors': ['./apps/doors/index.ts'],
  };
  const settings = { compilerOptions: { module: 'nodenext', moduleResolution: 'nodenext', paths } };
  const all = { ...sound, ...files, 'package.json': '{"type":"module"}', 'tsconfig.json': JSON.stringify(settings) };
  for (const [path, content] of Object.entries(all)) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), content);
  }
  return dir;
}

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

/** Every import that runs into a wall, as `rule: from -> to`. */
function violations(files: Readonly<Record<string, string>> = {}): string[] {
  const dir = house(files);
  try {
    const config = join(checkout, '.dependency-cruiser.mjs');
    const cruiser = join(checkout, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
    const args = [cruiser, 'apps', 'libs', '--config', config, '--output-type', 'json'];
    const { stdout, stderr } = spawnSync(process.execPath, args, { cwd: dir, encoding: 'utf8' });
    if (stdout === '') throw new Error(stderr);
    const { summary } = JSON.parse(stdout) as { summary: { violations: Violation[] } };
    return summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to}`);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

const node = 'apps/node/src';
const thing = 'export const it = 1;\n';
const use = (path: string): string => `export { it } from '${path}';\n`;

/** A small house in which every import is as it should be, also those that only just are. */
const sound: Readonly<Record<string, string>> = {
  'libs/values/index.ts': use('./money.js'),
  'libs/values/money.ts': thing,
  'libs/values/money.spec.ts': `${use('./index.js')}import 'node:fs';\n`,
  'libs/ledger/index.ts': use('./book.js'),
  'libs/ledger/book.ts': use('@passerelle/values'),
  'libs/protocol/index.ts': use('./signature.js'),
  'libs/protocol/signature.ts': `import 'node:crypto';\n${thing}`,
  'libs/i18n/index.ts': thing,
  'libs/rules/index.ts': use('./be/index.js'),
  'libs/rules/kit/index.ts': use('./scheme.js'),
  'libs/rules/kit/scheme.ts': thing,
  'libs/rules/be/index.ts': use('../kit/scheme.js'),
  'libs/rules/fr/index.ts': use('./pension.js'),
  'libs/rules/fr/pension.ts': thing,
  'apps/doors/index.ts': use('./http/open.js'),
  'apps/doors/http/open.ts': thing,
  'apps/doors/testing/database.ts': thing,
  'apps/federation/src/main.ts': use('@passerelle/doors'),
  [`${node}/main.ts`]: use('./missions/missions.module.js'),
  [`${node}/database/migrations.ts`]: use('../missions/missions.migration.js'),
  [`${node}/facts/fact.ts`]: use('../database/migrations.js'),
  [`${node}/members/member.ts`]: thing,
  [`${node}/missions/missions.module.ts`]: use('./missions.controller.js'),
  [`${node}/missions/missions.controller.ts`]: use('./missions.service.js'),
  [`${node}/missions/missions.store.ts`]: use('./missions.service.js'),
  [`${node}/missions/missions.service.ts`]: use('./mission.js'),
  [`${node}/missions/missions.migration.ts`]: thing,
  [`${node}/missions/mission.ts`]: use('@passerelle/ledger'),
  [`${node}/missions/missions.db.spec.ts`]: `${use('../../../doors/testing/database.js')}import './missions.store.js';\n`,
  [`${node}/invoicing/invoice.ts`]: use('../missions/mission.js'),
  [`${node}/invoicing/invoicing.module.ts`]: use('../missions/missions.module.js'),
  'apps/web/page.ts': use('@passerelle/i18n'),
  'apps/sandbox/start.ts': use('../node/src/missions/mission.js'),
};

/** What nobody may build: the wall, the file with the import, what it imports and what that resolves to. */
const offences: readonly (readonly [wall: string, from: string, specifier: string, to: string])[] = [
  ['no-circular', 'libs/ledger/a.ts', './b.js', 'libs/ledger/b.ts'],
  ['libs-know-no-framework', 'libs/ledger/store.ts', '@nestjs/common', 'node_modules/@nestjs/common/index.js'],
  ['libs-know-no-framework', 'libs/ledger/file.ts', 'node:fs', 'fs'],
  ['libs-know-no-framework', 'libs/ledger/chance.ts', 'node:crypto', 'crypto'],
  ['libs-know-no-framework', 'libs/protocol/socket.ts', 'node:net', 'net'],
  ['pillars-do-not-touch', 'libs/ledger/law.ts', '@passerelle/rules', 'libs/rules/index.ts'],
  ['pillars-do-not-touch', 'libs/values/book.ts', '@passerelle/ledger', 'libs/ledger/index.ts'],
  ['countries-do-not-know-each-other', 'libs/rules/be/abroad.ts', '../fr/pension.js', 'libs/rules/fr/pension.ts'],
  ['countries-do-not-know-each-other', 'libs/rules/kit/list.ts', '../be/index.js', 'libs/rules/be/index.ts'],
  ['enter-by-the-door', `${node}/books/book.ts`, '../../../../libs/ledger/book.js', 'libs/ledger/book.ts'],
  ['enter-by-the-door', 'libs/ledger/window.ts', '../values/money.js', 'libs/values/money.ts'],
  ['enter-by-the-door', 'libs/ledger/own.ts', './index.js', 'libs/ledger/index.ts'],
  ['enter-by-the-door', `${node}/config/config.ts`, '../../../doors/http/open.js', 'apps/doors/http/open.ts'],
  ['narrow-doors', 'apps/doors/at-rest.ts', '@nestjs/common', 'node_modules/@nestjs/common/index.js'],
  ['down-only', 'libs/ledger/app.ts', '../../apps/doors/index.js', 'apps/doors/index.ts'],
  ['down-only', `${node}/missions/noun.ts`, './missions.service.js', `${node}/missions/missions.service.ts`],
  [
    'down-only',
    `${node}/missions/late.service.ts`,
    './missions.controller.js',
    `${node}/missions/missions.controller.ts`,
  ],
  ['down-only', `${node}/missions/late.store.ts`, './missions.module.js', `${node}/missions/missions.module.ts`],
  ['down-only', 'apps/doors/http/noun.ts', './late.service.js', 'apps/doors/http/late.service.ts'],
  ['later-knows-earlier', `${node}/missions/paid.ts`, '../invoicing/invoice.js', `${node}/invoicing/invoice.ts`],
  ['later-knows-earlier', `${node}/clients/beside.ts`, '../members/member.js', `${node}/members/member.ts`],
  [
    'later-knows-earlier',
    `${node}/payroll/rows.store.ts`,
    '../missions/missions.store.js',
    `${node}/missions/missions.store.ts`,
  ],
  [
    'later-knows-earlier',
    `${node}/payroll/lines.store.ts`,
    '../invoicing/bank/bank.store.js',
    `${node}/invoicing/bank/bank.store.ts`,
  ],
  ['later-knows-earlier', `${node}/attic/box.ts`, '../missions/mission.js', `${node}/missions/mission.ts`],
  [
    'apps-do-not-import-apps',
    'apps/federation/src/peek.ts',
    '../../node/src/missions/mission.js',
    `${node}/missions/mission.ts`,
  ],
  ['apps-do-not-import-apps', 'apps/doors/peek.ts', '../node/src/missions/mission.js', `${node}/missions/mission.ts`],
  ['web-speaks-http', 'apps/web/law.ts', '@passerelle/ledger', 'libs/ledger/index.ts'],
  ['web-speaks-http', 'apps/web/server.ts', '@passerelle/doors', 'apps/doors/index.ts'],
  ['no-test-in-production', `${node}/missions/fake.ts`, './mission.spec.js', `${node}/missions/mission.spec.ts`],
  ['no-test-in-production', 'apps/doors/http/database.ts', '../testing/database.js', 'apps/doors/testing/database.ts'],
  ['no-test-in-production', 'libs/values/random.ts', 'fast-check', 'node_modules/fast-check/index.js'],
];

const neededByOffences: Readonly<Record<string, string>> = {
  'libs/ledger/b.ts': use('./a.js'),
  'apps/doors/http/late.service.ts': thing,
  [`${node}/missions/mission.spec.ts`]: thing,
  [`${node}/invoicing/bank/bank.store.ts`]: thing,
  'node_modules/@nestjs/common/package.json': '{"name":"@nestjs/common","version":"1.0.0","main":"index.js"}',
  'node_modules/@nestjs/common/index.js': thing,
  'node_modules/fast-check/package.json': '{"name":"fast-check","version":"1.0.0","main":"index.js"}',
  'node_modules/fast-check/index.js': thing,
};

describe('the walls of the house', () => {
  it('let everything pass that is as it should be', () => {
    expect(violations()).toEqual([]);
  });

  describe('stop', () => {
    const built = Object.fromEntries(offences.map(([, from, specifier]) => [from, use(specifier)]));
    let found: string[];
    beforeAll(() => {
      found = violations({ ...built, ...neededByOffences });
    });

    it.each(offences)('%s: %s importing %s', (wall, from, _specifier, to) => {
      expect(found).toContain(`${wall}: ${from} -> ${to}`);
    });

    it('an import that only borrows a type', () => {
      const borrowed = violations({ 'libs/ledger/borrow.ts': "export type { it } from '@passerelle/rules';\n" });
      expect(borrowed).toContain('pillars-do-not-touch: libs/ledger/borrow.ts -> libs/rules/index.ts');
    });
  });

  it('are each run into by at least one of these cases', async () => {
    const config = (await import(join(checkout, '.dependency-cruiser.mjs'))) as {
      default: { forbidden: readonly { name: string; comment: string }[] };
    };
    const walls = new Set(config.default.forbidden.map(({ name }) => name));
    expect(new Set(offences.map(([wall]) => wall))).toEqual(walls);
    for (const { comment } of config.default.forbidden) expect(comment.length).toBeGreaterThan(40);
  });
});
