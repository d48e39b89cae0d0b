import { commands } from './commands/all.commands.js';
import { runCommand } from './commands/run-command.js';

const args = process.argv.slice(2);
const isRoster = args[0] === 'roster' || args[0] === 'join';

const { code, out, err } = isRoster
  ? (await import('./peers/roster/roster-command.js')).runRosterCommand(args, process.env)
  : await runCommand(commands, args, { env: process.env, note, input });

process.exitCode = code;
process.stdout.write(out);
// What a node that could not start has left running must not keep its program alive.
process.stderr.write(err, () => {
  if (err !== '') process.exit();
});

function note(line: string): void {
  process.stderr.write(`${line}\n`);
}

async function input(): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks)
    .toString('utf8')
    .replace(/\r?\n$/, '');
}
