import type { PlainDate } from '@passerelle/values';
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
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'whole'; readonly from: number; readonly to: number }
    | { readonly kind: 'decimal' };
  readonly assumed: Fact;
}

/** A field that reads itself: `children.of(facts)` is what was said, or what is assumed. Check the facts first. */
export interface ReadableField<T extends Fact> extends FactField {
  readonly assumed: T;
  of(facts: Readonly<Record<string, Fact>>): T;
}

type Asked = Pick<FactField, 'name' | 'about' | 'words'>;

export const choiceFact = <const C extends string>(
  asked: Asked,
  choices: readonly C[],
  assumed: NoInfer<C>,
): ReadableField<C> => readable(asked, { kind: 'choice', choices }, assumed);

export const yesNoFact = (asked: Asked, assumed: boolean): ReadableField<boolean> =>
  readable(asked, { kind: 'yes-no' }, assumed);

export const wholeFact = (asked: Asked, from: number, to: number, assumed: number): ReadableField<number> =>
  readable(asked, { kind: 'whole', from, to }, assumed);

/** A decimal text that is not negative, such as `7.60`. */
export const decimalFact = (asked: Asked, assumed: string): ReadableField<string> =>
  readable(asked, { kind: 'decimal' }, assumed);

function readable<T extends Fact>(asked: Asked, allowed: FactField['allowed'], assumed: T): ReadableField<T> {
  const { name } = asked;
  return { ...asked, allowed, assumed, of: (facts) => (facts[name] as T | undefined) ?? assumed };
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
