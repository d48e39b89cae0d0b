import type { JsonObject } from '@passerelle/protocol';
import { type CustomTransportStrategy, Server } from '@nestjs/microservices';
import { lastValueFrom } from 'rxjs';
import { Dispatch } from './channel.service.js';
import type { Exchange } from './exchange.service.js';
import { type Received, type Verdict, refused } from './received.js';

/** Prefix of the pattern under which a room takes in again what this node itself once said: `ours:obligation.propose`. */
export const oursPrefix = 'ours:';

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

class RoomsDispatch extends Dispatch {
  constructor(private readonly server: Server) {
    super();
  }

  async theirs(type: string, body: JsonObject, received: Received): Promise<Verdict> {
    const handler = this.server.getHandlerByPattern(type);
    if (!handler) return refused('unsupported', `messages of type ${type} have no effect here`);
    const answer: unknown = await lastValueFrom(
      this.server.transformToObservable(await handler(body, received as never)),
    );
    return answer as Verdict;
  }

  async ours(type: string, body: JsonObject, received: Received): Promise<void> {
    const handler = this.server.getHandlerByPattern(oursPrefix + type);
    if (handler)
      await lastValueFrom(this.server.transformToObservable(await handler(body, received as never)), {
        defaultValue: undefined,
      });
  }
}
