import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { bodyTooLarge } from '../problems/common-problems.js';
import { Problem } from '../problems/problem.js';

/**
 * A body that is larger than its route reads at once. Nothing of it has been read: the route does so piece by piece, once it is
 * known who sent it and that he may. Memory does not grow with it.
 */
export class UnreadBody implements AsyncIterable<Buffer> {
  readonly #request: IncomingMessage;

  constructor(request: IncomingMessage) {
    this.#request = request;
  }

  /** Throws when the connection was cut before its end. */
  async *[Symbol.asyncIterator](): AsyncGenerator<Buffer, void, undefined> {
    for await (const piece of this.#request as AsyncIterable<Buffer>) yield piece;
  }

  /** Whoever sent it has gone before all of it was here: there is nobody to answer. */
  get isCutOff(): boolean {
    return !this.#request.complete && this.#request.destroyed;
  }
}

interface Bounds {
  /** In bytes: what is not larger is read at once. */
  readonly above: number;
  /** In bytes: what is larger is refused. */
  readonly most: number;
}

/**
 * Leaves a body between two sizes to its route, and refuses a larger one unread. One that does not say how large it is, is left
 * to its parser.
 */
export function leaveUnread(isMeant: (request: IncomingMessage) => boolean, { above, most }: Bounds) {
  return (request: Request, response: Response, next: NextFunction): void => {
    const size = Number(request.headers['content-length'] ?? 0);
    const isPlain = request.headers['content-encoding'] === undefined;
    if (!isPlain || !isMeant(request) || !(size > above)) return next();
    if (size > most) {
      response.setHeader('Connection', 'close');
      return next(new Problem(bodyTooLarge, { extra: { limitBytes: most } }));
    }
    request.body = new UnreadBody(request);
    next();
  };
}
