import { ok } from '@passerelle/values';
import { type Mutation, instead } from './mutation.js';

const leaving = { members: 4, joins: 0, leaves: 1, liars: 0, keyChanges: 0 } as const;

/** Rules of what a pair agrees, up to its parting. */
export const pairMutations: readonly Mutation[] = [
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
    likely: 4,
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
    likely: 2,
    core: instead((core) => ({
      exposureOf: (cap, obligations, view) =>
        core.exposureOf(cap, obligations, { ...view, seenByPeer: Number.MAX_SAFE_INTEGER }),
    })),
    wish: { faults: { delayMost: 40 }, business: { members: 3, debts: 120, withdrawals: 80, isTight: true, liars: 0 } },
  },
  {
    rule: '8 an accept stays within the cap',
    without: 'whoever accepts does not look at the cap',
    likely: 5,
    core: instead(() => ({ accept: (exposure) => ok(exposure) })),
    wish: { business: { debts: 30, isTight: true, liars: 0 } },
  },
  {
    rule: '13 nobody parts with debts',
    without: 'a member leaves whatever is open',
    core: instead(() => ({ stillOpen: () => ({ obligations: 0, payments: 0 }) })),
    wish: { business: { ...leaving, debts: 30, defaulters: 1, cycles: 1 } },
  },
  {
    rule: '13 a closed channel takes in what was on its way',
    without: 'whoever has left hears nothing more',
    likely: 15,
    core: instead((core) => ({
      receiveAll: (state, messages, rows) => core.receiveAll(state, state.status === 'closed' ? [] : messages, rows),
    })),
    wish: { faults: { delayMost: 40, drop: 20, restores: 4 }, business: { ...leaving, debts: 12 } },
  },
  {
    rule: '13 ranges name the debts that differ',
    without: 'ranges that differ are neither split nor shown',
    core: instead(() => ({ answerRanges: () => ({ split: [], show: [] }) })),
    wish: { business: { debts: 30, isOneMistaken: true, liars: 0 } },
  },
];
