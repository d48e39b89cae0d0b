import { type Work, managerOf } from '@passerelle/doors';
import type { CountryCode, CurrencyCode, PlainDate } from '@passerelle/values';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import type { EntityAccount, EntityId, LegalEntity } from './legal-entity.js';
import type { PolicyEntry, PolicyName } from './policy.js';

@Entity('legal_entity')
export class LegalEntityRow {
  @PrimaryColumn('uuid') id: string;
  @Column('text') name: string;
  @Column('char', { length: 2 }) country: string;
  @Column('char', { length: 3 }) currency: string;
  @Column('text', { name: 'vat_number' }) vatNumber: string;
  @Column('text') iban: string;
  @Column('text') bic: string;
  @Column('text') street: string;
  @Column('text') postcode: string;
  @Column('text') town: string;
  @Column('char', { name: 'address_country', length: 2 }) addressCountry: string;
  @CreateDateColumn({ name: 'created_at', type: 'timestamptz' }) createdAt: Date;
}

@Entity('policy')
export class PolicyRow {
  @PrimaryColumn('uuid') entity: string;
  @PrimaryColumn('text') policy: string;
  @PrimaryColumn('date', { name: 'from_day' }) from: string;
  @Column('text') value: string;
  @Column('text') decision: string;
  @Column('uuid', { name: 'recorded_by', nullable: true }) recordedBy: string | null;
  @CreateDateColumn({ name: 'recorded_at', type: 'timestamptz' }) recordedAt: Date;
}

/** Legal entities and what their members decided. */
export class CooperativeStore {
  async addEntity(work: Work, entity: LegalEntity): Promise<void> {
    await managerOf(work).insert(LegalEntityRow, rowOf(entity));
  }

  async entity(work: Work, id: EntityId): Promise<LegalEntity | null> {
    const row = await managerOf(work).findOneBy(LegalEntityRow, { id });
    return row && entityOf(row);
  }

  async entityOfVatNumber(work: Work, vatNumber: string): Promise<LegalEntity | null> {
    const row = await managerOf(work).findOneBy(LegalEntityRow, { vatNumber });
    return row && entityOf(row);
  }

  async entities(work: Work): Promise<readonly LegalEntity[]> {
    const rows = await managerOf(work).find(LegalEntityRow, { order: { createdAt: 'ASC', id: 'ASC' } });
    return rows.map(entityOf);
  }

  /** The further accounts of all entities; the first one of each stands with the entity. */
  async accounts(work: Work): Promise<readonly EntityAccount[]> {
    return managerOf(work).query<EntityAccount[]>(
      'select entity, currency, iban, bic from entity_account order by entity, currency',
    );
  }

  async addAccount(work: Work, { entity, currency, iban, bic }: EntityAccount): Promise<void> {
    await managerOf(work).query('insert into entity_account (entity, currency, iban, bic) values ($1, $2, $3, $4)', [
      entity,
      currency,
      iban,
      bic,
    ]);
  }

  async addPolicy(work: Work, entry: PolicyEntry, recordedBy: string | null): Promise<void> {
    await managerOf(work).insert(PolicyRow, { ...entry, recordedBy });
  }

  async policies(work: Work, entity: EntityId): Promise<readonly PolicyEntry[]> {
    const rows = await managerOf(work).find(PolicyRow, { where: { entity }, order: { policy: 'ASC', from: 'ASC' } });
    return rows.map((row) => ({
      entity,
      policy: row.policy as PolicyName,
      from: row.from as PlainDate,
      value: row.value,
      decision: row.decision,
    }));
  }
}

const rowOf = ({ address, ...entity }: LegalEntity): Omit<LegalEntityRow, 'createdAt'> => ({
  ...entity,
  street: address.street,
  postcode: address.postcode,
  town: address.town,
  addressCountry: address.country,
});

const entityOf = (row: LegalEntityRow): LegalEntity => ({
  id: row.id as EntityId,
  name: row.name,
  country: row.country as CountryCode,
  currency: row.currency as CurrencyCode,
  vatNumber: row.vatNumber,
  iban: row.iban,
  bic: row.bic,
  address: {
    street: row.street,
    postcode: row.postcode,
    town: row.town,
    country: row.addressCountry as CountryCode,
  },
});
