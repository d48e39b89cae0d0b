import { type ChannelState, type Message, readBody } from '@passerelle/protocol';
import { ForgetfulDisk, HastyBroker, HastyDisk, TornDisk } from './broken-things.js';
import { type Mutation, instead } from './mutation.js';

const asIfSent = (state: ChannelState): ChannelState => ({ ...state, out: { ...state.out, seq: 10n ** 15n } });

const stolen = { keyChanges: 2, areKeysStolen: true, liars: 0, debts: 16 } as const;

/** Rules of the channel, and of the keys that sign on it. */
export const channelMutations: readonly Mutation[] = [
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
    likely: 3,
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
    likely: 5,
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
    likely: 5,
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
    likely: 8,
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
    likely: 22,
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
    rule: '14 a revoked key signs nothing more',
    without: 'whatever a key of a member signs is believed',
    core: instead((core) => ({
      keyringOf: (content, node) =>
        core.keyringOf(content, node).map((key) => ({ ...key, signs: () => true, signsDocuments: true })),
    })),
    wish: { business: stolen },
  },
];
