import { Inject, Injectable } from '@nestjs/common';
import { type Result, ok, refuse } from '@passerelle/values';
import { Database } from '../../database/database.js';
import type { Account } from '../accounts/account.js';
import type { SignedInAccount } from '../session/sessions.service.js';
import { Passkeys } from '../passkeys/passkeys.service.js';
import { ProgramAddress } from '../program-address.js';
import {
  type ByProvider,
  type FactorProof,
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
    private readonly passkeys: Passkeys,
    private readonly address: ProgramAddress,
    @Inject(SECOND_FACTOR_POLICY) private readonly policy: SecondFactorPolicy,
  ) {}

  async stateOf(account: Account & { readonly byProvider?: ByProvider }): Promise<FactorState> {
    const hasSecondFactor = await this.store.isAny(this.database.reading, account.id);
    return factorState({ ...account, hasSecondFactor }, this.policy);
  }

  /** Whether the account has an app of which a code was given. */
  async hasApp({ id }: Account): Promise<boolean> {
    return (await this.store.of(this.database.reading, id))?.isConfirmed === true;
  }

  /** Whether somebody who is signed in has to set one up before anything else. */
  isMissing(account: SignedInAccount): boolean {
    return factorState(account, this.policy) === 'missing';
  }

  /** Whether this account may go on after its password; a code or an answer of a passkey is used up. */
  async check(account: Account, { code, passkey }: FactorProof): Promise<Result<null, SecondFactorRefusal>> {
    const hasApp = await this.hasApp(account);
    const hasPasskey = (await this.passkeys.of(account)).length > 0;
    if (!hasApp && !hasPasskey) return ok(null);
    if (hasPasskey && passkey) {
      const used = await this.passkeys.use(passkey, account);
      return used.ok ? ok(null) : used;
    }
    if (hasApp && code !== undefined) return this.use(account.id, code);
    const asked = hasPasskey ? await this.passkeys.ask(account) : undefined;
    return refuse({ kind: hasApp ? 'code-needed' : 'passkey-needed', passkey: asked?.ok ? asked.value : undefined });
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
