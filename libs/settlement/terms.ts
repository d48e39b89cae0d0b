import { Money, type Result, isCurrencyCode, isPlainDate, ok, refuse } from '@passerelle/values';
import type { NodeId } from './federation.js';

/** The body of a proposal, exactly as it was signed: `amount` in minor units as decimal text, `due` an ISO day. */
export interface ObligationTerms {
  readonly obligation: string;
  readonly mission: string;
  readonly debtor: NodeId;
  readonly creditor: NodeId;
  readonly currency: string;
  readonly amount: string;
  readonly due: string;
  readonly kind: string;
  readonly text: string;
  /** The obligation that this one corrects, the other way. */
  readonly reverses?: string;
}

export interface TermsRefusal {
  readonly code: 'wrong-party' | 'nonsense' | 'wrong-reversal';
  readonly detail: string;
}

/** Minor units as they travel: no sign, no leading zero, at most 18 digits. */
export const isMinorText = (text: unknown): text is string =>
  typeof text === 'string' && /^(0|[1-9][0-9]{0,17})$/.test(text);

/** What the debtor owes. Throws when the terms were not checked before. */
export function amountOf(terms: ObligationTerms): Money {
  if (!isMinorText(terms.amount) || !isCurrencyCode(terms.currency))
    throw new TypeError(`the terms of ${terms.obligation} were never checked`);
  return new Money(BigInt(terms.amount), terms.currency);
}

/** True when the terms name the two parties of the pair, an amount above zero and a day that exists. */
export function checkTerms(
  terms: ObligationTerms,
  parties: readonly [NodeId, NodeId],
): Result<ObligationTerms, TermsRefusal> {
  const { debtor, creditor } = terms;
  if (debtor === creditor || !parties.includes(debtor) || !parties.includes(creditor))
    return refuse({ code: 'wrong-party', detail: `${debtor} and ${creditor} are not the pair ${parties.join(', ')}` });
  if (!isMinorText(terms.amount) || terms.amount === '0')
    return refuse({ code: 'nonsense', detail: `"${terms.amount}" is not an amount above zero in minor units` });
  if (!isCurrencyCode(terms.currency))
    return refuse({ code: 'nonsense', detail: `"${terms.currency}" is not a currency of the federation` });
  if (!isPlainDate(terms.due)) return refuse({ code: 'nonsense', detail: `"${terms.due}" is not a day` });
  if (terms.obligation === '') return refuse({ code: 'nonsense', detail: 'the obligation has no id' });
  return ok(terms);
}

/** A correction goes the other way, in the same currency, for at most what it corrects. */
export function checkReversal(
  terms: ObligationTerms,
  original: ObligationTerms | undefined,
): Result<ObligationTerms, TermsRefusal> {
  const refused = (detail: string) => refuse<TermsRefusal>({ code: 'wrong-reversal', detail });
  if (original === undefined) return refused(`the corrected obligation ${String(terms.reverses)} is not known`);
  if (terms.debtor !== original.creditor || terms.creditor !== original.debtor)
    return refused(`a correction of ${original.obligation} is owed by ${original.creditor}`);
  if (terms.currency !== original.currency) return refused(`${original.obligation} is in ${original.currency}`);
  if (BigInt(terms.amount) > BigInt(original.amount))
    return refused(`${terms.amount} is more than the ${original.amount} it corrects`);
  return ok(terms);
}
