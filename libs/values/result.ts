/**
 * The answer of anything that may be refused for a reason of the domain. A refusal is a value with a `kind`, never an
 * exception; bugs are asserts and are thrown.
 */
export type Result<T, R> = { readonly ok: true; readonly value: T } | Refused<R>;

export interface Refused<R> {
  readonly ok: false;
  readonly refusal: R;
}

export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

export const refuse = <R>(refusal: R): Refused<R> => ({ ok: false, refusal });
