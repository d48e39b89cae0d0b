import { type Work, managerOf } from '@passerelle/doors';
import type { Language } from '@passerelle/rules';
import type { CountryCode } from '@passerelle/values';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Client, ClientId, ClientStatus, ClientTax, ViesAnswer } from './client.js';

@Entity('client')
export class ClientRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') entity: string;
  @Column('text') name: string;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
  @Column('text', { nullable: true }) status: ClientStatus | null;
  @Column('text') email: string;
  @Column('text') street: string;
  @Column('text') postcode: string;
  @Column('text') town: string;
  @Column('char', { name: 'address_country', length: 2 }) addressCountry: string;
  @Column('text') language: string;
  /** The member who brought the client; she sees it, and staff do. */
  @Column('uuid', { name: 'brought_by', nullable: true }) broughtBy: string | null;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

export class ClientsStore {
  async add(work: Work, client: Client, by: { broughtBy: string | null; status: ClientStatus | null }): Promise<void> {
    const { address, ...rest } = client;
    await managerOf(work).insert(ClientRow, {
      ...rest,
      ...by,
      street: address.street,
      postcode: address.postcode,
      town: address.town,
      addressCountry: address.country,
    });
  }

  async find(work: Work, id: ClientId): Promise<{ client: Client; broughtBy: string | null } | null> {
    const row = await managerOf(work).findOneBy(ClientRow, { id });
    return row && { client: clientOf(row), broughtBy: row.broughtBy };
  }

  async findByVatNumber(work: Work, entity: EntityId, vatNumber: string): Promise<Client | null> {
    const row = await managerOf(work).findOneBy(ClientRow, { entity, vatNumber });
    return row && clientOf(row);
  }

  /** The client, which nobody else changes before the end of the transaction. */
  async hold(work: Work, id: ClientId): Promise<Client | null> {
    const row = await managerOf(work).findOne(ClientRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
    return row && clientOf(row);
  }

  async changeTax(work: Work, id: ClientId, tax: Pick<ClientRow, 'status' | 'vatNumber'>): Promise<void> {
    await managerOf(work).update(ClientRow, { id }, tax);
  }

  /** Keeps an answer of VIES; the same one again changes nothing. */
  async addAnswer(work: Work, client: ClientId, answer: ViesAnswer, by: string): Promise<void> {
    await managerOf(work).query(
      `insert into client_vies_answer (client, vat_number, at, valid, consultation_number, recorded_by)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing`,
      [client, answer.vatNumber, answer.at, answer.valid, answer.consultationNumber, by],
    );
  }

  /** What is known of clients for VAT, by their ids. */
  async taxes(work: Work, clients: readonly ClientId[]): Promise<ReadonlyMap<ClientId, ClientTax>> {
    const rows = await managerOf(work).query<TaxRow[]>(
      `select distinct on (c.id) c.id, c.status, v.vat_number, v.at, v.valid, v.consultation_number
       from client c left join client_vies_answer v on v.client = c.id and v.vat_number = c.vat_number
       where c.id = any($1) order by c.id, v.at desc`,
      [clients],
    );
    return new Map(rows.map((row) => [row.id, taxOf(row)]));
  }

  /** Clients in the order of their ids; only those of one member when `broughtBy` is given. */
  async page(
    work: Work,
    { after, limit, broughtBy }: { after: ClientId | null; limit: number; broughtBy: string | null },
  ): Promise<readonly Client[]> {
    const query = managerOf(work)
      .createQueryBuilder(ClientRow, 'client')
      .where('true')
      .orderBy('client.id')
      .limit(limit);
    if (after) query.andWhere('client.id > :after', { after });
    if (broughtBy) query.andWhere('client.brought_by = :broughtBy', { broughtBy });
    return (await query.getMany()).map(clientOf);
  }
}

interface TaxRow {
  readonly id: ClientId;
  readonly status: ClientStatus | null;
  /** Null, like all that follows, where VIES has not answered about the number of today. */
  readonly vat_number: string | null;
  readonly at: Date;
  readonly valid: boolean;
  readonly consultation_number: string | null;
}

const taxOf = ({
  status,
  vat_number: vatNumber,
  at,
  valid,
  consultation_number: consultationNumber,
}: TaxRow): ClientTax => ({
  status,
  vies: vatNumber === null ? null : { vatNumber, at, valid, consultationNumber },
});

const clientOf = (row: ClientRow): Client => ({
  id: row.id as ClientId,
  entity: row.entity as EntityId,
  name: row.name,
  country: row.country as CountryCode,
  vatNumber: row.vatNumber,
  email: row.email,
  address: {
    street: row.street,
    postcode: row.postcode,
    town: row.town,
    country: row.addressCountry as CountryCode,
  },
  language: row.language as Language,
});
