// npm start: a whole federation on this machine. Plain JavaScript, because it runs before anything is installed.
import './node-version.mjs';
import './asked.mjs';
import './stop-with-npm.mjs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { claim } from './claim.mjs';
import { note, prepare, root, stateDir } from './prepare.mjs';

let saying = `The federation is being started by process ${process.pid}.`;
const claimed = await claim(join(stateDir, 'running.json'), () => saying);
if (claimed.heldBy !== undefined) {
  console.log(`Passerelle is already running here.\n\n${claimed.heldBy}`);
  process.exit(0);
}

try {
  await prepare();
  const { run } = await import(pathToFileURL(join(root, 'dist', 'apps', 'sandbox', 'main.js')).href);
  process.exitCode = await run({ stateDir, announce: (text) => (saying = text) });
} catch (error) {
  note(error.message);
  process.exitCode = 2;
} finally {
  claimed.release();
}
process.exit();
