import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { RuleRefusal } from './refusal.js';
import type { Words } from './words.js';

/** What the law knows about a person or employer: a choice, a yes or no, a whole number or a decimal text. */
export type Fact = string | number | boolean;

/** One such fact: its name, what it may be, and what is assumed when nobody said. */
export interface FactField {
  readonly name: string;
  readonly about: 'person' | 'engagement' | 'employer';
  readonly words: Words;
  readonly allowed:
    | {
        readonly kind: 'choice';
        readonly choices: readonly string[];
        /** What each choice is called. */
        readonly words: Readonly<Record<string, Words>>;
        /** What people are asked to choose from, where they are asked; other choices are for the branch to say. */
        readonly offered: readonly string[];
      }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'whole'; readonly from: number; readonly to: number }
    | { readonly kind: 'decimal' };
  readonly assumed: Fact;
}

/** A field whose name and values are known where it is written, so that facts can be read by their names. */
export interface NamedField<N extends string, T extends Fact> extends FactField {
  readonly name: N;
  readonly assumed: T;
}

/** Every fact of a list of fields by its name: what was said, or what is assumed. */
export type FactsOf<F extends readonly FactField[]> = {
  readonly [Field in F[number] as Field['name']]: Field['assumed'];
};

interface Asked<N extends string> extends Pick<FactField, 'about' | 'words'> {
  readonly name: N;
}

/** A choice cannot be written without its words in every language. */
export const choiceFact = <const N extends string, const C extends string>(
  asked: Asked<N>,
  choices: readonly C[],
  assumed: NoInfer<C>,
  words: Readonly<Record<NoInfer<C>, Words>>,
  offered: readonly NoInfer<C>[] = [],
): NamedField<N, C> => ({
  ...asked,
  allowed: { kind: 'choice', choices, words, offered },
  assumed,
});

export const yesNoFact = <const N extends string>(asked: Asked<N>, assumed: boolean): NamedField<N, boolean> => ({
  ...asked,
  allowed: { kind: 'yes-no' },
  assumed,
});

export const wholeFact = <const N extends string>(
  asked: Asked<N>,
  from: number,
  to: number,
  assumed: number,
): NamedField<N, number> => ({ ...asked, allowed: { kind: 'whole', from, to }, assumed });

/** A decimal text that is not negative, such as `7.60`. */
export const decimalFact = <const N extends string>(asked: Asked<N>, assumed: string): NamedField<N, string> => ({
  ...asked,
  allowed: { kind: 'decimal' },
  assumed,
});

/** What a value of a fact is called, where it has a name: a choice always has one. */
export const valueWords = ({ allowed }: FactField, value: Fact): Words | null =>
  (allowed.kind === 'choice' && allowed.words[String(value)]) || null;

/** Reads facts once, by a country's fields: all of them by their names, or the refusal of the first that cannot be. */
export function factsReader<const F extends readonly FactField[]>(
  country: string,
  fields: F,
): (facts: Readonly<Record<string, Fact>>, date: PlainDate) => Result<FactsOf<F>, RuleRefusal> {
  const check = factsCheck(country, fields);
  const assumed = Object.fromEntries(fields.map((field) => [field.name, field.assumed])) as FactsOf<F>;
  return (facts, date) => {
    const refusal = check(facts, date);
    return refusal ? refuse(refusal) : ok({ ...assumed, ...facts });
  };
}

/** Checks facts against a country's fields: the first unknown or impossible one is refused by its name. */
export function factsCheck(
  country: string,
  fields: readonly FactField[],
): (facts: Readonly<Record<string, Fact>>, date: PlainDate) => RuleRefusal | undefined {
  const byName = new Map(fields.map((field) => [field.name, field]));
  return (facts, date) => {
    for (const name in facts) {
      const field = byName.get(name);
      const value = facts[name]!;
      if (field !== undefined && isAllowed(field, value)) continue;
      const remedy = field
        ? `Give ${allowedText(field)}, or leave the fact out: ${JSON.stringify(field.assumed)} is then assumed.`
        : `Leave it out, or use one of: ${[...byName.keys()].join(', ')}.`;
      const detail = field
        ? `${JSON.stringify(value)} is not possible for the fact "${name}".`
        : `The rules of ${country} know no fact "${name}".`;
      return { kind: 'impossible-facts', rule: `${country.toLowerCase()}.facts`, date, field: name, detail, remedy };
    }
    return undefined;
  };
}

function isAllowed({ allowed }: FactField, value: Fact): boolean {
  switch (allowed.kind) {
    case 'choice':
      return typeof value === 'string' && allowed.choices.includes(value);
    case 'yes-no':
      return typeof value === 'boolean';
    case 'whole':
      return typeof value === 'number' && Number.isInteger(value) && value >= allowed.from && value <= allowed.to;
    case 'decimal':
      return typeof value === 'string' && /^\d{1,12}(\.\d{1,6})?$/.test(value);
  }
}

function allowedText({ allowed }: FactField): string {
  switch (allowed.kind) {
    case 'choice':
      return `one of ${allowed.choices.join(', ')}`;
    case 'yes-no':
      return 'true or false';
    case 'whole':
      return `a whole number from ${allowed.from} to ${allowed.to}`;
    case 'decimal':
      return 'a decimal text such as "7.60"';
  }
}
