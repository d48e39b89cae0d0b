import type { CountryCode, CurrencyCode, Dated, Money, Rate } from '@passerelle/values';

export type EntityId = string & { readonly __entity: true };

/** One legal person of the cooperative: its own invoice series, VAT number, books and payroll. */
export interface LegalEntity {
  readonly id: EntityId;
  readonly name: string;
  readonly country: CountryCode;
  readonly currency: CurrencyCode;
  readonly vatNumber: string;
  readonly iban: string;
  readonly bic: string;
  readonly address: Address;
}

/** A bank account of an entity. The first one is in the entity's own currency; there is at most one in each. */
export interface EntityAccount {
  readonly entity: EntityId;
  readonly currency: CurrencyCode;
  readonly iban: string;
  readonly bic: string;
}

/** An entity as the statement of one of its accounts names it: with that account and its currency. */
export interface AccountHolder extends LegalEntity {
  readonly isFirstAccount: boolean;
}

export interface Address {
  readonly street: string;
  readonly postcode: string;
  readonly town: string;
  readonly country: CountryCode;
}

/** What the members of one legal entity decided, each choice from a day on. Law is elsewhere; this is policy. */
export interface Policies {
  /** Share of the income of a mission that the cooperative keeps, e.g. 6.5 %. */
  readonly contributionRate: Dated<Rate>;
  /** Working days after the last day of work on which the worker is paid, whether or not the client has paid. */
  readonly payWorkingDays: Dated<number>;
  /** Share of the price a host keeps for finding, signing and invoicing the client. */
  readonly hostShare: Dated<Rate>;
  /** Days a client has to pay an invoice. */
  readonly invoiceTermDays: Dated<number>;
  /** Days after the due day of an invoice on which a client has her reminder, the second one, and the last notice. */
  readonly reminderDays: Dated<readonly number[]>;
  /** Most that the guarantee fund advances for one mission. */
  readonly advanceLimit: Dated<Money>;
  /** Days before a planned monthly wage would run dry on which the worker is warned. */
  readonly wageWarningDays: Dated<number>;
}
