import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { Problem } from '../../problems/problem.js';
import { tooManyAttempts } from '../access-problems.js';
import { waitAWhile } from '../wait-a-while.js';

/** Who tries to sign in: the address they write, and the network address they come from. */
export interface Attempt {
  readonly email: string;
  readonly from: string;
}

/** One counter of attempts; where it is kept is another file's business. */
export interface AttemptCounter {
  /** Counts one attempt. Seconds to wait when there have been too many, else 0. */
  count(key: string): Promise<number>;
  forget(key: string): Promise<void>;
  /** Takes one attempt back. */
  giveBack(key: string): Promise<void>;
}

export interface AttemptCounters {
  /** Guesses at one account from one place. */
  readonly accountAndPlace: AttemptCounter;
  /** Guesses at any account from one place. */
  readonly place: AttemptCounter;
  /** Guesses at one account from all places together. */
  readonly account: AttemptCounter;
}

export const ATTEMPT_COUNTERS = Symbol('ATTEMPT_COUNTERS');

/** Slows down guessing without letting a stranger lock somebody out from everywhere after a few tries. */
@Injectable()
export class SignInLimits {
  constructor(@Inject(ATTEMPT_COUNTERS) private readonly counters: AttemptCounters) {}

  /** Counts an attempt before the password or the code is looked at. @throws Problem when there were too many */
  async attempt(attempt: Attempt): Promise<void> {
    const waitSeconds = await this.count(attempt);
    if (waitSeconds > 0)
      throw new Problem(tooManyAttempts, {
        detail: waitAWhile(waitSeconds),
        headers: { 'Retry-After': String(waitSeconds) },
      });
  }

  /** Counts an attempt. Seconds to wait when there were too many, else 0. */
  async count(attempt: Attempt): Promise<number> {
    const keys = keysOf(attempt);
    const waits = await Promise.all([
      this.counters.accountAndPlace.count(keys.accountAndPlace),
      this.counters.place.count(keys.place),
      this.counters.account.count(keys.account),
    ]);
    return Math.max(...waits);
  }

  /** A right password: only failures are held against anybody. */
  async succeeded(attempt: Attempt): Promise<void> {
    const keys = keysOf(attempt);
    await Promise.all([
      this.counters.accountAndPlace.forget(keys.accountAndPlace),
      this.counters.place.giveBack(keys.place),
      this.counters.account.giveBack(keys.account),
    ]);
  }
}

/** Hashed, because a table of attempts need not tell who has an account or where people are. */
const keysOf = ({ email, from }: Attempt) => ({
  accountAndPlace: digest(`${email} ${from}`),
  place: digest(from),
  account: digest(email),
});

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
