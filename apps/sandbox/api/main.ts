import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkout } from '../checkout.js';
import { runningFederation } from '../running.js';

// Writes docs/api anew from the federation that runs. apps/node/src/main.e2e.spec.ts fails when the document is not current.
const { nodes } = runningFederation();
const answer = await fetch(`${nodes[0]!.url}/api/openapi.json`);
const file = join('docs', 'api', 'node.json');
writeFileSync(join(checkout, file), `${JSON.stringify(await answer.json(), null, 2)}\n`);
process.stdout.write(`${file} is written.\n`);
