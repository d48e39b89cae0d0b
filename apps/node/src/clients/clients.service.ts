import { type VatNumberRefusal, vatNumberIn } from '@passerelle/coordination';
import type { Ids, Work } from '@passerelle/doors';
import { type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Client, ClientId, ClientStatus, ClientTax, ViesAnswer } from './client.js';
import type { ClientsStore } from './clients.store.js';

/** A private person has no VAT number; who has one buys in business or as a body with a number. */
interface PrivateWithNumber {
  readonly kind: 'private-with-vat-number';
}

export type ClientRefusal = { readonly kind: 'no-such-entity' } | PrivateWithNumber | VatNumberRefusal;

export type TaxRefusal =
  | { readonly kind: 'no-such-client' }
  | { readonly kind: 'vat-number-of-another-client'; readonly vatNumber: string }
  | PrivateWithNumber
  | VatNumberRefusal;

export type AnswerRefusal =
  | { readonly kind: 'no-such-client' }
  | { readonly kind: 'client-without-vat-number' }
  | { readonly kind: 'answer-of-tomorrow'; readonly at: Date };

/** As what a client buys, and under which VAT number. */
export interface ClientTaxWish {
  readonly status: ClientStatus;
  readonly vatNumber: string | null;
}

/** Who orders and pays work. */
export class Clients {
  constructor(
    private readonly store: ClientsStore,
    private readonly cooperative: Cooperative,
    private readonly ids: Ids,
  ) {}

  /** Adds a client, or answers with the one of that VAT number: a firm is one client, whoever brings it. */
  async add(
    work: Work,
    given: Omit<Client, 'id'>,
    broughtBy: string | null,
    status: ClientStatus | null = null,
  ): Promise<Result<Client, ClientRefusal>> {
    if (!(await this.cooperative.find(work, given.entity))) return refuse({ kind: 'no-such-entity' });
    const number = numberOf(given, status);
    if (!number.ok) return number;
    const { value: vatNumber } = number;
    const known = vatNumber === null ? null : await this.store.findByVatNumber(work, given.entity, vatNumber);
    if (known) return ok(known);
    const client: Client = { ...given, vatNumber, id: this.ids.newId() as ClientId };
    await this.store.add(work, client, { broughtBy, status });
    return ok(client);
  }

  /** Says anew as what a client buys and under which VAT number; invoices already made keep what they say. */
  async sayTax(work: Work, id: ClientId, { status, ...wish }: ClientTaxWish): Promise<Result<Client, TaxRefusal>> {
    const client = await this.store.hold(work, id);
    if (!client) return refuse({ kind: 'no-such-client' });
    const number = numberOf({ ...client, ...wish }, status);
    if (!number.ok) return number;
    const { value: vatNumber } = number;
    const other = vatNumber === null ? null : await this.store.findByVatNumber(work, client.entity, vatNumber);
    if (vatNumber !== null && other && other.id !== id)
      return refuse({ kind: 'vat-number-of-another-client', vatNumber });
    await this.store.changeTax(work, id, { status, vatNumber });
    return ok({ ...client, vatNumber });
  }

  /** Keeps what VIES said of the client's VAT number, as evidence with its time and consultation number. */
  async recordAnswer(
    work: Work,
    id: ClientId,
    answer: Omit<ViesAnswer, 'vatNumber'>,
    { by, now }: { readonly by: string; readonly now: Date },
  ): Promise<Result<Client, AnswerRefusal>> {
    const client = await this.store.hold(work, id);
    if (!client) return refuse({ kind: 'no-such-client' });
    const { vatNumber } = client;
    if (vatNumber === null) return refuse({ kind: 'client-without-vat-number' });
    if (answer.at > now) return refuse({ kind: 'answer-of-tomorrow', at: answer.at });
    await this.store.addAnswer(work, id, { ...answer, vatNumber }, by);
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

  /** The client, of which nobody else decides before the end of the transaction; null for one nobody knows. */
  hold(work: Work, id: ClientId): Promise<Client | null> {
    return this.store.hold(work, id);
  }

  /** What is known of clients for VAT. */
  taxes(work: Work, ids: readonly ClientId[]): Promise<ReadonlyMap<ClientId, ClientTax>> {
    return this.store.taxes(work, ids);
  }

  page(
    work: Work,
    page: { after: ClientId | null; limit: number; broughtBy: string | null },
  ): Promise<readonly Client[]> {
    return this.store.page(work, page);
  }
}

/** The VAT number as VIES writes it, or null where there is none. */
function numberOf(
  { vatNumber, country }: Pick<Client, 'vatNumber' | 'country'>,
  status: ClientStatus | null,
): Result<string | null, PrivateWithNumber | VatNumberRefusal> {
  if (vatNumber === null) return ok(null);
  return status === 'private' ? refuse({ kind: 'private-with-vat-number' }) : vatNumberIn(country, vatNumber);
}
