import { Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { Database, type Work } from '../database/database.js';
import { Answer } from '../http/answer.js';
import { Problem } from '../problems/problem.js';
import { belongsTo } from '../traces/traces.js';
import { keyUsedOtherwise, stillRunning } from './idempotency-problems.js';
import { type KeyedRequest, keyedRequestOf } from './keyed-request.js';

/** What a request was answered with. */
export interface StoredAnswer {
  readonly route: string;
  readonly bodyHash: Buffer;
  readonly status: number;
  readonly body: unknown;
}

export abstract class AnswerStore {
  /** False while another transaction is working on the same key. Held until the end of this transaction. */
  abstract claim(work: Work, request: KeyedRequest): Promise<boolean>;
  abstract find(work: Work, request: KeyedRequest): Promise<StoredAnswer | undefined>;
  abstract keep(work: Work, request: KeyedRequest, answer: { status: number; body: unknown }): Promise<void>;
}

/**
 * Lets a request act once, however often it is sent: the answer is kept in the same transaction as the effect. A
 * refusal, thrown as a problem, undoes everything and is not kept, so a request may be mended and sent again.
 */
@Injectable()
export class Idempotency {
  constructor(
    private readonly database: Database,
    private readonly store: AnswerStore,
  ) {}

  /** Runs the use case and keeps its answer, or gives the answer kept before. The body must be JSON. */
  async once<T>(
    request: Request,
    act: (work: Work) => Promise<{ readonly status: number; readonly body: T }>,
  ): Promise<Answer> {
    const keyed = keyedRequestOf(request);
    return this.database.transact(async (work) => {
      belongsTo(work, request.traceparent);
      if (!(await this.store.claim(work, keyed))) throw new Problem(stillRunning, { headers: { 'Retry-After': '1' } });
      const kept = await this.store.find(work, keyed);
      if (kept) return replayed(keyed, kept);
      const { status, body } = await act(work);
      await this.store.keep(work, keyed, { status, body });
      return new Answer(status, body);
    });
  }
}

function replayed(request: KeyedRequest, kept: StoredAnswer): Answer {
  if (kept.route !== request.route || !kept.bodyHash.equals(request.bodyHash)) throw new Problem(keyUsedOtherwise);
  return new Answer(kept.status, kept.body, { 'Idempotent-Replayed': 'true' });
}
