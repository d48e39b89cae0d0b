import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { claimInTurn } from './claim.mjs';

/** The checkout this file lies in. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the sandbox keeps between two starts. */
export const stateDir = join(root, '.passerelle');

/**
 * Installs the packages when the lock file asks for others than are there, and builds when a source has changed.
 * Says what it does on stderr, and nothing when there is nothing to do. Throws an error fit to be read by a person.
 */
export async function prepare() {
  await install();
  await build();
}

/** The first half of it. */
export const install = () => inTurn(async () => isInstalled() || (await installPackages()));

/** The second half of it. */
export const build = () => inTurn(buildIfChanged);

/** Two programs started at once must not install or build over each other. */
async function inTurn(work) {
  const turn = await claimInTurn(join(stateDir, 'preparing.json'), `process ${process.pid}`, (who) =>
    note(`waiting for ${who}, which is installing or building here`),
  );
  try {
    await work();
  } finally {
    turn.release();
  }
}

/** True when every package of the lock file is there in its version, whoever installed it. */
function isInstalled() {
  try {
    const wanted = packagesOf(join(root, 'package-lock.json'));
    const present = packagesOf(join(root, 'node_modules', '.package-lock.json'));
    return Object.entries(wanted).every(
      ([path, { version, optional }]) => path === '' || optional || present[path]?.version === version,
    );
  } catch {
    return false;
  }
}

const packagesOf = (lockFile) => JSON.parse(readFileSync(lockFile, 'utf8')).packages;

async function installPackages() {
  note('installing packages (npm ci), which takes a minute or two');
  // The build needs the development packages too, whatever NODE_ENV says.
  const quiet = ['--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const strict = await quietly('npm', ['ci', ...quiet]);
  if (strict.code === 0) return;
  // A lock file written against a registry that lacks other platforms' packages is whole for us and not for npm ci.
  const isOnlyIncomplete = /Missing: .* from lock file/.test(strict.printed);
  if (!isOnlyIncomplete) throw new Error(`npm ci failed:\n${strict.printed}`);
  const lenient = await quietly('npm', ['install', '--no-save', ...quiet]);
  if (lenient.code !== 0) throw new Error(`npm install failed:\n${lenient.printed}`);
}

async function buildIfChanged() {
  const stamp = join(root, 'dist', 'built.json');
  const sources = sourceFiles();
  const hash = hashOf(sources);
  const last = readBuilt(stamp);
  if (last.hash === hash) return;
  note('building');
  // A file that was removed or renamed must not live on in what was built.
  if (last.sources.some((source) => !sources.includes(source))) rmSync(join(root, 'dist'), { recursive: true });
  rmSync(stamp, { force: true });
  const [programs, pages] = await Promise.all([
    quietly(process.execPath, ['node_modules/@nestjs/cli/bin/nest.js', 'build']),
    quietly(process.execPath, ['apps/web/build.mjs']),
  ]);
  if (programs.code !== 0) throw new Error(`the build failed:\n${programs.printed}`);
  if (pages.code !== 0) throw new Error(`the build of the pages failed:\n${pages.printed}`);
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, JSON.stringify({ hash, sources }));
}

function readBuilt(stamp) {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'));
  } catch {
    return { hash: undefined, sources: [] };
  }
}

/** All that a build reads, as paths from the checkout. */
function sourceFiles() {
  const settings = ['package-lock.json', 'nest-cli.json', 'tsconfig.json', 'tsconfig.build.json'];
  const code = ['apps', 'libs', 'docs/api'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter(
        (entry) =>
          entry.isFile() &&
          /(?<![.](spec|schema))[.](ts|tsx|json|css|html|svg)$|(^|[.])(build|config)[.]mjs$/.test(entry.name),
      )
      .map((entry) => relative(root, join(entry.parentPath ?? entry.path, entry.name)))
      .filter((path) => !path.includes('node_modules')),
  );
  return [...settings, ...code.sort()];
}

function hashOf(files) {
  const hash = createHash('sha256');
  for (const file of files)
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(root, file)))
      .update('\0');
  return hash.digest('hex');
}

/** Runs a command in the checkout to its end and answers its exit code. A signal to us is passed on to it. */
export async function execute(command, args, options = {}) {
  const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...options });
  const { onOutput } = options;
  if (onOutput) for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', onOutput);
  const pass = (signal) => child.kill(signal);
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, pass);
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => resolve(code ?? 130));
    });
  } finally {
    for (const signal of signals) process.off(signal, pass);
  }
}

/** The same for a command whose words matter only when it fails: answers them with the exit code. */
export async function quietly(command, args) {
  let printed = '';
  const onOutput = (text) => (printed += text);
  const code = await execute(command, args, { stdio: ['ignore', 'pipe', 'pipe'], onOutput });
  return { code, printed };
}

export const note = (text) => console.error(`passerelle: ${text}`);
