import assert from 'node:assert/strict';
import { type Work, belongsTo, traceOf } from '@passerelle/doors';
import type {
  Announced,
  ChannelState,
  Evidence,
  Intent,
  Message,
  Sealed,
  Stored,
  StoredChannel,
} from '@passerelle/protocol';
import { MemoryWork, memoryOf } from '../../database/memory.js';
import type { Bar } from '../bar.js';
import {
  ChannelStore,
  type Counts,
  type Heard,
  type KeptIntent,
  type LoggedMessage,
  type MessagesPage,
  type Parked,
  type RefusalRow,
  type RefusedFrame,
  type SetAside,
  Superseded,
  type Traced,
} from './channels.js';
import type { NodeId, Verdict } from '../received.js';

const refusalsKept = 1000;
const retryAfterAtMostSeconds = 60;

interface Row {
  readonly message: Message;
  readonly at: Date;
  readonly verdict: Verdict | { readonly verdict: 'failed' } | null;
}

interface Aside extends SetAside {
  readonly attempts: number;
  readonly lastAt: Date;
  readonly verdict: Verdict | null;
}

/** All that is kept of one channel. Replaced as a whole, never changed, so that taking a step back is keeping the old one. */
interface Kept {
  readonly channel: StoredChannel;
  readonly session: string;
  readonly receipt: Sealed | null;
  readonly bar: Bar | null;
  readonly announced: Announced | null;
  readonly intents: readonly (KeptIntent & { readonly at: Date })[];
  readonly outbox: readonly (Row & Traced)[];
  readonly inbox: readonly Row[];
  readonly parked: readonly Aside[];
  readonly evidence: readonly Evidence[];
  readonly refusals: readonly RefusalRow[];
  readonly forgotten: number;
}

/** A copy of everything in a store at one moment: a backup. */
export type ChannelBackup = ReadonlyMap<NodeId, Kept>;

/** The channels of a node in memory, for the simulation. `now` says when something is kept. */
export class MemoryChannelStore extends ChannelStore {
  private readonly channels = new Map<NodeId, Kept>();
  private lastRow = 0n;

  constructor(private readonly now: () => Date) {
    super();
  }

  backup(): ChannelBackup {
    return new Map(this.channels);
  }

  restore(backup: ChannelBackup): void {
    this.channels.clear();
    for (const [peer, kept] of backup) this.channels.set(peer, kept);
  }

  /** The proofs kept against a peer. */
  evidence(peer: NodeId): readonly Evidence[] {
    return this.of(peer).evidence;
  }

  async channel(_work: Work, fresh: StoredChannel): Promise<StoredChannel> {
    return this.channels.get(fresh.peer)?.channel ?? fresh;
  }

  async begin(work: Work, fresh: StoredChannel, session: string): Promise<StoredChannel> {
    const { net, me, peer } = fresh;
    const kept = this.of(peer);
    const channel = { ...kept.channel, net, me };
    this.put(work, peer, { ...kept, channel, session });
    return channel;
  }

  async kept(_work: Work, { peer, session }: ChannelState): Promise<StoredChannel> {
    return this.ofSession(peer, session.mine).channel;
  }

  async save(work: Work, state: ChannelState, receipt?: Sealed): Promise<void> {
    const { net, me, peer, out, in: applied, delivered, status } = state;
    const kept = this.ofSession(peer, state.session.mine);
    const channel = { net, me, peer, out, in: applied, delivered, status };
    this.put(work, peer, { ...kept, channel, receipt: receipt ?? kept.receipt });
  }

  async receipt(_work: Work, peer: NodeId): Promise<Sealed | null> {
    return this.of(peer).receipt;
  }

  async setBar(work: Work, { peer, net, me }: StoredChannel, bar: Bar | null): Promise<void> {
    const kept = this.of(peer);
    this.put(work, peer, { ...kept, channel: { ...kept.channel, net, me }, bar });
  }

  async bar(_work: Work, peer: NodeId): Promise<Bar | null> {
    return this.of(peer).bar;
  }

  async setAnnounced(work: Work, peer: NodeId, announced: Announced): Promise<void> {
    this.put(work, peer, { ...this.of(peer), announced });
  }

  async announced(_work: Work, peer: NodeId): Promise<Announced | null> {
    return this.of(peer).announced;
  }

  async haveBothLeft(_work: Work, peer: NodeId): Promise<boolean> {
    const { inbox, outbox } = this.of(peer);
    return hasLeft(outbox, inbox) && hasLeft(inbox, outbox);
  }

  async apart<T>(work: Work, act: (part: Work) => Promise<T>): Promise<T> {
    const part = new MemoryWork();
    belongsTo(part as unknown as Work, traceOf(work));
    try {
      const value = await act(part as unknown as Work);
      memoryOf(work).onRollback(() => part.rollback());
      memoryOf(work).onCommit(() => part.commit());
      return value;
    } catch (error) {
      part.rollback();
      throw error;
    }
  }

  async applied(_work: Work, peer: NodeId): Promise<bigint> {
    return this.channels.get(peer)?.channel.in.seq ?? 0n;
  }

  async setApplied(work: Work, peer: NodeId, upto: StoredChannel['in']): Promise<void> {
    const kept = this.of(peer);
    this.put(work, peer, { ...kept, channel: { ...kept.channel, in: upto } });
  }

  async addIntent(work: Work, peer: NodeId, intent: Intent): Promise<void> {
    const kept = this.of(peer);
    const row = (this.lastRow += 1n);
    this.put(work, peer, {
      ...kept,
      intents: [...kept.intents, { ...intent, row, trace: traceOf(work), at: this.now() }],
    });
  }

  async intents(_work: Work, peer: NodeId, limit: number): Promise<readonly KeptIntent[]> {
    return this.of(peer)
      .intents.slice(0, limit)
      .map(({ at: _at, ...intent }) => intent);
  }

  async status(_work: Work, peer: NodeId): Promise<StoredChannel['status']> {
    return this.of(peer).channel.status;
  }

  async doubtAll(work: Work): Promise<void> {
    for (const [peer, kept] of this.channels)
      if (kept.channel.status === 'open')
        this.put(work, peer, { ...kept, channel: { ...kept.channel, status: 'waiting' } });
  }

  async dropIntents(work: Work, peer: NodeId, ids: readonly string[]): Promise<readonly string[]> {
    const kept = this.of(peer);
    const dropped = kept.intents.map(({ id }) => id).filter((id) => ids.includes(id));
    this.put(work, peer, { ...kept, intents: kept.intents.filter(({ id }) => !ids.includes(id)) });
    return dropped;
  }

  async addOutbox(work: Work, peer: NodeId, messages: readonly (Message & Partial<Traced>)[]): Promise<void> {
    const kept = this.of(peer);
    const rows = messages.map(({ trace = null, ...message }) => ({ message, trace, at: this.now(), verdict: null }));
    this.put(work, peer, { ...kept, outbox: inOrder([...kept.outbox, ...rows]) });
  }

  async outbox(_work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly (Stored & Traced)[]> {
    return stretch(this.of(peer).outbox, from, upto).map((row) => ({ ...storedOf(row), trace: row.trace }));
  }

  async types(_work: Work, peer: NodeId, { after, limit }: { after: bigint; limit: number }): Promise<string[]> {
    const rows = this.of(peer).outbox.slice(Number(after), Number(after) + limit);
    return rows.map(({ message }) => message.content.type);
  }

  async rotations(_work: Work, peer: NodeId): Promise<{ said: readonly Stored[]; heard: readonly Stored[] }> {
    const { outbox, inbox } = this.of(peer);
    const among = (rows: readonly Row[]): readonly Stored[] =>
      rows.filter(({ message }) => message.content.type === 'key.rotate').map(storedOf);
    return { said: among(outbox), heard: among(inbox) };
  }

  async addInbox(work: Work, peer: NodeId, heard: readonly Heard[]): Promise<void> {
    const kept = this.of(peer);
    const rows = heard.map((each) => ({ ...each, at: this.now() }));
    this.put(work, peer, { ...kept, inbox: inOrder([...kept.inbox, ...rows]) });
  }

  async inbox(_work: Work, peer: NodeId, from: bigint, upto: bigint): Promise<readonly Stored[]> {
    return stretch(this.of(peer).inbox, from, upto).map(storedOf);
  }

  async park(work: Work, message: SetAside): Promise<void> {
    const kept = this.of(message.peer);
    const before = kept.parked.find(({ seq }) => seq === message.seq);
    if (before?.verdict) return;
    const attempts = (before?.attempts ?? 0) + 1;
    const parked = [
      ...kept.parked.filter((each) => each !== before),
      { ...message, attempts, lastAt: this.now(), verdict: null },
    ];
    this.put(work, message.peer, { ...kept, parked: parked.sort((a, b) => Number(a.seq - b.seq)) });
  }

  async heldUp(_work: Work, peer: NodeId): Promise<readonly string[]> {
    return [...new Set(waitingIn(this.of(peer)).flatMap(({ concerns }) => concerns))];
  }

  async parked(): Promise<readonly Parked[]> {
    return [...this.channels.values()].flatMap((kept) => {
      const waiting = waitingIn(kept);
      const isFirst = (one: Aside): boolean =>
        !waiting.some(({ seq, concerns }) => seq < one.seq && concerns.some((each) => one.concerns.includes(each)));
      return waiting
        .filter((one) => this.isDue(one) && isFirst(one))
        .map(({ lastAt: _lastAt, verdict: _verdict, ...one }) => ({
          ...one,
          stored: storedOf(kept.inbox[Number(one.seq) - 1]!),
        }));
    });
  }

  async settle(work: Work, peer: NodeId, seq: bigint, verdict: Verdict): Promise<void> {
    const kept = this.of(peer);
    const isIt = (each: Aside): boolean => each.seq === seq && each.verdict === null;
    assert(kept.parked.some(isIt), `message ${seq} of ${peer} was handled already`);
    this.put(work, peer, { ...kept, parked: kept.parked.map((each) => (isIt(each) ? { ...each, verdict } : each)) });
  }

  async addEvidence(work: Work, peer: NodeId, evidence: Evidence): Promise<void> {
    const kept = this.of(peer);
    this.put(work, peer, { ...kept, evidence: [...kept.evidence, evidence] });
  }

  async refuse(work: Work, frame: RefusedFrame): Promise<void> {
    const kept = this.of(frame.peer);
    const all = [{ ...frame, at: this.now() }, ...kept.refusals];
    const refusals = all.slice(0, refusalsKept);
    const forgotten = kept.forgotten + all.length - refusals.length;
    this.put(work, frame.peer, { ...kept, refusals, forgotten });
  }

  async refusals(_work: Work, peer: NodeId, limit: number): Promise<readonly RefusalRow[]> {
    return this.of(peer).refusals.slice(0, limit);
  }

  async counts(_work: Work, peer: NodeId): Promise<Counts> {
    const { refusals, forgotten, inbox, parked } = this.of(peer);
    const late = parked.filter(({ verdict }) => verdict?.verdict === 'refused').length;
    return {
      invalid: refusals.length + forgotten,
      refused: inbox.filter(({ verdict }) => verdict?.verdict === 'refused').length + late,
      failed: parked.filter(({ verdict }) => verdict === null).length,
    };
  }

  async waiting(_work: Work, peer: NodeId, delivered: bigint): Promise<{ intents: number; oldest: Date | null }> {
    const { intents, outbox } = this.of(peer);
    const times = [...intents, ...outbox.slice(Number(delivered))].map(({ at }) => at.getTime());
    return { intents: intents.length, oldest: times.length === 0 ? null : new Date(Math.min(...times)) };
  }

  async messages(
    _work: Work,
    peer: NodeId,
    direction: 'out' | 'in',
    { before, limit, verdict: wanted }: MessagesPage,
  ): Promise<readonly LoggedMessage[]> {
    const { outbox, inbox, parked } = this.of(peer);
    const late = new Map(parked.map(({ seq, verdict }) => [seq, verdict]));
    return (direction === 'out' ? outbox : inbox)
      .map((each) => ({ ...each, verdict: late.get(BigInt(each.message.content.seq)) ?? each.verdict }))
      .filter(({ verdict }) => wanted === undefined || verdict?.verdict === wanted)
      .map(({ message, at, verdict }) => ({
        seq: BigInt(message.content.seq),
        type: message.content.type,
        hash: message.hash,
        at: at.toISOString(),
        verdict: wordFor(verdict),
      }))
      .filter(({ seq }) => before === null || seq < before)
      .reverse()
      .slice(0, limit);
  }

  private isDue({ attempts, lastAt }: Aside): boolean {
    const waitMs = Math.min(attempts, retryAfterAtMostSeconds) * 1000;
    return lastAt.getTime() <= this.now().getTime() - waitMs;
  }

  private of(peer: NodeId): Kept {
    return this.channels.get(peer) ?? keptOf(newOf(peer));
  }

  private ofSession(peer: NodeId, session: string): Kept {
    const kept = this.channels.get(peer);
    if (kept?.session !== session) throw new Superseded(peer);
    return kept;
  }

  private put(work: Work, peer: NodeId, kept: Kept): void {
    const before = this.channels.get(peer);
    this.channels.set(peer, kept);
    memoryOf(work).onRollback(() => (before ? this.channels.set(peer, before) : this.channels.delete(peer)));
  }
}

const nowhere = { seq: 0n, head: '' };

/** What is kept of a peer that something is said to before the first session. */
const newOf = (peer: NodeId): StoredChannel => ({
  net: '',
  me: '',
  peer,
  out: nowhere,
  in: nowhere,
  delivered: 0n,
  status: 'waiting',
});

const keptOf = (channel: StoredChannel): Kept => ({
  channel,
  session: '',
  receipt: null,
  bar: null,
  announced: null,
  intents: [],
  outbox: [],
  inbox: [],
  parked: [],
  evidence: [],
  refusals: [],
  forgotten: 0,
});

const waitingIn = ({ parked }: Kept): readonly Aside[] => parked.filter(({ verdict }) => verdict === null);

/** As the primary key would: each number once, and here also none missing. */
function inOrder<T extends Row>(rows: readonly T[]): readonly T[] {
  const last = rows.at(-1);
  assert(!last || BigInt(last.message.content.seq) === BigInt(rows.length), 'each number is kept once, in its order');
  return rows;
}

const stretch = <T extends Row>(rows: readonly T[], from: bigint, upto: bigint): readonly T[] =>
  rows.slice(Number(from) - 1, Number(upto));

const storedOf = ({ message: { hash, sealed } }: Row): Stored => ({ hash, sealed });

const wordFor = (verdict: Row['verdict']): string | null =>
  verdict?.verdict === 'refused' ? verdict.code : (verdict?.verdict ?? null);

/** Said with a `channel.close` that the other side has not refused. */
function hasLeft(said: readonly Row[], answers: readonly Row[]): boolean {
  const refused = answers.flatMap(({ message: { content } }) =>
    content.type === 'refuse' ? [content.body['message']] : [],
  );
  return said.some(({ message }) => message.content.type === 'channel.close' && !refused.includes(message.hash));
}
