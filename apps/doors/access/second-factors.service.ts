import { Inject, Injectable } from '@nestjs/common';
import { type Result, ok, refuse } from '@passerelle/values';
import { Database } from '../database/database.js';
import type { Account } from './account.js';
import type { SignedInAccount } from './sessions.service.js';
import { ProgramAddress } from './program-address.js';
import {
  type ByProvider,
  type FactorState,
  type NewFactor,
  type SecondFactorPolicy,
  type SecondFactorRefusal,
  factorState,
  newFactor,
  stepOf,
} from './second-factor.js';
import { SecondFactorsStore } from './second-factors.store.js';

/** Who needs a second factor in this program. */
export const SECOND_FACTOR_POLICY = Symbol('SECOND_FACTOR_POLICY');

/** Something that only the person has, besides what she knows. It follows real time, as sessions do. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly database: Database,
    private readonly store: SecondFactorsStore,
    private readonly address: ProgramAddress,
    @Inject(SECOND_FACTOR_POLICY) private readonly policy: SecondFactorPolicy,
  ) {}

  async stateOf(account: Account & { readonly byProvider?: ByProvider }): Promise<FactorState> {
    const kept = await this.store.of(this.database.reading, account.id);
    return factorState({ ...account, hasSecondFactor: kept?.isConfirmed === true }, this.policy);
  }

  /** Whether somebody who is signed in has to set one up before anything else. */
  isMissing(account: SignedInAccount): boolean {
    return factorState(account, this.policy) === 'missing';
  }

  /** Whether this account may go on after its password; a code is used up. */
  async check({ id }: Account, code: string | undefined): Promise<Result<null, SecondFactorRefusal>> {
    const kept = await this.store.of(this.database.reading, id);
    if (!kept?.isConfirmed) return ok(null);
    return code === undefined ? refuse({ kind: 'code-needed' }) : this.use(id, code);
  }

  /** A new secret, which counts once a code of it was given. */
  begin({ id, email }: Account): Promise<Result<NewFactor, SecondFactorRefusal>> {
    const made = newFactor({ issuer: `Passerelle ${new URL(this.address.baseUrl).host}`, email });
    return this.database.transact(async (work) =>
      (await this.store.begin(work, id, made.secret)) ? ok(made) : refuse({ kind: 'has-factor' }),
    );
  }

  confirm({ id }: Account, code: string): Promise<Result<null, SecondFactorRefusal>> {
    return this.use(id, code);
  }

  /** Takes it away, which needs a code as signing in does. */
  async remove({ id }: Account, code: string): Promise<Result<null, SecondFactorRefusal>> {
    const used = await this.use(id, code);
    if (used.ok) await this.database.transact((work) => this.store.remove(work, id));
    return used;
  }

  private async use(account: string, code: string): Promise<Result<null, SecondFactorRefusal>> {
    return this.database.transact(async (work) => {
      const kept = await this.store.of(work, account);
      if (!kept) return refuse({ kind: 'no-factor' });
      const step = stepOf(code, kept, Date.now());
      const isUsed = step !== undefined && (await this.store.use(work, account, step));
      return isUsed ? ok(null) : refuse({ kind: 'wrong-code' });
    });
  }
}
