import type { DisputeReason } from '@passerelle/protocol';
import { Money } from '@passerelle/values';
import { type ReportsByNode, type Signed, signedBy } from './figure.js';
import { bothSides } from './pairs.js';

/** A debt that a party holds back: it stays out of every cycle until both have agreed again. */
export interface Dispute extends Signed {
  readonly obligation: string;
  readonly debtor: string;
  readonly creditor: string;
  readonly amount: Money;
  readonly due: string;
  /** Which of the two report it as held; only one while the word is on its way to the other. */
  readonly heldBySides: readonly string[];
  /** Why, as the two know it: one reason, more when both have opened the dispute, none when neither tells. */
  readonly reasons: readonly DisputeReason[];
  /** The first cycle in which it would count. */
  readonly cycle: string | null;
}

/** What is disputed, the earliest due first, in the creditor's words where it reports the debt. */
export const disputesOf = (reports: ReportsByNode): readonly Dispute[] =>
  bothSides(reports)
    .flatMap(({ id, debtor, creditor }) => {
      const one = creditor ?? debtor;
      const held = [
        ...(debtor?.state === 'held' ? [debtor.debtor] : []),
        ...(creditor?.state === 'held' ? [creditor.creditor] : []),
      ];
      const reasons = new Set([debtor?.dispute ?? [], creditor?.dispute ?? []].flat());
      return one && held.length > 0 ? [{ id, one, held, reasons }] : [];
    })
    .map(({ id, one, held, reasons }) => ({
      obligation: id,
      debtor: one.debtor,
      creditor: one.creditor,
      amount: new Money(BigInt(one.amount), one.currency),
      due: one.due,
      heldBySides: held,
      reasons: [...reasons],
      cycle: one.cycle ?? null,
      ...signedBy(reports.get(one.debtor), reports.get(one.creditor)),
    }))
    .sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
