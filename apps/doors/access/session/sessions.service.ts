import { createHash, randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Database, type Work } from '../../database/database.js';
import type { Account } from '../accounts/account.js';
import type { ByProvider } from '../second-factor/second-factor.js';

/** How long a session lasts, in minutes. */
export interface SessionLimits {
  /** Without any request. */
  readonly idleMinutes: number;
  /** However busy. */
  readonly wholeMinutes: number;
}

export const standardSessionLimits: SessionLimits = { idleMinutes: 60, wholeMinutes: 12 * 60 };

export const SESSION_LIMITS = Symbol('SESSION_LIMITS');

/** Somebody whose session lasts. */
export interface SignedInAccount extends Account {
  readonly hasSecondFactor: boolean;
  readonly byProvider: ByProvider;
}

export interface NewSession {
  readonly tokenHash: Buffer;
  readonly account: string;
  readonly wholeMinutes: number;
  readonly byProvider: ByProvider;
}

export abstract class SessionStore {
  abstract insert(work: Work, session: NewSession): Promise<void>;
  /** The account of a session that still lasts, which counts as a sign of life. */
  abstract accountOf(work: Work, tokenHash: Buffer, idleMinutes: number): Promise<SignedInAccount | undefined>;
  abstract remove(work: Work, tokenHash: Buffer): Promise<void>;
  abstract removeEnded(work: Work, idleMinutes: number): Promise<void>;
}

/** Who is signed in. Sessions follow real time, not the business clock. */
@Injectable()
export class Sessions {
  constructor(
    private readonly database: Database,
    private readonly store: SessionStore,
    @Inject(SESSION_LIMITS) private readonly limits: SessionLimits,
  ) {}

  /** Opens a session and gives its token, which is kept nowhere on our side. */
  async begin(account: Account, byProvider: ByProvider = 'no'): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.database.transact(async (work) => {
      await this.store.removeEnded(work, this.limits.idleMinutes);
      await this.store.insert(work, {
        tokenHash: hashOf(token),
        account: account.id,
        wholeMinutes: this.limits.wholeMinutes,
        byProvider,
      });
    });
    return token;
  }

  /** Whose session the token opens; nobody's when it has ended, was closed or never was. */
  async accountOf(token: string): Promise<SignedInAccount | undefined> {
    return this.store.accountOf(this.database.reading, hashOf(token), this.limits.idleMinutes);
  }

  async end(token: string): Promise<void> {
    await this.database.transact((work) => this.store.remove(work, hashOf(token)));
  }
}

/** Only the hash is kept. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest();
