import { configOrExit } from '@passerelle/doors';
import { startFederation } from './app.module.js';
import { federationSettings } from './config/federation-settings.js';

const config = configOrExit(process.env, federationSettings);

try {
  const app = await startFederation(config);
  process.stderr.write(`listening on ${await app.getUrl()}\n`);
} catch (error) {
  process.stderr.write(`the federation cannot start: ${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
