import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { Problem } from '../../problems/problem.js';
import { accountOfKey } from './api-key.js';
import { tooManyRequests, wrongKey } from './api-key-problems.js';
import { ApiKeys } from './api-keys.service.js';
import type { Account } from '../accounts/account.js';

/** What a request sends as `Authorization: Bearer …`, if it does. */
export const bearerOf = ({ headers }: Pick<Request, 'headers'>): string | undefined =>
  /^Bearer +(\S+)$/i.exec(headers.authorization ?? '')?.[1];

/**
 * Lets programs in by their keys, as often as is good for everybody else. Each process counts for itself: this protects
 * the machine, and nobody guesses a key.
 */
@Injectable()
export class KeyDoor {
  private readonly asked = new RateLimiterMemory({ points: 600, duration: 60 });
  private readonly wrong = new RateLimiterMemory({ points: 30, duration: 60 });

  constructor(private readonly keys: ApiKeys) {}

  /** As whom the request comes in. @throws Problem */
  async accountOf({ method, ip = '' }: Pick<Request, 'method' | 'ip'>, secret: string): Promise<Account> {
    await atMost(await this.wrong.get(ip), 30);
    const key = await this.keys.find(secret);
    if (!key) {
      await counted(this.wrong, ip);
      throw new Problem(wrongKey, { headers: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } });
    }
    await counted(this.asked, key.id);
    return accountOfKey(key, method);
  }
}

async function atMost(count: RateLimiterRes | null, most: number): Promise<void> {
  if (count && count.consumedPoints >= most) throw tooMany(count);
}

async function counted(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    throw refusal instanceof RateLimiterRes ? tooMany(refusal) : refusal;
  }
}

const tooMany = ({ msBeforeNext }: RateLimiterRes): Problem =>
  new Problem(tooManyRequests, { headers: { 'Retry-After': String(Math.max(1, Math.ceil(msBeforeNext / 1000))) } });
