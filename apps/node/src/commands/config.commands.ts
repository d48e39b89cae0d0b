import { readConfig, printProblems, printUnknown } from '@passerelle/doors/config';
import { nodeSettings } from '../config/node-settings.js';
import { Refused, exit, type Run } from './command.js';
import { fileText } from './settings-at-rest.js';
import { referenceFile } from './reference-file.js';
import { effectiveValues, envReference } from './env-reference.js';

export const check: Run = async ({ env }) => {
  const read = readConfig(env, nodeSettings, fileText);
  if (!read.ok) throw new Refused(exit.configuration, printProblems(read.refusal));
  const warnings = printUnknown(read.value.unknown);
  return {
    code: warnings.length > 0 ? exit.warnings : exit.ok,
    lines: [...warnings, 'the configuration is good'],
    json: { problems: [], unknown: read.value.unknown },
  };
};

export const print: Run = async ({ env }) => {
  const values = effectiveValues(env, nodeSettings);
  const width = Math.max(...values.map(({ name }) => name.length));
  return {
    code: exit.ok,
    lines: values.map(({ name, value, from }) => `${name.padEnd(width)}  ${value} (${from})`),
    json: values,
  };
};

export const reference: Run = async ({ values }) => {
  const text = envReference(nodeSettings);
  if (values['check'] !== true) return { code: exit.ok, lines: [text.trimEnd()], json: { reference: text } };
  const isSame = fileText(referenceFile) === text;
  if (!isSame) throw new Refused(exit.failed, `${referenceFile} is not what passerelle config reference prints`);
  return { code: exit.ok, lines: [`${referenceFile} is up to date`], json: { isUpToDate: true } };
};
