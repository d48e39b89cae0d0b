import { readFileSync } from 'node:fs';
import { type Environment, printProblems, readConfig } from '@passerelle/doors/config';
import { type NodeConfig, nodeSettings } from '../config/node-settings.js';
import { Refused, exit } from './command.js';

/** The node's configuration. @throws Refused with all its problems */
export function configIn(env: Environment): NodeConfig {
  const read = readConfig(env, nodeSettings, fileText);
  if (!read.ok) throw new Refused(exit.configuration, printProblems(read.refusal));
  return read.value.config;
}

/** The text of a file, or undefined when it cannot be read. */
export function fileText(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
