import { ok, refuse, type Result } from '@passerelle/values';
import { Database } from '../../database/database.js';
import { Ids } from '../../ids.js';
import type { Role } from '../accounts/account.js';
import {
  type ApiKey,
  type ApiKeyRefusal,
  hashOfKey,
  isKey,
  type NewApiKey,
  newKeyRefusal,
  newSecret,
  scopesOf,
  scopeText,
} from './api-key.js';
import { ApiKeysStore } from './api-keys.store.js';
import { TrailStore } from '../trail/trail.store.js';

/** The keys with which programs come in. They follow real time, as sessions do. */
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly store: ApiKeysStore,
    private readonly trail: TrailStore,
    private readonly ids: Ids,
    private readonly roles: readonly Role[],
  ) {}

  /** What a key of this program may be allowed to do. */
  get scopes(): readonly string[] {
    return scopesOf(this.roles).map(scopeText);
  }

  /** Makes a key and tells it, this once. `by` is who asked for it. */
  async create(given: NewApiKey, by: string): Promise<Result<{ key: ApiKey; secret: string }, ApiKeyRefusal>> {
    const refusal = newKeyRefusal(given, this.roles);
    if (refusal) return refuse(refusal);
    const { secret, prefix } = newSecret();
    const { name, scopes, days } = given;
    return this.database.transact(async (work) => {
      const kept = { id: this.ids.newId(), name, prefix, hash: hashOfKey(secret), scopes, days };
      const key = await this.store.insert(work, kept);
      if (!key) return refuse({ kind: 'name-taken', name });
      await this.trail.add(work, [{ at: new Date(), name: by, act: `api key ${name} made: ${scopes.join(' ')}` }]);
      return ok({ key, secret });
    });
  }

  /** Ends a key at once. */
  revoke(name: string, by: string): Promise<Result<ApiKey, ApiKeyRefusal>> {
    return this.database.transact(async (work) => {
      const key = await this.store.revoke(work, name);
      if (!key) return refuse({ kind: 'unknown-key', name });
      await this.trail.add(work, [{ at: new Date(), name: by, act: `api key ${name} revoked` }]);
      return ok(key);
    });
  }

  /** All of them, ended ones included. */
  list(): Promise<readonly ApiKey[]> {
    return this.store.all(this.database.reading);
  }

  /** The key behind the text, while it lasts. */
  async find(secret: string): Promise<ApiKey | undefined> {
    return isKey(secret) ? this.store.use(this.database.reading, hashOfKey(secret)) : undefined;
  }
}
