import { ok } from '@passerelle/values';
import { type Mutation, instead } from './mutation.js';

const joining = { members: 4, joins: 1, leaves: 0, liars: 0, keyChanges: 0, cycles: 2 } as const;
const payments = { debts: 16, defaulters: 0, liars: 0 } as const;

/** Rules of payment, default and the fund. */
export const paymentMutations: readonly Mutation[] = [
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
    likely: 3,
    core: instead(() => ({ recoveredOf: () => 0n })),
    wish: { business: { debts: 24, defaulters: 1, liars: 0, cycles: 1 } },
  },
  {
    rule: '12 the fund is that of the cycle',
    without: 'whoever is a member by now bears a default',
    core: instead(() => ({ fundRosterOn: (versions) => versions.at(-1)!.content })),
    wish: { business: { ...joining, members: 5, debts: 30, defaulters: 1, deadCoordinators: 0 } },
  },
];
