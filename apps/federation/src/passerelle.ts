import { configOrExit } from '@passerelle/doors';
import { openDatabase } from './app.module.js';
import { runCommand } from './commands.js';
import { federationSettings } from './config/federation-settings.js';

const { code, out, err } = await runCommand(process.argv.slice(2), {
  config: () => configOrExit(process.env, federationSettings),
  open: openDatabase,
  input: standardInput,
});
process.exitCode = code;
process.stdout.write(out ?? '');
process.stderr.write(err ?? '');

async function standardInput(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
