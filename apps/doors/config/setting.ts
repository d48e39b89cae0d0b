export type Environment = Readonly<Record<string, string | undefined>>;

/** True when the environment has the setting, itself or as a file. An empty text counts as nothing. */
export const isGiven = (env: Environment, name: string): boolean =>
  Boolean(env[name]?.trim() || env[`${name}_FILE`]?.trim());

/** One thing an operator may set in the environment. */
export interface Setting<T> {
  /** `PASSERELLE_…`. A secret may also be given as a file whose path stands in the same name with `_FILE` added. */
  readonly name: string;
  /** What it does, for the operator's reference. */
  readonly purpose: string;
  /** The form in words, after "expected": `a whole number 1–60`. */
  readonly expected: string;
  readonly example: string;
  readonly isSecret: boolean;
  /** Used when nothing is set, written as in the environment. Without one the setting must be given, unless optional. */
  readonly standard?: string;
  readonly isOptional: boolean;
  /** When this optional one is necessary all the same, seen from what else is set. */
  readonly neededWhen?: (env: Environment) => boolean;
  /** The value written in the text, or undefined when the text does not have the expected form. */
  read(text: string): T | undefined;
}

export type Settings = Readonly<Record<string, Setting<unknown>>>;

/** What the settings are read into: the same names, with values. */
export type ConfigOf<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** A form a text may have: in words, and how to read it. */
export interface Form<T> {
  readonly expected: string;
  readonly example: string;
  read(text: string): T | undefined;
}

interface Given {
  readonly name: string;
  readonly purpose: string;
}

/** A setting that must be given. */
export const required = <T>(form: Form<T>, given: Given): Setting<T> => ({
  ...form,
  ...given,
  isSecret: false,
  isOptional: false,
});

/** A setting that must be given and is never shown. */
export const requiredSecret = <T>(form: Form<T>, given: Given): Setting<T> => ({
  ...required(form, given),
  isSecret: true,
});

/** A setting with a value of its own when nothing is given. */
export const standard = <T>(form: Form<T>, given: Given & { readonly standard: string }): Setting<T> => ({
  ...form,
  ...given,
  isSecret: false,
  isOptional: false,
});

/** A setting that may be absent, unless `neededWhen` says that it is needed. */
export const optional = <T>(
  form: Form<T>,
  given: Given & { readonly neededWhen?: (env: Environment) => boolean; readonly isSecret?: boolean },
): Setting<T | undefined> => ({ isSecret: false, ...form, ...given, isOptional: true });
