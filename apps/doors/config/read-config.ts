import { ok, refuse, type Result } from '@passerelle/values';
import { nearest } from './edit-distance.js';
import type { ConfigOf, Environment, Setting, Settings } from './setting.js';

export interface ConfigProblem {
  readonly name: string;
  /** What was found, as it may be shown: `missing`, `"seven"`, `(hidden)`. */
  readonly found: string;
  readonly expected: string;
}

export interface UnknownName {
  readonly name: string;
  readonly didYouMean: string | undefined;
}

export interface ConfigRefusal {
  readonly problems: readonly ConfigProblem[];
  readonly unknown: readonly UnknownName[];
}

export interface ReadConfig<C> {
  readonly config: C;
  readonly unknown: readonly UnknownName[];
}

/** Gives the text of a file, or undefined when it cannot be read. */
export type ReadFile = (path: string) => string | undefined;

/** Reads every setting, or tells all problems at once. Names of ours that nobody knows are told in both cases. */
export function readConfig<S extends Settings>(
  env: Environment,
  settings: S,
  readFile: ReadFile,
): Result<ReadConfig<ConfigOf<S>>, ConfigRefusal> {
  const unknown = unknownNames(env, Object.values(settings));
  const problems: ConfigProblem[] = [];
  const config: Record<string, unknown> = {};
  for (const [key, setting] of Object.entries(settings)) {
    const read = readSetting(env, setting, readFile);
    if (read.ok) config[key] = read.value;
    else problems.push(read.refusal);
  }
  return problems.length > 0 ? refuse({ problems, unknown }) : ok({ config: config as ConfigOf<S>, unknown });
}

function readSetting(env: Environment, setting: Setting<unknown>, readFile: ReadFile): Result<unknown, ConfigProblem> {
  const found = findText(env, setting, readFile);
  if (!found.ok) return found;
  const written = found.value ?? setting.standard;
  if (written === undefined) {
    const isNeeded = !setting.isOptional || setting.neededWhen?.(env) === true;
    return isNeeded ? problem(setting, 'missing') : ok(undefined);
  }
  const value = setting.read(written);
  return value === undefined ? problem(setting, setting.isSecret ? '(hidden)' : `"${written}"`) : ok(value);
}

/** The text as given, or from the file of a secret; an empty text counts as not given. */
function findText(
  env: Environment,
  setting: Setting<unknown>,
  readFile: ReadFile,
): Result<string | undefined, ConfigProblem> {
  const direct = env[setting.name]?.trim() || undefined;
  const file = setting.isSecret ? env[`${setting.name}_FILE`]?.trim() || undefined : undefined;
  if (file === undefined) return ok(direct);
  const fileSetting = { ...setting, name: `${setting.name}_FILE` };
  if (direct !== undefined) return problem({ ...fileSetting, expected: `either this or ${setting.name}` }, `"${file}"`);
  const content = readFile(file)?.trim();
  return content
    ? ok(content)
    : problem({ ...fileSetting, expected: 'a readable file that is not empty' }, `"${file}"`);
}

const problem = (setting: Pick<Setting<unknown>, 'name' | 'expected'>, found: string) =>
  refuse({ name: setting.name, found, expected: setting.expected });

/** A misspelt name would otherwise be silently without effect. */
function unknownNames(env: Environment, settings: readonly Setting<unknown>[]): UnknownName[] {
  const known = settings.flatMap(({ name, isSecret }) => (isSecret ? [name, `${name}_FILE`] : [name]));
  return Object.keys(env)
    .filter((name) => name.startsWith('PASSERELLE_') && !known.includes(name))
    .map((name) => ({ name, didYouMean: nearest(name, known) }));
}
