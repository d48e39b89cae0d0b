import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { Database } from '../../database/database.js';
import type { AttemptCounter, AttemptCounters } from './sign-in-limits.service.js';

interface Allowance {
  readonly name: string;
  readonly attempts: number;
  readonly minutes: number;
}

/**
 * Attempts counted in the database, so that replicas count together and a restart forgives nothing. Other attempts than
 * to sign in have a name, and are counted apart.
 */
export const postgresCounters = (database: Database, what?: string): AttemptCounters => {
  const named = (name: string): string => (what === undefined ? name : `${what}-${name}`);
  return {
    accountAndPlace: counter(database, { name: named('account-and-place'), attempts: 5, minutes: 15 }),
    place: counter(database, { name: named('place'), attempts: 50, minutes: 15 }),
    account: counter(database, { name: named('account'), attempts: 50, minutes: 60 }),
  };
};

function counter(database: Database, { name, attempts, minutes }: Allowance): AttemptCounter {
  const limiter = new RateLimiterPostgres({
    storeClient: database.source,
    storeType: 'typeorm',
    tableName: 'sign_in_attempt',
    tableCreated: true,
    keyPrefix: name,
    points: attempts,
    duration: minutes * 60,
  });
  return {
    count: async (key) => {
      try {
        await limiter.consume(key);
        return 0;
      } catch (refusal) {
        if (refusal instanceof RateLimiterRes) return Math.max(1, Math.ceil(refusal.msBeforeNext / 1000));
        throw refusal;
      }
    },
    forget: async (key) => {
      await limiter.delete(key);
    },
    giveBack: async (key) => {
      await limiter.reward(key);
    },
  };
}
