declare const brand: unique symbol;

/** An account of a book: a kind such as `vat.output`, or a kind and whom it concerns, such as `client:lille`. */
export type Account = string & { readonly [brand]: 'Account' };

const kindSyntax = /^[a-z][a-z0-9]*(?:[.-][a-z0-9]+)*$/;
const ofSyntax = /^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/;

/** True for `kind` in lower case words joined by points or hyphens, optionally followed by `:` and a name or an id. */
export function isAccount(text: unknown): text is Account {
  if (typeof text !== 'string') return false;
  const colon = text.indexOf(':');
  if (colon < 0) return kindSyntax.test(text);
  return kindSyntax.test(text.slice(0, colon)) && ofSyntax.test(text.slice(colon + 1));
}

/** `account('bank')`, `account('client', 'lille')` or `account('client:lille')`. Throws RangeError for another syntax. */
export function account(kind: string, of?: string): Account {
  const text = of === undefined ? kind : `${kind}:${of}`;
  if (!isAccount(text)) throw new RangeError(`"${text}" is not an account such as vat.output or client:lille`);
  return text;
}

/** The part before the colon: `client` of `client:lille`. */
export const kindOfAccount = (of: Account): string => of.split(':', 1)[0]!;

/** The part after the colon: `lille` of `client:lille`; null when the account concerns nobody in particular. */
export function concernOfAccount(of: Account): string | null {
  const colon = of.indexOf(':');
  return colon < 0 ? null : of.slice(colon + 1);
}
