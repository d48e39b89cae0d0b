import { parseArgs } from 'node:util';
import { codeOf, isAway } from './away.js';
import { type Command, type ExitCode, type Given, type Outcome, Refused, exit } from './command.js';
import { nearest, productVersion } from '@passerelle/doors/config';

/** What a run leaves: its exit code, and what goes to each stream. */
export interface Ran {
  readonly code: ExitCode;
  readonly out: string;
  readonly err: string;
}

const common = { help: { type: 'boolean' }, json: { type: 'boolean' } } as const;

/** Runs the command that the arguments name. Only what it was asked for goes to standard output. */
export async function runCommand(
  commands: readonly Command[],
  args: readonly string[],
  ground: Pick<Given, 'env' | 'note' | 'input'>,
): Promise<Ran> {
  const command = named(commands, args);
  if (!command) return unknown(commands, args);
  const rest = args.slice(command.name.split(' ').length);
  try {
    const options = { ...command.options, ...common };
    const parsed = parseArgs({ args: [...rest], options, allowPositionals: true });
    const values: Given['values'] = parsed.values;
    if (values['help'] === true) return { code: exit.ok, out: helpOf(command), err: '' };
    const run = await command.load();
    return printed(await run({ ...ground, values, words: parsed.positionals }), values['json'] === true);
  } catch (error) {
    const { code, err } = await failed(command, error);
    const isJson = args.includes('--json');
    return { code, err, out: isJson ? `${JSON.stringify({ code, refused: err.trim() }, null, 2)}\n` : '' };
  }
}

/** All commands, a line each. */
export function overview(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length));
  const lines = commands.map(({ name, summary }) => `  passerelle ${name.padEnd(width)}  ${summary}`);
  return [
    'The program of one node. Settings come from the environment (docs/ops/env.md).',
    '',
    ...lines,
    '',
    'passerelle join --help and passerelle roster --help tell how members join, rotate keys and change the roster.',
    'passerelle COMMAND --help tells more and gives an example; --json prints the answer for programs.',
    'Exit codes: 0 done, 1 warnings, 2 failed, 64 wrong usage, 75 try again, 78 configuration.',
    '',
  ].join('\n');
}

const named = (commands: readonly Command[], args: readonly string[]): Command | undefined =>
  commands
    .filter(({ name }) => name === args.slice(0, name.split(' ').length).join(' '))
    .sort((a, b) => b.name.length - a.name.length)[0];

function unknown(commands: readonly Command[], args: readonly string[]): Ran {
  if (args[0] === '--version') return { code: exit.ok, out: `${productVersion()}\n`, err: '' };
  const isAsking = args.length === 0 || args.includes('--help');
  if (isAsking) return { code: args.length === 0 ? exit.usage : exit.ok, out: overview(commands), err: '' };
  const words = args.filter((each) => !each.startsWith('-')).slice(0, 2);
  const meant = nearest(
    words.join(' '),
    commands.map(({ name }) => name),
  );
  const hint = meant === undefined ? 'passerelle --help lists all' : `did you mean passerelle ${meant}?`;
  return { code: exit.usage, out: '', err: `there is no command "${words.join(' ')}"; ${hint}\n` };
}

const helpOf = ({ name, takes, summary, example }: Command): string =>
  [`${`passerelle ${name} ${takes}`.trim()} [--json]`, '', summary, '', `Example: ${example}`, ''].join('\n');

const printed = ({ code, lines, json }: Outcome, isJson: boolean): Ran => ({
  code,
  out: isJson ? `${JSON.stringify(json, jsonOf, 2)}\n` : lines.map((line) => `${line}\n`).join(''),
  err: '',
});

/** Numbers of messages are larger than JSON's numbers may become. */
const jsonOf = (_: string, value: unknown): unknown => (typeof value === 'bigint' ? value.toString() : value);

async function failed({ name }: Command, error: unknown): Promise<Omit<Ran, 'out'>> {
  if (error instanceof Refused) return { code: error.code, err: `${error.message}\n` };
  if (isUsage(error)) return { code: exit.usage, err: `${error.message}\npasserelle ${name} --help tells more\n` };
  if (isAway(error)) return { code: exit.tryAgain, err: `no answer: ${error.message || error.code}; try again\n` };
  const [{ outsideFault }, { sayIn }] = await Promise.all([import('./outside-faults.js'), import('./said.js')]);
  const outside = outsideFault(error);
  if (outside) return { code: outside.code, err: `${sayIn('en', outside.why)}: ${sayIn('en', outside.remedy)}\n` };
  throw error;
}

const isUsage = (error: unknown): error is Error => codeOf(error).startsWith('ERR_PARSE_ARGS');
