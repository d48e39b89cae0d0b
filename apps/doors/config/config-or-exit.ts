import { readFileSync } from 'node:fs';
import { printProblems, printUnknown } from './print-problems.js';
import { readConfig } from './read-config.js';
import type { ConfigOf, Environment, Settings } from './setting.js';

/** The exit code that tells a supervisor not to try again before somebody has mended the configuration. */
export const exitConfiguration = 78;

/** For `main.ts` only: the configuration, or all its problems on standard error and exit code 78. */
export function configOrExit<S extends Settings>(env: Environment, settings: S): ConfigOf<S> {
  const read = readConfig(env, settings, readIfReadable);
  if (!read.ok) {
    process.stderr.write(`${printProblems(read.refusal)}\n`);
    return process.exit(exitConfiguration);
  }
  for (const warning of printUnknown(read.value.unknown)) process.stderr.write(`${warning}\n`);
  return read.value.config;
}

function readIfReadable(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
