import { configOrExit } from '@passerelle/doors';
import { startNode } from './app.module.js';
import { nodeSettings } from './config/node-settings.js';

const config = configOrExit(process.env, nodeSettings);

try {
  const app = await startNode(config);
  process.stderr.write(`listening on ${await app.getUrl()}\n`);
} catch (error) {
  process.stderr.write(`the node cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
