import type { CountryCode, Money } from '@passerelle/values';

/** What a person should look at before she approves. It stops nothing. */
export type Finding =
  | { readonly kind: 'first-payslip' }
  | { readonly kind: 'net-change' }
  | { readonly kind: 'not-positive' }
  | { readonly kind: 'new-account' }
  | { readonly kind: 'no-a1'; readonly country: CountryCode };

export type FindingKind = Finding['kind'];

/** What is compared of a payslip with the one before. */
export interface Seen {
  readonly net: Money;
  readonly days: number;
  /** To which account it is or will be paid; null where it never was ordered. */
  readonly iban: string | null;
}

/** What is unusual about a payslip. `a1Missing` is the country of work for which no certificate is there. */
export function findingsOf(
  now: Seen,
  before: Seen | null,
  { a1Missing }: { readonly a1Missing: CountryCode | null },
): readonly Finding[] {
  return [
    ...(before ? [] : [{ kind: 'first-payslip' } as const]),
    ...(before && isFarFrom(now, before) ? [{ kind: 'net-change' } as const] : []),
    ...(now.net.isPositive() ? [] : [{ kind: 'not-positive' } as const]),
    ...(before?.iban && before.iban !== now.iban ? [{ kind: 'new-account' } as const] : []),
    ...(a1Missing === null ? [] : [{ kind: 'no-a1', country: a1Missing } as const]),
  ];
}

/** A fifth. Missions last longer or shorter, so the net of one day is compared, crosswise to need no rounding. */
function isFarFrom(now: Seen, before: Seen): boolean {
  if (now.net.currency !== before.net.currency) return true;
  const [ours, theirs] = [now.net.minor * BigInt(before.days), before.net.minor * BigInt(now.days)];
  const apart = ours > theirs ? ours - theirs : theirs - ours;
  return apart * 5n > (theirs < 0n ? -theirs : theirs);
}
