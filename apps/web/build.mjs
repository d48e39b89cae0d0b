// Builds the pages: types of the node's API from docs/api, then the bundle, then its sizes against the budget.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import openapiTS, { astToString } from 'openapi-typescript';
import { build } from 'vite';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');

/** In thousands of gzipped bytes. A page that loads slowly backstage is a page nobody reads. */
const budget = { firstLoad: 130, lazyChunk: 170, css: 25 };

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
  for (const [key, chunk] of Object.entries(manifest)) {
    if (chunk.isEntry) {
      // The language of the reader is loaded beside the entry, one of five.
      const words = Object.keys(manifest).find((name) => name.includes('catalogues/de/first'));
      check(
        `first load of ${chunk.name}`,
        sum(new Set([...withImports(key), ...(words ? withImports(words) : [])])),
        budget.firstLoad,
      );
    } else if (chunk.isDynamicEntry) check(`lazy ${chunk.name}`, size(chunk.file), budget.lazyChunk);
  }
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
