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
