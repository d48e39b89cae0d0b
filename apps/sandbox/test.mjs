// npm test, and so what continuous integration runs. Its last line is "N passed, N failed" and nothing else.
import './node-version.mjs';
import './stop-with-npm.mjs';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, execute, install, note, quietly, root } from './prepare.mjs';

/** Longer than all specs together take on two slow cores; a spec that waits for ever must not take CI with it. */
const jestMinutes = 45;

const bin = (path) => join('node_modules', path);

/** The seeds that every change has to pass, in two halves; `npm run simulate` runs any others. */
const simulation = [1, 251].map((from) => ({
  name: `simulation of the exchange, 250 seeds from ${from}`,
  args: ['dist/apps/sandbox/simulation/main.js', '--seeds', '250', '--from', String(from)],
  isOfBuilt: true,
}));

/** Checks of the whole text and of what was built from it, each counted as one. What takes longest stands first. */
const checks = [
  { name: 'lint', args: [bin('eslint/bin/eslint.js'), '.', '--max-warnings', '0'] },
  ...simulation,
  { name: 'types', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'tsconfig.json'] },
  { name: 'format', args: [bin('prettier/bin/prettier.cjs'), '--check', '--log-level', 'warn', '.'] },
  { name: 'types of the pages', args: [bin('typescript/bin/tsc'), '--noEmit', '-p', 'apps/web/tsconfig.json'] },
  {
    name: 'walls',
    args: [bin('dependency-cruiser/bin/dependency-cruise.mjs'), 'apps', 'libs', '--config', '.dependency-cruiser.mjs'],
  },
  { name: 'deploy', check: deployIsRead, isOfBuilt: true },
  { name: 'supply', check: supplyIsKnown, isOfBuilt: true },
];

/** As many as there are cores on the smallest machine that runs them. */
const sideBySide = 2;

const count = { passed: 0, failed: 0 };
let isStopped = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => (isStopped = true));
delete process.env.NODE_OPTIONS;

if (await checked('install', install)) {
  const isBuilt = await checked('build', build);
  await inLanes(checks.filter(({ isOfBuilt }) => isBuilt || !isOfBuilt));
  if (isBuilt) await onTheGround(specs);
}
console.log(`${count.passed} passed, ${count.failed} failed`);
process.exit(count.failed === 0 && !isStopped ? 0 : 1);

/** Each lane takes the next check as soon as it is free. */
async function inLanes(all) {
  const waiting = all.values();
  const lane = async () => {
    for (const { name, args, check = () => succeeds(args) } of waiting) await checked(name, check);
  };
  await Promise.all(Array.from({ length: sideBySide }, lane));
}

/** Runs one check and counts it: it fails by throwing, with the reason as its message. */
async function checked(name, check) {
  if (isStopped) return false;
  const began = Date.now();
  try {
    await check();
    count.passed += 1;
    note(`${name}: passed (${Math.round((Date.now() - began) / 1000)} s)`);
    return true;
  } catch (error) {
    count.failed += 1;
    note(`${name}: FAILED\n${error.message}`);
    return false;
  }
}

/** Each file of `deploy/` by its real tool, installed where that is possible; says in one line what nobody has read. */
async function deployIsRead() {
  const printed = await succeeds(['dist/apps/sandbox/deploy/main.js', '--as-possible']);
  note(printed.split('\n').find((line) => line.startsWith('skipped ')) ?? 'each file of deploy/ was read');
}

/** Every part is listed, under a licence that is allowed. What weaknesses are known is told: a new one is no fault of a change. */
async function supplyIsKnown() {
  const folder = mkdtempSync(join(tmpdir(), 'passerelle-supply-'));
  try {
    const file = join(folder, 'passerelle.cdx.json');
    const { code, printed } = await quietly(process.execPath, ['dist/apps/sandbox/supply/main.js', file]);
    const isSound = code === 0 || /^weaknesses: [1-9]/m.test(printed);
    if (!isSound || /^not allowed: /m.test(printed)) throw new Error(printed);
    const { components } = JSON.parse(readFileSync(file, 'utf8'));
    if (!(components?.length > 0)) throw new Error('the list of parts is empty');
    note(printed.split('\n').find((line) => line.startsWith('weaknesses: ')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function succeeds(args) {
  const { code, printed } = await quietly(process.execPath, args);
  if (code !== 0) throw new Error(printed);
  return printed;
}

/** Gives the specs a database and a folder, and clears away whatever they leave. */
async function onTheGround(use) {
  let ground;
  const isLaid = await checked('a database and a message server to test with', async () => {
    const { layTestGround } = await import(pathToFileURL(join(root, 'dist/apps/sandbox/test-ground.js')).href);
    ground = await layTestGround(note);
  });
  if (!isLaid) return;
  await checked('a browser to test with', async () => {
    const { chromiumProgram } = await import(pathToFileURL(join(root, 'dist/apps/sandbox/pages/browser.js')).href);
    ground.env.CHROMIUM = chromiumProgram(note);
  });
  try {
    await use(ground);
  } finally {
    await ground.clear();
  }
}

/** Runs all of Jest and adds what it counted. It prints the failures itself. */
async function specs({ dir, env }) {
  const outputFile = join(dir, 'jest.json');
  const where = [`--outputFile=${outputFile}`, '--cacheDirectory=node_modules/.cache/jest'];
  // Specs make much that is soon forgotten: a larger nursery lets the collector of garbage rest.
  const flags = ['--experimental-vm-modules', '--max-semi-space-size=64'];
  const args = [...flags, bin('jest/bin/jest.js'), '--json', `--maxWorkers=${sideBySide}`, ...where];
  const options = {
    env: { ...process.env, NODE_NO_WARNINGS: '1', ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: jestMinutes * 60_000,
  };
  const code = await execute(process.execPath, args, options);
  const result = read(outputFile);
  const broken = result.numFailedTests + result.numRuntimeErrorTestSuites;
  count.passed += result.numPassedTests;
  // Jest may also fail without a failed test: it found none, ran out of memory, or was stopped.
  count.failed += broken === 0 && code !== 0 ? 1 : broken;
}

function read(outputFile) {
  try {
    return JSON.parse(readFileSync(outputFile, 'utf8'));
  } catch {
    return { numPassedTests: 0, numFailedTests: 0, numRuntimeErrorTestSuites: 0 };
  }
}
