import { printUnknown, readConfig } from '@passerelle/doors';
import { nodeSettings } from '../config/node-settings.js';
import { type Command, exit } from './command.js';
import { configIn, fileText } from './node-at-rest.js';

const serve: Command = {
  name: 'serve',
  summary: 'Runs the node: pages, API, followers and the exchange, until it is told to stop.',
  takes: '',
  example: 'passerelle serve',
  options: {},
  run: async ({ env, note }) => {
    const config = configIn(env);
    const read = readConfig(env, nodeSettings, fileText);
    for (const line of read.ok ? printUnknown(read.value.unknown) : []) note(line);
    // The whole program is read only by the one command that runs it.
    const { startNode } = await import('../app.module.js');
    const app = await startNode(config);
    note(`listening on ${await app.getUrl()}`);
    await new Promise<void>((resolve) => app.getHttpServer().once('close', resolve));
    return { code: exit.ok, lines: [], json: {} };
  },
};

export const serveCommands: readonly Command[] = [serve];
