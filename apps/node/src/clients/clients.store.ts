import { type Work, managerOf } from '@passerelle/doors';
import type { Language } from '@passerelle/rules';
import type { CountryCode } from '@passerelle/values';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { Client, ClientId } from './client.js';

@Entity('client')
export class ClientRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') entity: string;
  @Column('text') name: string;
  @Column('char', { length: 2 }) country: string;
  @Column('text', { name: 'vat_number', nullable: true }) vatNumber: string | null;
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
  async add(work: Work, client: Client, broughtBy: string | null): Promise<void> {
    const { address, ...rest } = client;
    await managerOf(work).insert(ClientRow, {
      ...rest,
      street: address.street,
      postcode: address.postcode,
      town: address.town,
      addressCountry: address.country,
      broughtBy,
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
