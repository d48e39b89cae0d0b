import { type ChannelState, type Message, readBody } from '@passerelle/protocol';
import type { CycleState } from '@passerelle/settlement';
import { ok } from '@passerelle/values';
import { Broker } from './broker.js';
import type { Core } from './core.js';
import { Disk } from './disk.js';
import type { Kept } from './kept.js';
import type { Letter } from './letter.js';
import { type Change, run } from './run.js';

/** One rule taken away, from outside: the libraries know nothing of it. */
export interface Mutation extends Change {
  /** Where the rule stands in the protocol. */
  readonly rule: string;
  /** What the program does without it. */
  readonly without: string;
  /** A seed that noticed it lately, tried before the others: most rules matter only in some of the stories. */
  readonly likely?: number;
}

const instead =
  (change: (core: Core) => Partial<Core>): Change['core'] =>
  (core) => ({ ...core, ...change(core) });

/** Channels and everything else are two transactions, and the program may stop between them. */
class TornDisk extends Disk {
  protected override commit(after: Kept): void {
    super.commit({ ...this.kept, channels: after.channels });
    this.point();
    super.commit(after);
  }
}

const unsafeCommits = 3;

/** The database answers before anything is safe: what it took last is gone after a crash. */
class HastyDisk extends Disk {
  private unsafe: readonly { readonly before: Kept; readonly after: Kept }[] = [];

  protected override commit(after: Kept): void {
    this.unsafe = [...this.unsafe, { before: this.kept, after }];
    this.kept = after;
    if (this.unsafe.length <= unsafeCommits) return;
    const [safe, ...rest] = this.unsafe;
    this.unsafe = rest;
    this.onCommit(safe!.before, safe!.after);
  }

  override crashed(): void {
    this.kept = this.unsafe[0]?.before ?? this.kept;
    this.unsafe = [];
  }
}

/** What was said about a leg that is not known yet is not kept. */
class ForgetfulDisk extends Disk {
  protected override commit(after: Kept): void {
    super.commit({ ...after, facts: [], early: [] });
  }
}

/** Acknowledges a letter as soon as it is there. */
class HastyBroker extends Broker {
  protected override offer(letter: Letter): void {
    this.onAcknowledged(letter);
    this.deliver(letter);
  }
}

const asIfSent = (state: ChannelState): ChannelState => ({ ...state, out: { ...state.out, seq: 10n ** 15n } });

const unheard = ({ votes, ...state }: CycleState, me: string): CycleState => ({
  ...state,
  votes: votes.filter(({ node }) => node !== me),
});

const liars = { members: 4, liars: 1, debts: 16 } as const;
/** Members hear of each other late, so that what one holds to be final the others do not know yet. */
const deaf = { drop: 25, delayMost: 40, partitions: 8, oneWayPartitions: 8, longAbsences: 2 } as const;
const stolen = { keyChanges: 2, areKeysStolen: true, liars: 0, debts: 16 } as const;
const payments = { debts: 16, defaulters: 0, liars: 0 } as const;

export const mutations: readonly Mutation[] = [
  {
    rule: '4 acknowledge after the commit',
    without: 'the broker forgets a frame before it is taken in',
    things: { broker: (...of) => new HastyBroker(...of) },
    wish: { faults: { drop: 0, failedCommit: 5, delayMost: 20 } },
  },
  {
    rule: 'C1 C2 one transaction',
    without: 'messages and the state they make are committed apart',
    likely: 3,
    things: { disk: (...of) => new TornDisk(...of) },
    wish: { faults: { crash: 0.2, restores: 0 }, business: { members: 3, liars: 0, debts: 20, cycles: 1 } },
  },
  {
    rule: 'C1 C2 commit before anything leaves',
    without: 'frames and receipts leave before the commit is safe',
    things: { disk: (...of) => new HastyDisk(...of) },
    wish: { faults: { crash: 0.02, delayMost: 2 }, business: { liars: 0 } },
  },
  {
    rule: 'C3 only the next number',
    without: 'a gap is skipped',
    core: instead((core) => ({
      receiveAll: (state, messages, rows) => {
        const first = messages[0];
        const { seq, prev } = first?.content ?? { seq: '0', prev: '' };
        const isAhead = BigInt(seq) > state.in.seq + 1n;
        return core.receiveAll(
          isAhead ? { ...state, in: { seq: BigInt(seq) - 1n, head: prev } } : state,
          messages,
          rows,
        );
      },
    })),
    wish: { faults: { drop: 20, delayMost: 20 } },
  },
  {
    rule: 'C3 a repeat changes nothing',
    without: 'a message that comes again is taken in again',
    core: instead((core) => ({
      receiveAll: (state, messages, rows) => {
        const batch = core.receiveAll(state, messages, rows);
        return batch.repeats > 0
          ? { ...batch, accepted: [...messages.slice(0, batch.repeats), ...batch.accepted] }
          : batch;
      },
    })),
    wish: { faults: { repeat: 20 } },
  },
  {
    rule: 'C5 a signed receipt, not the broker, says what arrived',
    without: 'what was sent once counts as delivered',
    core: instead((core) => {
      const sent = new Map<string, bigint>();
      return {
        nextToSend: (state, upto) => {
          const key = `${state.me} ${state.peer}`;
          const next = core.nextToSend(state, sent.get(key) ?? upto);
          if (next) sent.set(key, next.upto);
          return next;
        },
      };
    }),
    wish: { faults: { drop: 15 } },
  },
  {
    rule: 'C5 what was delivered may go down again',
    without: 'what a peer has confirmed once is never sent again, restored or not',
    core: instead((core) => {
      const most = new Map<string, bigint>();
      return {
        nextToSend: (state, upto) => {
          const key = `${state.me} ${state.peer}`;
          const known = most.get(key) ?? 0n;
          const delivered = state.delivered > known ? state.delivered : known;
          most.set(key, delivered);
          return core.nextToSend({ ...state, delivered }, upto);
        },
      };
    }),
    wish: { faults: { restores: 4, drop: 0 }, business: { debts: 24, liars: 0 } },
  },
  {
    rule: 'C6 one writer numbers a channel',
    without: 'numbers come from a sequence and a failed transaction leaves a gap',
    core: instead((core) => {
      const numbers = new Map<string, bigint>();
      return {
        numberAll: (state, intents, by) => {
          const key = `${state.me} ${state.peer}`;
          const last = numbers.get(key) ?? state.out.seq;
          const seq = last > state.out.seq ? last : state.out.seq;
          numbers.set(key, seq + BigInt(intents.length));
          return core.numberAll({ ...state, out: { ...state.out, seq } }, intents, by);
        },
      };
    }),
    wish: { faults: { failedCommit: 5 } },
  },
  {
    rule: 'C7 no new number before the answer',
    without: 'a node goes on at once after a start',
    core: instead((core) => ({
      start: (stored, session) => ({ ...core.start(stored, session), status: stored.status }),
    })),
    wish: { faults: { restores: 4 }, business: { debts: 24, liars: 0 } },
  },
  {
    rule: 'C8 fencing',
    without: 'a frame of any pair of sessions is taken',
    likely: 4,
    core: instead((core) => ({
      openFrame: (state, frame, ring) => {
        const { s } = JSON.parse(frame.rcpt.m) as { readonly s: [string, string] };
        const session = { ...state.session, theirs: s[0], given: s[1] };
        return core.openFrame({ ...state, session }, frame, ring);
      },
    })),
    wish: { faults: { restores: 4, stale: 8, delayMost: 40 }, business: { debts: 24, liars: 0 } },
  },
  {
    rule: 'C9 one causal order',
    without: 'a message is applied before the words that it answers are back',
    core: instead((core) => ({
      receiveAll: (state, messages, rows) => {
        const batch = core.receiveAll(asIfSent(state), messages, rows);
        return { ...batch, state: { ...batch.state, out: state.out } };
      },
    })),
    wish: { faults: { restores: 4 }, business: { debts: 24, withdrawals: 4, liars: 0 } },
  },
  {
    rule: 'C10 facts are joined later',
    without: 'what is said about a leg that is not known yet is dropped',
    likely: 9,
    things: { disk: (...of) => new ForgetfulDisk(...of) },
    wish: {
      faults: { restores: 4, drop: 0 },
      business: { members: 4, cycles: 2, debts: 30, defaulters: 1, deadCoordinators: 1, liars: 0, keyChanges: 0 },
    },
  },
  {
    rule: 'C11 a refused message enters the chain',
    without: 'what cannot be read stays outside and is asked for again',
    core: instead((core) => ({
      receiveAll: (state, messages, rows) => {
        const bad = messages.findIndex((message: Message) => !readBody(message).ok);
        return core.receiveAll(state, bad < 0 ? messages : messages.slice(0, bad), rows);
      },
    })),
    wish: { business: { otherReleases: 2, liars: 0 } },
  },
  {
    rule: '7 crossing words are told apart by ack',
    without: 'each side keeps what it saw first',
    core: instead((core) => ({
      applyToPair: (record, said, digest) =>
        core.applyToPair(record, { ...said, ack: Number.MAX_SAFE_INTEGER }, digest),
    })),
    wish: { faults: { delayMost: 40 }, business: { debts: 24, withdrawals: 8, liars: 0 } },
  },
  {
    rule: '7 an accept after the cut counts later',
    without: 'an accept counts in the cycle it names, cut or not',
    core: instead((core) => ({
      applyToPair: (record, said, digest) => {
        const step = core.applyToPair(
          said.type === 'obligation.accept' ? { ...record, cuts: {} } : record,
          said,
          digest,
        );
        return step.ok && said.type === 'obligation.accept'
          ? ok({ ...step.value, record: { ...step.value.record, cuts: record.cuts } })
          : step;
      },
    })),
    wish: { faults: { skewMost: 40 }, business: { debts: 30, liars: 0 } },
  },
  {
    rule: '7 no dispute voids what a cut cycle counts',
    without: 'a dispute may be closed as void at any time',
    likely: 21,
    core: instead(() => ({ mayVoid: () => true })),
    wish: { business: { debts: 24, disputes: 12, liars: 0 } },
  },
  {
    rule: '8 a proposal reserves its room',
    without: 'only what is agreed counts against a cap',
    core: instead((core) => ({
      exposureOf: (cap, obligations, view) => core.exposureOf(cap, obligations, { ...view, me: '' }),
    })),
    wish: { faults: { delayMost: 40 }, business: { members: 3, debts: 60, isTight: true, liars: 0 } },
  },
  {
    rule: '8 a withdrawn proposal keeps its room',
    without: 'the room is free before the other side has seen the withdrawal',
    likely: 9,
    core: instead((core) => ({
      exposureOf: (cap, obligations, view) =>
        core.exposureOf(cap, obligations, { ...view, seenByPeer: Number.MAX_SAFE_INTEGER }),
    })),
    wish: { faults: { delayMost: 40 }, business: { members: 3, debts: 60, withdrawals: 30, isTight: true, liars: 0 } },
  },
  {
    rule: '8 an accept stays within the cap',
    without: 'whoever accepts does not look at the cap',
    likely: 5,
    core: instead(() => ({ accept: (exposure) => ok(exposure) })),
    wish: { business: { debts: 30, isTight: true, liars: 0 } },
  },
  {
    rule: '9.4 everybody checks every signature',
    without: 'votes and approvals are believed as they come',
    likely: 8,
    core: instead(() => ({ isDeclaredBy: () => true, wasDeclaredBy: () => true })),
    wish: { business: liars },
  },
  {
    rule: '9.4 what was decided outlives a key',
    without: 'votes under a key that was revoked since count no more',
    core: instead((core) => ({ wasDeclaredBy: core.isDeclaredBy })),
    wish: {
      faults: { longAbsences: 1, partitions: 0, oneWayPartitions: 0, restores: 0, crash: 0, drop: 0 },
      business: { ...stolen, members: 4, keyChanges: 4, cycles: 1, rosterChanges: 0 },
    },
  },
  {
    rule: '14 a revoked key signs nothing more',
    without: 'whatever a key of a member signs is believed',
    core: instead((core) => ({
      keyringOf: (content, node) =>
        core.keyringOf(content, node).map((key) => ({ ...key, signs: () => true, signsDocuments: true })),
    })),
    wish: { business: stolen },
  },
  {
    rule: '9.5 one vote a round',
    without: 'a node that has voted may vote again',
    core: instead((core) => ({
      stepCycle: (state, input, context) => {
        const step = core.stepCycle(unheard(state, context.me), input, context);
        const own = state.votes.filter(({ node }) => node === context.me);
        const votes = [...own, ...step.state.votes.filter((vote) => !own.some(({ sig }) => sig === vote.sig))];
        return { ...step, state: { ...step.state, votes } };
      },
    })),
    wish: { faults: { delayMost: 40 }, business: { liars: 0, debts: 16 } },
  },
  {
    rule: '9.5 a round is left by S votes',
    without: 'one vote is taken for a quorum of them',
    likely: 8,
    core: instead((core) => ({
      stepCycle: (state, input, { federation, ...context }) =>
        core.stepCycle(state, input, {
          ...context,
          federation: { ...federation, quorum: { ...federation.quorum, skip: 1 } },
        }),
    })),
    wish: {
      faults: { ...deaf, restores: 0, crash: 0, failedCommit: 0, unknownCommit: 0 },
      business: { members: 3, liars: 0, debts: 12, cycles: 1, deadCoordinators: 1, disputes: 0, rosterChanges: 0 },
    },
  },
  {
    rule: '9.6 Q locks make a final',
    without: 'one lock less is enough',
    core: instead((core) => ({
      stepCycle: (state, input, { federation, ...context }) =>
        core.stepCycle(state, input, {
          ...context,
          federation: { ...federation, quorum: { ...federation.quorum, lock: federation.quorum.lock - 1 } },
        }),
    })),
    wish: { faults: { delayMost: 40 } },
  },
  {
    rule: '9.7 a spoiled pair holds nobody up',
    without: 'a final waits for a channel that a proof has frozen',
    likely: 16,
    core: instead((core) => ({
      applyFinal: (final, view, rules) => core.applyFinal(final, { ...view, isFrozenByProof: () => false }, rules),
    })),
    wish: {
      faults: { restores: 8, drop: 0, delayMost: 2, crash: 0, longAbsences: 0 },
      business: { members: 4, liars: 1, debts: 30, cycles: 1 },
    },
  },
  {
    rule: '11 look before you pay',
    without: 'a transfer is ordered without a look at the statement',
    core: instead((core) => ({
      decideLeg: (record, input) =>
        core.decideLeg(record, input.kind === 'looked-up' ? { ...input, seen: 0n, isComplete: true } : input),
    })),
    wish: { faults: { bankUnrecorded: 40 }, business: payments },
  },
  {
    rule: '11 an unfinished look says nothing',
    without: 'what a statement does not show yet counts as not ordered',
    core: instead((core) => ({
      decideLeg: (record, input) =>
        core.decideLeg(record, input.kind === 'looked-up' ? { ...input, isComplete: true } : input),
    })),
    wish: { faults: { bankUnrecorded: 40, statementLate: 40 }, business: payments },
  },
  {
    rule: "11 only the payee's statement closes a leg",
    without: 'the payer’s word closes it',
    core: instead((core) => ({
      decideLeg: (record, input) =>
        core.decideLeg(record, input.kind === 'said-sent' ? { kind: 'credited', amount: input.amount } : input),
    })),
    wish: { business: payments },
  },
  {
    rule: '12 the waterfall is exact',
    without: 'each share is rounded down by itself',
    likely: 3,
    core: instead((core) => ({
      waterfall: (shortfall) => {
        const shares = core.waterfall(shortfall);
        if (!shares.ok) return shares;
        const down = ([node, amount]: [string, bigint]): [string, bigint] => [node, amount - (amount % 2n)];
        return ok({ ...shares.value, mutual: Object.fromEntries(Object.entries(shares.value.mutual).map(down)) });
      },
    })),
    wish: { business: { debts: 24, defaulters: 1, liars: 0, cycles: 1 } },
  },
  {
    rule: '12 what comes after a default is shared out',
    without: 'the payee keeps it',
    likely: 9,
    core: instead(() => ({ recoveredOf: () => 0n })),
    wish: { business: { debts: 24, defaulters: 0, liars: 0, cycles: 1, deadCoordinators: 1 } },
  },
  {
    rule: '13 ranges name the debts that differ',
    without: 'ranges that differ are neither split nor shown',
    core: instead(() => ({ answerRanges: () => ({ split: [], show: [] }) })),
    wish: { business: { debts: 30, isOneMistaken: true, liars: 0 } },
  },
  {
    rule: '13 a restored node abstains',
    without: 'a restored node votes as if it remembered',
    likely: 13,
    core: instead((core) => ({
      stepCycle: (state, input, context) => core.stepCycle({ ...state, abstains: false }, input, context),
    })),
    wish: { faults: { restores: 8, delayMost: 30, drop: 20 }, business: { liars: 0, debts: 12 } },
  },
];

export interface Caught {
  readonly mutation: Mutation;
  /** The seed that found it and what it found; null when none of the seeds did. */
  readonly by: { readonly seed: number; readonly violation: string } | null;
}

/** Runs seeds until one notices that the rule is gone. */
export function tryMutation(mutation: Mutation, seeds: number): Caught {
  const all = Array.from({ length: seeds }, (_, at) => at + 1);
  for (const seed of mutation.likely === undefined ? all : [mutation.likely, ...all]) {
    const { violations } = run(seed, mutation);
    if (violations[0] !== undefined) return { mutation, by: { seed, violation: violations[0] } };
  }
  return { mutation, by: null };
}
