import { readConfig, printProblems, printUnknown } from '@passerelle/doors';
import { nodeSettings } from '../config/node-settings.js';
import { type Command, Refused, exit } from './command.js';
import { fileText } from './node-at-rest.js';
import { effectiveValues, envReference } from './env-reference.js';

/** Where the reference of all settings lies, from the root of the checkout. */
const referenceFile = 'docs/ops/env.md';

const check: Command = {
  name: 'config check',
  summary: 'Tells all problems of the configuration at once.',
  takes: '',
  example: 'passerelle config check',
  options: {},
  run: async ({ env }) => {
    const read = readConfig(env, nodeSettings, fileText);
    if (!read.ok) throw new Refused(exit.configuration, printProblems(read.refusal));
    const warnings = printUnknown(read.value.unknown);
    return {
      code: warnings.length > 0 ? exit.warnings : exit.ok,
      lines: [...warnings, 'the configuration is good'],
      json: { problems: [], unknown: read.value.unknown },
    };
  },
};

const print: Command = {
  name: 'config print',
  summary: 'Shows the value that is in force for each setting and where it comes from; secrets are hidden.',
  takes: '',
  example: 'passerelle config print --json',
  options: {},
  run: async ({ env }) => {
    const values = effectiveValues(env, nodeSettings);
    const width = Math.max(...values.map(({ name }) => name.length));
    return {
      code: exit.ok,
      lines: values.map(({ name, value, from }) => `${name.padEnd(width)}  ${value} (${from})`),
      json: values,
    };
  },
};

const reference: Command = {
  name: 'config reference',
  summary: `Prints the reference of all settings; with --check compares it with ${referenceFile}.`,
  takes: '[--check]',
  example: `passerelle config reference > ${referenceFile}`,
  options: { check: { type: 'boolean' } },
  run: async ({ values }) => {
    const text = envReference(nodeSettings);
    if (values['check'] !== true) return { code: exit.ok, lines: [text.trimEnd()], json: { reference: text } };
    const isSame = fileText(referenceFile) === text;
    if (!isSame) throw new Refused(exit.failed, `${referenceFile} is not what passerelle config reference prints`);
    return { code: exit.ok, lines: [`${referenceFile} is up to date`], json: { isUpToDate: true } };
  },
};

export const configCommands: readonly Command[] = [check, print, reference];
