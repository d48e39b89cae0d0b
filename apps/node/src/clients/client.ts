import type { CustomerStatus } from '@passerelle/coordination';
import type { Language } from '@passerelle/rules';
import type { CountryCode } from '@passerelle/values';
import type { Address, EntityId } from '../cooperative/legal-entity.js';

export type ClientId = string & { readonly __client: true };

/** Who orders and pays work. A client of a partner's country is known to both nodes, each with its own record. */
export interface Client {
  readonly id: ClientId;
  readonly entity: EntityId;
  readonly name: string;
  readonly country: CountryCode;
  readonly vatNumber: string | null;
  readonly email: string;
  readonly address: Address;
  readonly language: Language;
}

/** As what a client buys: in business, as a body that does none, or privately. */
export const clientStatuses = ['taxable', 'non_taxable_legal_person', 'private'] as const;
export type ClientStatus = (typeof clientStatuses)[number];

/** What VIES said of a client's VAT number, as somebody asked it. */
export interface ViesAnswer {
  readonly vatNumber: string;
  readonly at: Date;
  readonly valid: boolean;
  /** What proves that it was asked; VIES gives one to those who say who they are. */
  readonly consultationNumber: string | null;
}

/** What is known of a client for VAT. */
export interface ClientTax {
  /** Null while nobody has said. */
  readonly status: ClientStatus | null;
  /** The latest answer about the number that the client has now. */
  readonly vies: ViesAnswer | null;
}

/**
 * How VAT sees the client, or null while nobody has said. Whoever gives a VAT number buys as a business
 * (Implementing Regulation 282/2011, art. 18).
 */
export function customerStatusOf(
  { vatNumber }: Pick<Client, 'vatNumber'>,
  status: ClientStatus | null,
): CustomerStatus | null {
  if (vatNumber === null) return status;
  return status === 'non_taxable_legal_person' ? 'non_taxable_legal_person_with_vat_id' : 'taxable';
}
