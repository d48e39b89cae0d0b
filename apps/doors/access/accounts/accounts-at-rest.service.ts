import type { Database } from '../../database/database.js';
import { RandomIds } from '../../ids.js';
import type { Role } from './account.js';
import { ApiKeys } from '../api-keys/api-keys.service.js';
import { ApiKeysStore } from '../api-keys/api-keys.store.js';
import { Accounts } from './accounts.service.js';
import { PostgresAccounts } from './accounts.store.js';
import { Passwords } from './passwords.js';
import { TrailStore } from '../trail/trail.store.js';

/** The accounts of a program that is not running, for its command line. `roles` are those that exist in it. */
export const accountsOf = (database: Database, roles: readonly Role[]): Accounts =>
  new Accounts(database, new PostgresAccounts(), new RandomIds(), new Passwords(), roles);

/** The keys of programs at such a program. */
export const apiKeysOf = (database: Database, roles: readonly Role[]): ApiKeys =>
  new ApiKeys(database, new ApiKeysStore(), new TrailStore(), new RandomIds(), roles);
