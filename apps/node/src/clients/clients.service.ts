import type { Ids, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Client, ClientId } from './client.js';
import type { ClientsStore } from './clients.store.js';

export type ClientRefusal =
  | { readonly kind: 'no-such-entity' }
  | { readonly kind: 'vat-number-of-another-country'; readonly vatNumber: string; readonly country: string };

/** Who orders and pays work. */
export class Clients {
  constructor(
    private readonly store: ClientsStore,
    private readonly cooperative: Cooperative,
    private readonly ids: Ids,
  ) {}

  /** Adds a client, or answers with the one of that VAT number: a firm is one client, whoever brings it. */
  async add(work: Work, given: Omit<Client, 'id'>, broughtBy: string | null): Promise<Result<Client, ClientRefusal>> {
    if (!(await this.cooperative.find(work, given.entity))) return refuse({ kind: 'no-such-entity' });
    const { vatNumber, country } = given;
    if (vatNumber !== null && countryOfVatNumber(vatNumber) !== country)
      return refuse({ kind: 'vat-number-of-another-country', vatNumber, country });
    const known = vatNumber === null ? null : await this.store.findByVatNumber(work, given.entity, vatNumber);
    if (known) return ok(known);
    const client: Client = { ...given, id: this.ids.newId() as ClientId };
    await this.store.add(work, client, broughtBy);
    return ok(client);
  }

  find(work: Work, id: ClientId): Promise<{ client: Client; broughtBy: string | null } | null> {
    return this.store.find(work, id);
  }

  /** The client of that id. Throws when there is none: ids inside the node are never guessed. */
  async client(work: Work, id: ClientId): Promise<Client> {
    const found = await this.store.find(work, id);
    if (!found) throw new Error(`no client ${id}`);
    return found.client;
  }

  page(
    work: Work,
    page: { after: ClientId | null; limit: number; broughtBy: string | null },
  ): Promise<readonly Client[]> {
    return this.store.page(work, page);
  }
}

/** VAT numbers write Greece as EL; everything else as ISO 3166-1. */
const countryOfVatNumber = (vatNumber: string): string => (vatNumber.startsWith('EL') ? 'GR' : vatNumber.slice(0, 2));
