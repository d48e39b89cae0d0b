import { Injectable } from '@nestjs/common';
import { managerOf, type Work } from '../../database/database.js';
import { type Place, Sealing } from '../../sealing/sealing.js';
import type { KeptFactor } from './second-factor.js';

interface Row {
  readonly secret: string;
  readonly isConfirmed: boolean;
  readonly lastStep: string;
}

/** Whether the account in that column has an app or a passkey. */
export const hasFactor = (account: string): string =>
  `(exists (select from second_factor f where f.account = ${account} and f.confirmed_at is not null)
    or exists (select from passkey p where p.account = ${account}))`;

/** The authenticator apps of accounts, their secrets sealed. */
@Injectable()
export class SecondFactorsStore {
  constructor(private readonly sealing: Sealing) {}

  /** Whether the account has an app or a passkey. */
  async isAny(work: Work, account: string): Promise<boolean> {
    const [row] = await managerOf(work).query<[{ isAny: boolean }]>(`select ${hasFactor('$1')} as "isAny"`, [account]);
    return row.isAny;
  }

  async of(work: Work, account: string): Promise<KeptFactor | undefined> {
    const [row] = await managerOf(work).query<Row[]>(
      `select secret, confirmed_at is not null as "isConfirmed", last_step as "lastStep"
         from second_factor where account = $1`,
      [account],
    );
    if (!row) return undefined;
    return { ...row, secret: this.sealing.openText(row.secret, placeOf(account)), lastStep: Number(row.lastStep) };
  }

  /** Takes the place of one that was never confirmed. False when there is a confirmed one. */
  async begin(work: Work, account: string, secret: string): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      `insert into second_factor (account, secret) values ($1, $2)
       on conflict (account) do update set secret = $2, last_step = 0 where second_factor.confirmed_at is null
       returning account`,
      [account, this.sealing.sealText(secret, placeOf(account))],
    );
    return rows.length === 1;
  }

  /** Uses up the code of that half minute, once; the first code confirms the factor. False when it was used meanwhile. */
  async use(work: Work, account: string, step: number): Promise<boolean> {
    const rows = await managerOf(work).query<unknown[]>(
      `with used as (
         update second_factor set last_step = $2, confirmed_at = coalesce(confirmed_at, now())
          where account = $1 and last_step < $2 returning account)
       select account from used`,
      [account, step],
    );
    return rows.length === 1;
  }

  async remove(work: Work, account: string): Promise<void> {
    await managerOf(work).query('delete from second_factor where account = $1', [account]);
  }
}

const placeOf = (id: string): Place => ({ table: 'second_factor', id });
