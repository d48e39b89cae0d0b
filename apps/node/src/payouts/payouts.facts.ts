import type { MoneyText } from '@passerelle/values';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { PayoutId } from './payout.js';

/** The subject is the payout. */
interface AboutPayout {
  readonly payout: PayoutId;
  readonly entity: EntityId;
  readonly count: number;
  readonly sum: MoneyText;
}

declare module '../facts/fact.js' {
  interface FactBodies {
    /** So many transfers wait for a second person. */
    PayoutPrepared: AboutPayout;
    /** Its file may go to the bank. */
    PayoutApproved: AboutPayout;
  }
}
