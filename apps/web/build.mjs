// Builds the pages: types of the node's API from docs/api, then the bundle, then its sizes against the budget.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import openapiTS, { astToString } from 'openapi-typescript';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

/** In thousands of gzipped bytes. A page that loads slowly backstage is a page nobody reads. */
const budget = { firstLoad: 130, clientPage: 20, lazyChunk: 170, css: 25 };

/** All that comes before somebody reads the screen she opens first, its texts in the language that has the longest ones. */
const firstScreens = [
  { of: 'home of a worker', screen: 'worker/home/home.tsx', words: ['first', 'home'] },
  { of: 'simulator', screen: 'worker/simulate.tsx', words: ['first'] },
  { of: 'sign-in', screen: 'app/sign-in.tsx', words: ['first', 'access'] },
];
const longest = 'de';

for (const program of ['node', 'federation']) {
  const document = readFileSync(join(root, 'docs', 'api', `${program}.json`), 'utf8');
  const types = astToString(await openapiTS(document, { exportType: true, immutable: true }));
  writeFileSync(
    join(here, 'src', 'api', `${program}.schema.ts`),
    `// Made from docs/api/${program}.json by build.mjs.\n${types}`,
  );
}
if (!process.argv.includes('--types')) {
  await build({ configFile: join(here, 'vite.config.mjs'), logLevel: 'warn' });
  measure();
}

function measure() {
  const out = join(root, 'dist', 'apps', 'web');
  const manifest = JSON.parse(readFileSync(join(out, '.vite', 'manifest.json'), 'utf8'));
  const over = [];
  const check = (what, bytes, limit) => {
    console.error(`web: ${what} ${(bytes / 1000).toFixed(1)} of ${limit} kB`);
    if (bytes > limit * 1000) over.push(what);
  };
  const size = (file) => gzipSync(readFileSync(join(out, file)), { level: 9 }).length;
  const withImports = (key, seen = new Set()) => {
    if (seen.has(key)) return seen;
    seen.add(key);
    for (const next of manifest[key].imports ?? []) withImports(next, seen);
    return seen;
  };
  const sum = (keys) => [...keys].reduce((bytes, key) => bytes + size(manifest[key].file), 0);
  const named = (part) => {
    const found = Object.keys(manifest).find((name) => name.includes(part));
    assert(found, `The build has no ${part}.`);
    return found;
  };
  for (const { of, screen, words } of firstScreens) {
    const keys = ['node.html', screen, ...words.map((group) => `catalogues/${longest}/${group}`)].map(named);
    check(of, sum(new Set(keys.flatMap((key) => [...withImports(key)]))), budget.firstLoad);
  }
  check('page of a client', sum(withImports(named('plain/copy.ts'))), budget.clientPage);
  for (const chunk of Object.values(manifest))
    if (chunk.isDynamicEntry) check(`lazy ${chunk.name}`, size(chunk.file), budget.lazyChunk);
  const css = readdirSync(join(out, 'assets')).filter((file) => file.endsWith('.css'));
  check(
    'styles',
    css.reduce((bytes, file) => bytes + size(join('assets', file)), 0),
    budget.css,
  );
  if (over.length > 0) {
    console.error(`web: over budget: ${over.join(', ')}`);
    process.exitCode = 1;
  }
}
