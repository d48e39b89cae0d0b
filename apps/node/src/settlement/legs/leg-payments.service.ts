import type { Work } from '@passerelle/doors';
import type { Transaction } from '@passerelle/ledger';
import type { Money } from '@passerelle/values';
import type { EntityId } from '../../cooperative/legal-entity.js';
import type { KeptLeg } from './kept-leg.js';
import type { PayeeAccount } from '../obligations/pair.js';

/** A line of our own bank statement that carries the reference of a leg; `amount` is above zero. */
export interface SeenLine {
  readonly id: string;
  readonly amount: Money;
  readonly isExplained: boolean;
}

/** What legs need of the bank: what our own statements show, and ordering transfers once. */
export abstract class LegPayments {
  /** Money that came in under the reference. */
  abstract cameIn(work: Work, entity: EntityId, reference: string): Promise<readonly SeenLine[]>;
  /** Money that went out under the reference. */
  abstract wentOut(work: Work, entity: EntityId, reference: string): Promise<readonly SeenLine[]>;
  /** What was ordered for the leg; null when nothing was. */
  abstract ordered(work: Work, leg: KeptLeg): Promise<Money | null>;
  /** Orders the transfer together with its booking, once for each leg. */
  abstract order(
    work: Work,
    leg: KeptLeg,
    to: PayeeAccount & { readonly amount: Money },
    booking: Transaction,
  ): Promise<void>;
  /** Says what a line was. False when somebody else has said so before. */
  abstract explain(work: Work, line: string, transaction: Transaction): Promise<boolean>;
}
