import type { CycleState } from '@passerelle/settlement';
import { type Mutation, instead } from './mutation.js';

const unheard = ({ votes, ...state }: CycleState, me: string): CycleState => ({
  ...state,
  votes: votes.filter(({ node }) => node !== me),
});

const liars = { members: 4, liars: 1, debts: 16 } as const;
/** Members hear of each other late, so that what one holds to be final the others do not know yet. */
const deaf = { drop: 25, delayMost: 40, partitions: 8, oneWayPartitions: 8, longAbsences: 2 } as const;
const stolen = { keyChanges: 2, areKeysStolen: true, liars: 0, debts: 16 } as const;
const joining = { members: 4, joins: 1, leaves: 0, liars: 0, keyChanges: 0, cycles: 2 } as const;

/** Rules of the cycle. */
export const cycleMutations: readonly Mutation[] = [
  {
    rule: '9 a cycle has one roster',
    without: 'every cycle is decided by the newest version',
    likely: 1,
    core: instead(() => ({ rosterOn: (versions) => versions.at(-1)!.content })),
    wish: { faults: { delayMost: 40 }, business: { ...joining, debts: 20 } },
  },
  {
    rule: '9 a node opens the cycles it takes part in',
    without: 'a newcomer opens the cycle of the running month',
    core: instead(() => ({ takesPart: () => true })),
    wish: { business: joining },
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
    likely: 23,
    core: instead((core) => ({
      applyFinal: (final, view, rules) => core.applyFinal(final, { ...view, isFrozenByProof: () => false }, rules),
    })),
    wish: {
      faults: { restores: 8, drop: 0, delayMost: 2, crash: 0, longAbsences: 0 },
      business: { members: 4, liars: 1, debts: 30, cycles: 1 },
    },
  },
  {
    rule: '13 a restored node abstains',
    without: 'a restored node votes as if it remembered',
    likely: 16,
    core: instead((core) => ({
      stepCycle: (state, input, context) => core.stepCycle({ ...state, abstains: false }, input, context),
    })),
    wish: { faults: { restores: 8, delayMost: 30, drop: 20 }, business: { liars: 0, debts: 12 } },
  },
];
