import { managerOf, type Work } from '@passerelle/doors';
import type { CountryCode } from '@passerelle/values';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EntityId } from '../cooperative/legal-entity.js';
import type { OpeningId, PlacingOpening } from './placing.js';

@Entity('placing_opening')
export class PlacingOpeningRow {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') entity: string;
  @Column('char', { length: 2 }) home: string;
  @Column('char', { length: 2 }) host: string;
  @Column('text') reason: string;
  @Column('text', { name: 'opened_by' }) openedBy: string;
  @Column('timestamptz', { name: 'opened_at' }) openedAt: Date;
  @Column('text', { name: 'closed_by', nullable: true }) closedBy: string | null;
  @Column('timestamptz', { name: 'closed_at', nullable: true }) closedAt: Date | null;
  @Column('text', { name: 'closed_reason', nullable: true }) closedReason: string | null;
}

export class PlacingsStore {
  async add(work: Work, opening: PlacingOpening): Promise<void> {
    await managerOf(work).insert(PlacingOpeningRow, rowOf(opening));
  }

  async save(work: Work, opening: PlacingOpening): Promise<void> {
    await managerOf(work).update(PlacingOpeningRow, { id: opening.id }, rowOf(opening));
  }

  /** The opening, held until the end of this work. */
  async hold(work: Work, id: OpeningId): Promise<PlacingOpening | null> {
    const lock = { mode: 'pessimistic_write' } as const;
    const row = await managerOf(work).findOne(PlacingOpeningRow, { where: { id }, lock });
    return row && openingOf(row);
  }

  /** Newest first, closed ones too: who answered for a placing must stay readable. */
  async all(work: Work): Promise<readonly PlacingOpening[]> {
    return (await managerOf(work).find(PlacingOpeningRow, { order: { id: 'DESC' } })).map(openingOf);
  }
}

const rowOf = ({ closed, ...opening }: PlacingOpening) => ({
  ...opening,
  closedBy: closed?.by ?? null,
  closedAt: closed?.at ?? null,
  closedReason: closed?.reason ?? null,
});

const openingOf = ({ closedBy, closedAt, closedReason, ...row }: PlacingOpeningRow): PlacingOpening => ({
  ...row,
  id: row.id as OpeningId,
  entity: row.entity as EntityId,
  home: row.home as CountryCode,
  host: row.host as CountryCode,
  closed: closedAt && { by: closedBy!, at: closedAt, reason: closedReason! },
});
