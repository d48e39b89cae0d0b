import type { Work } from '@passerelle/doors';
import { account, concernOfAccount } from '@passerelle/ledger';
import type { Money } from '@passerelle/values';
import type { Books } from '../../books/books.service.js';
import type { Client, ClientId } from '../../clients/client.js';
import type { Clients } from '../../clients/clients.service.js';
import type { Cooperative } from '../../cooperative/cooperative.service.js';
import type { BankStore } from './bank.store.js';

/** Money of a client that we hold: paid too much, or credited after it was paid. */
export interface ClientCredit {
  readonly client: Client;
  readonly credit: Money;
}

/** The account from which the client paid last, where the bank told it. */
export interface CreditToReturn extends ClientCredit {
  readonly paidFrom: string | null;
}

/** What clients have with us, as the books say. */
export class ClientCredits {
  constructor(
    private readonly books: Books,
    private readonly clients: Clients,
    private readonly cooperative: Cooperative,
    private readonly lines: BankStore,
  ) {}

  /** What a client has, which nobody else gives back before the end of this work; null for a client nobody knows. */
  async hold(work: Work, id: ClientId): Promise<ClientCredit | null> {
    const client = await this.clients.hold(work, id);
    if (!client) return null;
    const { currency } = await this.cooperative.entity(work, client.entity);
    const { posted } = await this.books.balance(work, client.entity, account('client.credit', id), currency);
    return { client, credit: posted.negated() };
  }

  /** Every client who has something with us, by name. */
  async all(work: Work): Promise<readonly CreditToReturn[]> {
    const credits: CreditToReturn[] = [];
    for (const { id } of await this.cooperative.entities(work))
      for (const { account: held, posted } of await this.books.balances(work, id, 'client.credit')) {
        if (!posted.isNegative()) continue;
        const client = await this.clients.client(work, concernOfAccount(held) as ClientId);
        const paidFrom = await this.lines.lastPaidFrom(work, client.id);
        credits.push({ client, credit: posted.negated(), paidFrom });
      }
    return credits.sort((one, other) => one.client.name.localeCompare(other.client.name));
  }
}
