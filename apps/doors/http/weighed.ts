import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

/** What came was more than its route reads: it was counted and hashed on its way. */
export class Weighed {
  constructor(
    /** In bytes. */
    readonly size: number,
    /** SHA-256, in hexadecimal. */
    readonly sha256: string,
    /** How it begins, so that a person can see what it is: at most 64 KiB. */
    readonly head: Buffer,
  ) {}
}

/** In bytes: enough to see what a file is and whose. */
const headMost = 64 * 1024;

/** Beyond so many times what a route reads, not even the fingerprint is worth the time. */
const most = 10;

/**
 * Gives a route the weight of a body that is too large for it, so that somebody who may send files is heard of, and the
 * file known again. Memory does not grow with the body. One that does not say how large it is, is left to its parser.
 */
export function weighTooLarge(isMeant: (request: IncomingMessage) => boolean, limit: number) {
  return (request: Request, _response: Response, next: NextFunction): void => {
    const size = Number(request.headers['content-length'] ?? 0);
    const isPlain = request.headers['content-encoding'] === undefined;
    if (!isPlain || !isMeant(request) || !(size > limit) || size > limit * most) return next();
    weigh(request, size).then(
      (weighed) => {
        request.body = weighed;
        next();
      },
      // Whoever sent it has gone: there is nobody to answer.
      () => undefined,
    );
  };
}

async function weigh(request: Request, size: number): Promise<Weighed> {
  const hash = createHash('sha256');
  let head: Buffer = Buffer.alloc(0);
  for await (const chunk of request as AsyncIterable<Buffer>) {
    hash.update(chunk);
    if (head.length < headMost) head = Buffer.concat([head, chunk.subarray(0, headMost - head.length)]);
  }
  return new Weighed(size, hash.digest('hex'), head);
}
