import type { EntityManager } from 'typeorm';

declare const brand: unique symbol;

/**
 * One transaction in progress. Use cases pass it on so that all that must become true together is committed together;
 * only stores look inside.
 */
export interface Work {
  readonly [brand]: 'Work';
}

/** What a store sees of a transaction: TypeORM's entity manager. */
export const managerOf = (work: Work): EntityManager => work as unknown as EntityManager;
