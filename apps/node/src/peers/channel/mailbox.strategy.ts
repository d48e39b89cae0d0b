import type { Work } from '@passerelle/doors';
import type { JsonObject } from '@passerelle/protocol';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { Dispatch } from './channel.service.js';
import { concerns } from './concerns.js';
import type { Exchange } from './exchange.service.js';
import { type NodeId, type Received, type Returned, type Verdict, refused } from '../received.js';

/** Prefix of the pattern under which a room takes in again what this node itself once said: `ours:obligation.propose`. */
export const oursPrefix = 'ours:';

/**
 * Prefixes of the patterns under which rooms hear that this node was restored, and that a peer holds nothing unknown of
 * ours. Each room adds its own name, because a pattern has one handler: `channel:restored:settlement`.
 */
export const restoredPrefix = 'channel:restored:';
export const givenBackPrefix = 'channel:given-back:';

/** Prefix of the pattern under which a room hears which things the next messages are about: `coming:obligation`. */
export const comingPrefix = 'coming:';

/**
 * Brings messages of other nodes to the rooms: each type has one handler, marked with `@MessagePattern(type)`, which
 * answers with a verdict. It stands in the place of Nest's own NATS transporter, which drops what nobody listens to.
 */
export class MailboxStrategy extends Server implements CustomTransportStrategy {
  constructor(private readonly exchange: Exchange | null) {
    super();
  }

  /** A node that works alone has nothing to listen to. */
  listen(listening: () => void): void {
    this.exchange?.start(new RoomsDispatch(this));
    listening();
  }

  async close(): Promise<void> {
    await this.exchange?.stop();
  }

  on(event: string): never {
    throw new Error(`the mailbox has no event "${event}"`);
  }

  unwrap<T>(): T {
    return this.exchange as T;
  }
}

/** More than there are types: a peer that invents others must not fill the memory. */
const patternsMax = 500;

type Handler = ReturnType<Server['getHandlerByPattern']>;

class RoomsDispatch extends Dispatch {
  private readonly handlers = new Map<string, Handler>();

  constructor(private readonly server: Server) {
    super();
  }

  override async coming(work: Work, bodies: readonly JsonObject[]): Promise<void> {
    for (const concern of concerns) {
      const handler = this.handlerOf(comingPrefix + concern);
      const ids = handler ? bodies.map((body) => body[concern]).filter((id) => typeof id === 'string') : [];
      if (handler && ids.length > 0) await this.answerOf(handler, ids, { work });
    }
  }

  async theirs(type: string, body: JsonObject, received: Received): Promise<Verdict> {
    const handler = this.handlerOf(type);
    if (!handler) return refused('unsupported', `messages of type ${type} have no effect here`);
    return (await this.answerOf(handler, body, received)) as Verdict;
  }

  async ours(type: string, body: JsonObject, returned: Returned): Promise<void> {
    const handler = this.handlerOf(oursPrefix + type);
    if (handler) await this.answerOf(handler, body, returned);
  }

  override async restored(work: Work, peer: NodeId): Promise<void> {
    await this.tellRooms(restoredPrefix, peer, work);
  }

  override async givenBack(work: Work, peer: NodeId): Promise<void> {
    await this.tellRooms(givenBackPrefix, peer, work);
  }

  /** One room after the other, in the order in which they were wired. */
  private async tellRooms(prefix: string, peer: NodeId, work: Work): Promise<void> {
    for (const [pattern, handler] of this.server.getHandlers())
      if (pattern.startsWith(prefix)) await this.answerOf(handler, peer, { work });
  }

  /** Nest compares patterns as JSON each time; there are few, and they never change. */
  private handlerOf(pattern: string): Handler {
    const known = this.handlers.get(pattern);
    if (known || this.handlers.has(pattern)) return known ?? null;
    const found = this.server.getHandlerByPattern(pattern);
    if (this.handlers.size < patternsMax) this.handlers.set(pattern, found);
    return found;
  }

  private async answerOf(handler: NonNullable<Handler>, body: unknown, context: object): Promise<unknown> {
    const answer = this.server.transformToObservable(await handler(body, context as never));
    return lastValueFrom(answer, { defaultValue: undefined });
  }
}
