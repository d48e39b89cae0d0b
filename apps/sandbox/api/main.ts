import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.js';
import { runningFederation } from '../running.js';

// Writes docs/api anew from the federation that runs. Specs of both programs fail when a document is not current.
const { nodes, centreUrl } = runningFederation();
for (const [program, url] of [
  ['node', nodes[0]!.url],
  ['federation', centreUrl],
] as const) {
  const answer = await fetch(`${url}/api/openapi.json`);
  const file = join('docs', 'api', `${program}.json`);
  writeFileSync(join(checkout, file), `${JSON.stringify(await answer.json(), null, 2)}\n`);
  process.stdout.write(`${file} is written.\n`);
}
