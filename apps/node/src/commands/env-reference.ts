import { type Environment, type Setting, type Settings, isGiven } from '@passerelle/doors/config';

/** One setting as it is in force. */
export interface EffectiveValue {
  readonly name: string;
  readonly value: string;
  readonly from: 'environment' | 'file' | 'standard' | 'nothing';
}

/** What is in force for each setting, as it is written; a secret is only said to be there. */
export const effectiveValues = (env: Environment, settings: Settings): readonly EffectiveValue[] =>
  Object.values(settings).map((setting) => effectiveValue(env, setting));

function effectiveValue(env: Environment, { name, isSecret, standard }: Setting<unknown>): EffectiveValue {
  const isFromFile = isSecret && isGiven({ [`${name}_FILE`]: env[`${name}_FILE`] }, name);
  if (isFromFile) return { name, value: '(hidden)', from: 'file' };
  if (isGiven({ [name]: env[name] }, name))
    return { name, value: isSecret ? '(hidden)' : env[name]!.trim(), from: 'environment' };
  return standard === undefined ? { name, value: '–', from: 'nothing' } : { name, value: standard, from: 'standard' };
}

/** The reference of all settings, in Markdown. */
export function envReference(settings: Settings): string {
  return [
    '# Settings of a node',
    '',
    'Configuration comes from the environment only. A secret may be given as a file instead: the path stands in the same',
    'name with `_FILE` added. All problems are printed together at the start, with exit code 78. `passerelle config check`',
    'looks without starting; `passerelle config reference` printed this page.',
    '',
    ...Object.values(settings).flatMap(entryOf),
  ].join('\n');
}

function entryOf({ name, purpose, expected, example, isSecret, standard, isOptional, neededWhen }: Setting<unknown>) {
  const need = isOptional
    ? neededWhen
      ? 'needed only together with others'
      : 'optional'
    : standard === undefined
      ? 'required'
      : `without it: \`${standard}\``;
  return [
    `## \`${name}\``,
    '',
    purpose,
    '',
    `- ${need}${isSecret ? '; a secret, never shown' : ''}`,
    `- form: ${expected}, for example \`${example}\``,
    '',
  ];
}
