import { managerOf, type Work } from '../../database/database.js';
import { isRole } from '../accounts/account.js';
import { type ApiKey, type Scope, verbs } from './api-key.js';

interface Row extends Omit<ApiKey, 'scopes'> {
  readonly scopes: readonly string[];
  readonly isStale: boolean;
}

const columns = `id, name, prefix, scopes, made_at as "madeAt", ends_at as "endsAt", revoked_at as "revokedAt",
  used_at as "usedAt", coalesce(used_at < now() - interval '1 minute', true) as "isStale"`;

/** A key as it is first kept. */
export interface KeptKey {
  readonly id: string;
  readonly name: string;
  readonly prefix: string;
  readonly hash: Buffer;
  readonly scopes: readonly string[];
  readonly days: number;
}

/** The keys of programs, by the hash of what they send. */
export class ApiKeysStore {
  /** Undefined when the name is in use. */
  async insert(work: Work, { id, name, prefix, hash, scopes, days }: KeptKey): Promise<ApiKey | undefined> {
    const rows = await managerOf(work).query<Row[]>(
      `insert into api_key (id, name, prefix, hash, scopes, ends_at)
       values ($1, $2, $3, $4, $5, now() + make_interval(days => $6))
       on conflict (name) where revoked_at is null do nothing returning ${columns}`,
      [id, name, prefix, hash, scopes, days],
    );
    return rows.map(keyOf)[0];
  }

  /** The key with that hash while it lasts. That it was used is written at most once a minute. */
  async use(work: Work, hash: Buffer): Promise<ApiKey | undefined> {
    const [row] = await managerOf(work).query<Row[]>(
      `select ${columns} from api_key where hash = $1 and revoked_at is null and ends_at > now()`,
      [hash],
    );
    if (row?.isStale) await managerOf(work).query('update api_key set used_at = now() where id = $1', [row.id]);
    return row && keyOf(row);
  }

  async revoke(work: Work, name: string): Promise<ApiKey | undefined> {
    const rows = await managerOf(work).query<Row[]>(
      `with revoked as (update api_key set revoked_at = now() where name = $1 and revoked_at is null returning *)
       select ${columns} from revoked`,
      [name],
    );
    return rows.map(keyOf)[0];
  }

  async all(work: Work): Promise<readonly ApiKey[]> {
    return (await managerOf(work).query<Row[]>(`select ${columns} from api_key order by id`)).map(keyOf);
  }
}

const keyOf = ({ isStale: _, scopes, ...row }: Row): ApiKey => ({ ...row, scopes: scopes.flatMap(scopeOf) });

/** A scope whose role this program does not know any more gives no right. */
function scopeOf(text: string): Scope[] {
  const [role, word] = text.split(':');
  const verb = verbs.find((each) => each === word);
  return isRole(role) && verb ? [{ role, verb }] : [];
}
