// node apps/sandbox/run.mjs <program> [arguments]: runs dist/apps/sandbox/<program>.js, installed and built if need be.
import './node-version.mjs';
import './stop-with-npm.mjs';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { execute, note, prepare, root } from './prepare.mjs';

const [program, ...args] = process.argv.slice(2);
if (program === undefined) {
  note('say which program to run, for example: node apps/sandbox/run.mjs stories/tell');
  process.exit(64);
}

try {
  await prepare();
} catch (error) {
  note(error.message);
  process.exit(2);
}
const file = join(root, 'dist', 'apps', 'sandbox', `${program.replace(/[.][jt]s$/, '')}.js`);
if (!existsSync(file)) {
  note(`there is no program "${program}" in apps/sandbox`);
  process.exit(64);
}
process.exitCode = await execute(process.execPath, ['--enable-source-maps', file, ...args], { cwd: process.cwd() });
