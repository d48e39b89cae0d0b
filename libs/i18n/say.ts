import type { TextTree } from './catalogue.js';

export type TextValues = Readonly<Record<string, string | number>>;

/** Says a text by its key, undefined when there is none. */
export type Say = (key: string, values?: TextValues) => string | undefined;

/**
 * Texts of one language. A text with a number takes it as `count` and chooses its plural by the language's rule; some
 * languages have more plurals than one and other, such as French for millions, and the other one serves them. Values are
 * put in as they are: whoever makes HTML escapes there, as React does.
 */
export function saying(tree: TextTree, language: string): Say {
  const plurals = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const { count } = values;
    const forms = typeof count === 'number' ? [`${key}_${plurals.select(count)}`, `${key}_other`, key] : [key];
    const text = forms.map((form) => textAt(tree, form)).find((found) => found !== undefined);
    return text?.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}

function textAt(tree: TextTree, key: string): string | undefined {
  let found: TextTree | string | undefined = tree;
  for (const step of key.split('.')) found = typeof found === 'object' ? found[step] : undefined;
  return typeof found === 'string' ? found : undefined;
}
