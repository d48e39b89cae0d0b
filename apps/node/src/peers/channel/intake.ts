import type { Work } from '@passerelle/doors';
import {
  type ChannelState,
  type Message,
  type Receipt,
  type ReceiptReading,
  type ReceivedBatch,
  type Stored,
  inboxRowNeeded,
  limits,
  onReceipt,
  outboxRowNeeded,
  receiveAll,
} from '@passerelle/protocol';
import type { Acceptance } from './acceptance.js';
import type { ChannelMemory } from './channel-memory.js';
import type { Heard } from './channels.js';

/** Takes opened messages of the peer into the history, with all that becomes true by them, in one transaction. */
export class Intake {
  constructor(
    private readonly end: ChannelMemory,
    private readonly acceptance: Acceptance,
  ) {}

  /**
   * Commits all of a frame at once. When that fails although no single message did (a check at the end of the
   * transaction), each is committed alone and the one that fails is set aside.
   */
  async takeIn(messages: readonly Message[], receipt: Receipt | null): Promise<ReceivedBatch> {
    try {
      return await this.takeTogether(messages, receipt);
    } catch (failure) {
      await this.end.readAgain();
      if (messages.length <= 1) return this.takeTogether(messages, receipt, failure);
    }
    let batch: ReceivedBatch = { state: this.end.current, accepted: [], repeats: 0 };
    for (const message of messages) {
      const { accepted, ...one } = await this.takeIn([message], receipt);
      batch = { ...one, accepted: [...batch.accepted, ...accepted] };
      if (batch.stoppedBy) break;
    }
    return batch;
  }

  private async takeTogether(
    messages: readonly Message[],
    receipt: Receipt | null,
    failure?: unknown,
  ): Promise<ReceivedBatch> {
    const rows = await this.knownRows(messages);
    const batch = receiveAll(this.end.current, messages, (seq) => rows.get(seq));
    let heard: readonly Heard[] = [];
    this.end.current = await this.end.commit(async (work) => {
      heard = await this.acceptance.takeAll(work, batch.accepted, failure);
      return this.keep(work, batch, receipt);
    });
    this.acceptance.note(heard);
    this.end.keys.heard(batch.accepted);
    return batch;
  }

  /** What a frame says about both directions, beside its messages. */
  private async keep(
    work: Work,
    { state, stoppedBy, accepted }: ReceivedBatch,
    receipt: Receipt | null,
  ): Promise<ChannelState> {
    const { store } = this.end.parts;
    const { peer } = this.end.current;
    if (stoppedBy?.kind === 'proof') await store.addEvidence(work, peer, stoppedBy.evidence);
    const confirmed = receipt && (await this.confirmed(work, state, receipt));
    const heard = confirmed && 'state' in confirmed ? confirmed.state : state;
    const after = await this.end.parted(work, heard, accepted);
    const news = confirmed?.kind === 'delivered' ? receipt?.sealed : undefined;
    if (after !== this.end.current) await store.save(work, after, news);
    return after;
  }

  private async confirmed(work: Work, state: ChannelState, receipt: Receipt): Promise<ReceiptReading> {
    const { store } = this.end.parts;
    const { peer } = state;
    const needed = outboxRowNeeded(state, receipt);
    const [ours] = needed === undefined ? [] : await store.outbox(work, peer, needed, needed);
    const confirmed = onReceipt(state, receipt, ours);
    if (confirmed.kind === 'proof') await store.addEvidence(work, peer, confirmed.evidence);
    return confirmed;
  }

  /** The rows a frame's messages are compared with. They mostly follow each other, so a stretch is read at once. */
  private async knownRows(messages: readonly Message[]): Promise<ReadonlyMap<bigint, Stored>> {
    const { database, store } = this.end.parts;
    const found = new Map<bigint, Stored>();
    for (const message of messages) {
      const from = inboxRowNeeded(this.end.current, message);
      if (from === undefined || found.has(from)) continue;
      const upto = from + BigInt(limits.frameMessages);
      const rows = await store.inbox(database.reading, this.end.current.peer, from, upto);
      for (const [at, row] of rows.entries()) found.set(from + BigInt(at), row);
    }
    return found;
  }
}
