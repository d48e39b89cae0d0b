import { Injectable } from '@nestjs/common';
import { managerOf, type Work } from '../../database/database.js';
import type { KeptPasskey, Passkey } from './passkey.js';

const columns = `p.id, p.name, p.made_at as "madeAt", p.used_at as "usedAt", p.account, a.email, p.credential,
  p.public_key as "publicKey", p.transports`;

/** The passkeys of accounts. What is kept of them opens nothing: the private halves never leave people's devices. */
@Injectable()
export class PasskeysStore {
  /** The oldest first. */
  of(work: Work, account: string): Promise<readonly KeptPasskey[]> {
    return managerOf(work).query<KeptPasskey[]>(
      `select ${columns} from passkey p join account a on a.id = p.account where p.account = $1 order by p.id`,
      [account],
    );
  }

  async byCredential(work: Work, credential: string): Promise<KeptPasskey | undefined> {
    const rows = await managerOf(work).query<KeptPasskey[]>(
      `select ${columns} from passkey p join account a on a.id = p.account where p.credential = $1`,
      [credential],
    );
    return rows[0];
  }

  /** Undefined when the credential is somebody's already. */
  async insert(
    work: Work,
    { id, account, name, credential, publicKey, transports, counter }: NewPasskey,
  ): Promise<Passkey | undefined> {
    const rows = await managerOf(work).query<Passkey[]>(
      `insert into passkey (id, account, name, credential, public_key, transports, counter)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (credential) do nothing
       returning id, name, made_at as "madeAt", used_at as "usedAt"`,
      [id, account, name, credential, publicKey, transports, counter],
    );
    return rows[0];
  }

  /** False when its counter did not grow since it was used last. A passkey that lies on several devices counts nothing. */
  async use(work: Work, id: string, counter: number): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      `with used as (
         update passkey set counter = $2, used_at = now()
          where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id)
       select id from used`,
      [id, counter],
    );
    return rows.length === 1;
  }

  /** False when the account has no such passkey. */
  async remove(work: Work, account: string, id: string): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      `with removed as (delete from passkey where account = $1 and id = $2 returning id) select id from removed`,
      [account, id],
    );
    return rows.length === 1;
  }
}

export interface NewPasskey extends Pick<KeptPasskey, 'id' | 'account' | 'name' | 'credential' | 'transports'> {
  readonly publicKey: Uint8Array;
  readonly counter: number;
}
