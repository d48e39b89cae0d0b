import assert from 'node:assert/strict';
import type { Work } from '@passerelle/doors';
import type { PaymentBatch } from '@passerelle/formats';
import type { Cause } from '@passerelle/ledger';
import type { Payee } from '../invoicing/bank/transfer-order.js';

/** Whom a bank is asked to pay, and what the payee reads on her statement. */
export interface PayeeNow {
  readonly to: Payee;
  readonly text: string;
}

/** A room that orders transfers, and says to which account each of them goes as things are known now. */
export abstract class PayeeSource {
  /** What the causes of its transfers begin with: `payslip`, `leg`. */
  abstract readonly of: string;
  abstract readonly purpose: PaymentBatch['purpose'];
  /** By what stands behind the colon of the cause; each of them is in the answer. */
  abstract payees(work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, PayeeNow>>;
}

/** What goes into a payment file for one transfer, besides its amount and its reference. */
export type PaymentTerms = PayeeNow & Pick<PayeeSource, 'purpose'>;

/**
 * Whom a transfer pays is known in rooms that come after this one, and must not be called from here. They announce
 * themselves when the node is put together, so that an account is always read where it is kept.
 */
export class PayeeSources {
  private readonly sources = new Map<string, PayeeSource>();

  add(source: PayeeSource): void {
    this.sources.set(source.of, source);
  }

  /** The terms of transfers with these causes, by cause. */
  async terms(work: Work, causes: readonly Cause[]): Promise<ReadonlyMap<Cause, PaymentTerms>> {
    const found = new Map<Cause, PaymentTerms>();
    for (const kind of new Set(causes.map(kindOf))) {
      const source = this.sources.get(kind);
      assert(source, `a room says whom the transfers of a ${kind} pay`);
      const ofKind = causes.filter((cause) => kindOf(cause) === kind);
      const payees = await source.payees(work, ofKind.map(idOf));
      for (const cause of ofKind) {
        const payee = payees.get(idOf(cause));
        assert(payee, `somebody is paid for ${cause}`);
        found.set(cause, { ...payee, purpose: source.purpose });
      }
    }
    return found;
  }
}

const kindOf = (cause: Cause): string => cause.slice(0, cause.indexOf(':'));

const idOf = (cause: Cause): string => cause.slice(cause.indexOf(':') + 1);
