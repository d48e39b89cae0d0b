import { type ChannelState, isHelloDue, newChannel, start } from '@passerelle/protocol';
import { Acceptance } from './acceptance.js';
import { ChannelKeys } from './channel-keys.js';
import { ChannelMemory } from './channel-memory.js';
import type { ChannelParts } from './channel-parts.js';
import type { Parked, Taken } from './channels.js';
import { Hearing } from './hearing.js';
import { Intake } from './intake.js';
import type { NodeId } from '../received.js';
import { Saying } from './saying.js';

export { type ChannelParts, Dispatch } from './channel-parts.js';

/**
 * One node's end of the channel to one peer. Everything that changes its state happens one after the other. Only `pump`
 * uses the network.
 */
export class Channel {
  private turn: Promise<unknown> = Promise.resolve();
  private readonly acceptance: Acceptance;
  private readonly saying: Saying;
  private readonly hearing: Hearing;

  private constructor(private readonly memory: ChannelMemory) {
    const { parts, keys, traces, current } = memory;
    this.acceptance = new Acceptance(parts, keys, traces, current.peer);
    this.saying = new Saying(memory);
    this.hearing = new Hearing(memory, new Intake(memory, this.acceptance));
  }

  /** Begins a new session with what is kept of the channel, and ends every earlier one. */
  static async begin(
    parts: ChannelParts,
    of: { readonly net: string; readonly me: NodeId; readonly peer: NodeId; readonly session: string },
  ): Promise<Channel> {
    const { net, me, peer, session } = of;
    return parts.database.transact(async (work) => {
      const begun = start(await parts.store.begin(work, newChannel({ net, me, peer }), session), session);
      await parts.store.save(work, begun);
      const keys = new ChannelKeys(parts, { me, peer });
      await keys.read(work);
      return new Channel(new ChannelMemory(parts, begun, keys));
    });
  }

  get state(): ChannelState {
    return this.memory.current;
  }

  get lastHeardAt(): Date | null {
    return this.memory.lastHeardAt;
  }

  get lastSentAt(): Date | null {
    return this.memory.lastSentAt;
  }

  /** A person holds the channel: nothing new is said, while what the peer says is taken in and confirmed. */
  get isHeld(): boolean {
    return this.memory.isHeld;
  }

  set isHeld(isHeld: boolean) {
    this.memory.isHeld = isHeld;
  }

  /** Numbers what was decided, greets and answers where that is due, and sends what the peer does not have yet. */
  pump(): Promise<void> {
    return this.alone(() => this.saying.whatIsDue());
  }

  /** Nothing was confirmed for a while, or the way was broken: what is not confirmed goes out once more. */
  sendAgain(): Promise<void> {
    return this.alone(async () => {
      this.memory.sentUpto = this.memory.current.delivered;
      this.memory.isHelloWanted = isHelloDue(this.memory.current);
    });
  }

  /** True while the peer has not confirmed all that was sent. */
  get isUnconfirmed(): boolean {
    return this.memory.sentUpto > this.memory.current.delivered || isHelloDue(this.memory.current);
  }

  /** Messages the peer has shown us that we could not apply yet. */
  get gap(): number {
    const { seq } = this.memory.current.in;
    return this.memory.shownUpto > seq ? Number(this.memory.shownUpto - seq) : 0;
  }

  /** Takes a frame of the peer in, with what names their traces `beside` it. Resolves after the commit, so that the broker may then forget it. */
  take(bytes: Uint8Array, beside = ''): Promise<Taken> {
    return this.hearing.take({ bytes, beside }, (act) => this.alone(act));
  }

  /** Tries once more to handle a message that failed before. */
  retry(parked: Pick<Parked, 'stored' | 'trace'>): Promise<void> {
    return this.alone(() => this.acceptance.retry(parked));
  }

  private alone<T>(act: () => Promise<T>): Promise<T> {
    const result = this.turn.then(async () => {
      if (this.memory.isDoubtful) await this.memory.readAgain();
      return act();
    });
    this.turn = result.catch(() => undefined);
    return result;
  }
}
