import type { ParseArgsConfig } from 'node:util';
import { type Environment, exitConfiguration } from '@passerelle/doors/config';

/** What a command's exit says to whoever started it. */
export const exit = {
  ok: 0,
  warnings: 1,
  failed: 2,
  usage: 64,
  tryAgain: 75,
  configuration: exitConfiguration,
} as const;

export type ExitCode = (typeof exit)[keyof typeof exit];

/** What a command was given. */
export interface Given {
  readonly values: Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;
  /** Words after the command's name. */
  readonly words: readonly string[];
  readonly env: Environment;
  /** Tells on standard error how far it is. */
  readonly note: (line: string) => void;
  /** The text on standard input, without its last line end. */
  readonly input: () => Promise<string>;
}

/** What came out: lines for people, or the same as one JSON value. */
export interface Outcome {
  readonly code: ExitCode;
  readonly lines: readonly string[];
  readonly json: unknown;
}

/** What a verb does. */
export type Run = (given: Given) => Promise<Outcome>;

/** One verb of the program. */
export interface Command {
  /** As it is typed: "config check". */
  readonly name: string;
  readonly summary: string;
  /** What follows the name, such as "PEER" or "--email ADDRESS". */
  readonly takes: string;
  readonly example: string;
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** Reads what the verb needs of the program, when it runs: most need little of it. */
  load(): Promise<Run>;
}

/** A command cannot do what it was asked: says what is wrong and what to do. Nothing was changed. */
export class Refused extends Error {
  constructor(
    readonly code: ExitCode,
    why: string,
  ) {
    super(why);
  }
}

/** A text option that must be there. @throws Refused */
export function need({ values }: Pick<Given, 'values'>, name: string): string {
  const value = values[name];
  if (typeof value !== 'string' || value === '') throw new Refused(exit.usage, `--${name} is missing`);
  return value;
}

/** The only word after the command's name. @throws Refused */
export function onlyWord({ words }: Pick<Given, 'words'>, what: string): string {
  const [word, ...more] = words;
  if (word === undefined) throw new Refused(exit.usage, `${what} is missing`);
  if (more.length > 0) throw new Refused(exit.usage, `"${more.join(' ')}" is more than this command takes`);
  return word;
}
