import { randomUUID } from 'node:crypto';
import { country } from '@passerelle/values';
import { type FreshDatabase, freshDatabase } from '../../../../doors/testing/database.js';
import { PostgresBooksStore } from '../../books/books.store.js';
import { CooperativeStore } from '../../cooperative/cooperative.store.js';
import type { EntityId } from '../../cooperative/legal-entity.js';
import { entities } from '../../database/entities.js';
import { migrations } from '../../database/migrations.js';
import { PostgresFactsStore } from '../../facts/facts.store.js';
import { PeersStore } from '../../peers/peers.store.js';
import { PostgresCyclesStore } from '../cycles/cycles.store.js';
import { PostgresFundCallsStore } from '../fund/fund-calls.store.js';
import { PostgresLegsStore } from '../legs/legs.store.js';
import { PostgresObligationsStore } from '../obligations/obligations.store.js';
import { PostgresPairSettlementsStore } from '../partners/pair-settlements.store.js';
import { PostgresPartnersStore } from '../partners/partners.store.js';
import { PostgresReconciliationStore } from '../reconciliation/reconciliation.store.js';
import type { Ground } from './spec-node.js';

/** A node's ground on a PostgreSQL of its own, with one legal entity. */
export async function postgresGround(): Promise<Ground & { readonly fresh: FreshDatabase }> {
  const fresh = await freshDatabase({ entities, migrations });
  const { database } = fresh;
  const entity = randomUUID() as EntityId;
  await database.transact((work) =>
    new CooperativeStore().addEntity(work, {
      id: entity,
      name: 'Cooperative',
      country: country('BE'),
      currency: 'EUR',
      vatNumber: 'BE0123456749',
      iban: 'BE71096123456769',
      bic: 'GKCCBEBB',
      address: { street: 'Rue 1', postcode: '1000', town: 'Bruxelles', country: country('BE') },
    }),
  );
  return {
    fresh,
    database,
    entity,
    channels: new PeersStore(),
    books: new PostgresBooksStore(),
    facts: new PostgresFactsStore(),
    obligations: new PostgresObligationsStore(),
    cycles: new PostgresCyclesStore(),
    legs: new PostgresLegsStore(),
    partners: new PostgresPartnersStore(),
    pairSettlements: new PostgresPairSettlementsStore(),
    fundCalls: new PostgresFundCallsStore(),
    reconciliation: new PostgresReconciliationStore(),
  };
}
