import { runningFederation } from '../running.js';
import { days } from './border.js';
import { withFreeWorker } from './free-worker.js';
import { enter } from './scene.js';
import { tell } from './story.js';

// npm run story: plays the main job against the federation that npm start runs, through its public HTTP API alone.
try {
  const where = await withFreeWorker(runningFederation(), 'be', days.first);
  const scene = await enter(where, (text) => console.log(text));
  await scene.clock(days.registered);
  const { told } = await tell(scene);
  console.log(`\nThe story is true to the cent: ${told.net} EUR net of 1000.00 EUR.`);
} catch (error) {
  console.error(`\nThe story fails: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
