import { type NodeId, type Obligation, type Statement, missingOf } from '@passerelle/settlement';
import { clearingAt, openBetween } from './auditor.js';
import { differencesKey } from './comparing.js';
import type { Federated } from './federation.js';
import type { Node } from './node.js';
import { itemsAt } from './pairs.js';

/** What is wrong at the end of a run, as words; nothing when all is well. I1, I2, I5 to I7 and I9 to I11 are watched at
 *  every commit by the auditor; those that speak of two nodes at rest, or of a bank, are asked here. */
export type Invariant = (run: Federated) => readonly string[];

/** I1: every group of postings sums to zero, and a clearing account is empty once its legs are closed. */
const booksAreZero: Invariant = ({ honest, hasDefaults }) =>
  honest
    .filter(() => !hasDefaults)
    .filter(({ kept, cycles }) => cycles.every((cycle) => kept.cycles[cycle]!.isApplied))
    .flatMap(({ me, kept }) => clearingAt(kept).map((left) => `${me} is left with ${left}`));

/** I2: what B holds of A's messages is what A committed. */
const historiesAreOne: Invariant = (run) =>
  run.honestPairs.flatMap(([a, b]) => {
    const [said, held] = [a.kept.channels[b.me]!.outbox, b.kept.channels[a.me]!.inbox];
    return held.every((message, at) => message.hash === said[at]?.hash)
      ? []
      : [`${b.me} holds another history of ${a.me}`];
  });

/** I3: both sides of a pair have the same obligations in the same states. */
const pairsAgree: Invariant = (run) =>
  run.honestPairs
    .filter(([a, b]) => a.me < b.me)
    .flatMap(([a, b]) => {
      const [mine, theirs] = [itemsAt(a.kept, b.me), itemsAt(b.kept, a.me)].map((items) => JSON.stringify(items));
      return mine === theirs ? [] : [`${a.me} and ${b.me} do not agree: ${mine} and ${theirs}`];
    });

/** I3: where two programs count differently, both know which debts those are. */
const differencesAreNamed: Invariant = (run) =>
  run.honestPairs.flatMap(([a, b]) =>
    Object.values(a.kept.cycles)
      .filter(({ state }) => state.pairs[b.me]?.outcome === 'different')
      .flatMap(({ state: { cycle } }) => {
        const named = a.kept.differences[differencesKey(cycle, b.me)] ?? [];
        return Object.values(a.kept.pairs[b.me]!.record.obligations)
          .filter(({ terms: { obligation }, cycle: first }) => {
            const other = b.kept.pairs[a.me]!.record.obligations[obligation]!.cycle;
            return first !== null && other !== null && first <= cycle !== other <= cycle;
          })
          .filter(({ terms: { obligation } }) => !named.includes(obligation))
          .map(({ terms: { obligation } }) => `${a.me} does not know that ${b.me} counts ${obligation} otherwise`);
      }),
  );

/** I3: everybody who took part in its cycle shares out a default; who has parted from the payee hears of no more. */
const defaultsAgree: Invariant = ({ honest, liars, auditor }) =>
  honest.flatMap(({ me, kept }) =>
    Object.entries(kept.calls).flatMap(([leg, { call, repaid }]) => {
      const payee = honest.find((each) => each.kept.legs[leg]?.role === 'payee')?.me ?? me;
      const hears = honest.filter((each) => each.kept.channels[payee]?.stored.status !== 'closed');
      if (liars.size > 0 || !hears.some((each) => each.me === me)) return [];
      return hears
        .filter((other) => auditor.partiesTo(leg).includes(other.me))
        .filter((other) => other.kept.calls[leg]?.repaid !== repaid)
        .map((other) => `${other.me} has not shared out ${leg}, which ${call.defaulter} did not pay, as others have`);
    }),
  );

/** I3: what a payee got after it had called the fund is shared out, all of it and nothing else. */
const recoveriesAreShared: Invariant = ({ honest }) =>
  honest.flatMap(({ me, kept }) =>
    Object.entries(kept.calls).flatMap(([name, { call, repaid }]) => {
      const leg = kept.legs[name];
      if (leg?.role !== 'payee') return [];
      const later = BigInt(leg.record.received) - (BigInt(leg.record.leg.amount) - BigInt(call.shortfall));
      return repaid === later ? [] : [`${me} got ${later} of ${name} after its default, and shared out ${repaid}`];
    }),
  );

/** I4: and the same cycles. */
const cyclesAgree: Invariant = (run) =>
  run.honestPairs.flatMap(([a, b]) =>
    Object.values(a.kept.pairs[b.me]!.record.obligations).flatMap(({ terms, cycle, settledIn }) => {
      const other = b.kept.pairs[a.me]!.record.obligations[terms.obligation];
      const isSame =
        (other?.cycle === cycle || run.world.plan.business.isOneMistaken) && other?.settledIn === settledIn;
      return isSame ? [] : [`${a.me} counts ${terms.obligation} in ${cycle}, ${settledIn}, and ${b.me} does not`];
    }),
  );

/** I6: what a node has settled with a peer in a cycle is what the final's statement of the two says. */
const settledAsStated: Invariant = ({ honest, auditor }) =>
  honest.flatMap(({ me, kept }) =>
    [...auditor.finals.values()]
      .filter(({ cycle }) => kept.cycles[cycle]!.isApplied)
      .flatMap(({ cycle, proposal }) =>
        Object.entries(kept.pairs).flatMap(([peer, { record }]) => {
          if (kept.channels[peer]!.stored.status === 'frozen') return [];
          const statement = proposal.statements.find(({ a, b }) => [a, b].includes(me) && [a, b].includes(peer));
          const settled = Object.values(record.obligations).filter(({ settledIn }) => settledIn === cycle);
          const isSame = `${settled.length}` === (statement?.n ?? '0') && areSums(settled, statement);
          return isSame
            ? []
            : [`${me} has settled ${settled.length} with ${peer} in ${cycle}, the final says otherwise`];
        }),
      ),
  );

function areSums(settled: readonly Obligation[], statement: Statement | undefined): boolean {
  return Object.entries(statement?.lines ?? {}).every(([currency, { ab, ba }]) => {
    const owed = (debtor: NodeId): bigint =>
      settled
        .filter(({ terms }) => terms.debtor === debtor && terms.currency === currency)
        .reduce((so, { terms }) => so + BigInt(terms.amount), 0n);
    return owed(statement!.a) === BigInt(ab) && owed(statement!.b) === BigInt(ba);
  });
}

/** I8: no leg counts as paid by more than its payee's own statement shows. */
const moneyCameIn: Invariant = ({ honest, bank }) =>
  honest.flatMap(({ me, kept }) =>
    Object.entries(kept.legs).flatMap(([leg, { record, role }]) => {
      if (role === 'payer') return [];
      const seen = bank.creditsAt(me).filter(({ reference }) => reference === leg);
      const sum = seen.reduce((so, { amount }) => so + amount, 0n);
      return BigInt(record.received) > sum ? [`${me} counts ${record.received} for ${leg}, and ${sum} came in`] : [];
    }),
  );

/** I8: no transfer is ordered twice, and none for more than its leg. */
const legsArePaidOnce: Invariant = (run) => {
  const { bank, liars } = run;
  const paid = new Map<string, bigint>();
  for (const { from, reference, amount } of bank.orders)
    if (!liars.has(from)) paid.set(`${from} ${reference}`, (paid.get(`${from} ${reference}`) ?? 0n) + amount);
  return [...paid].flatMap(([key, sum]) => {
    const [from, reference] = key.split(' ');
    const leg = run.legs.find((each) => each.leg === reference && each.from === from);
    if (!leg) return [`${from} has paid ${reference}, which is no leg of a final`];
    return sum > BigInt(leg.amount) ? [`${from} has paid ${sum} for ${reference} of ${leg.amount}`] : [];
  });
};

/** I12: everything was said and heard, every cycle is closed, every leg is paid or called. */
const everythingCloses: Invariant = (run) => [
  ...run.honestPairs.flatMap(([a, b]) => {
    const { stored, intents, outbox } = a.kept.channels[b.me]!;
    const held = b.kept.channels[a.me]!.inbox.length;
    const { status } = b.kept.channels[a.me]!.stored;
    const isRight = stored.status === 'open' ? !run.mayPart(a, b) : openBetween(a.kept, b.me) === 0;
    if (!['open', 'closed'].includes(status) || !isRight || stored.status !== status)
      return [`the channel of ${a.me} to ${b.me} is ${stored.status}`];
    return intents.length === 0 && held === outbox.length && stored.delivered === BigInt(outbox.length)
      ? []
      : [`${a.me} still has something to say to ${b.me}`];
  }),
  ...run.honest.flatMap((node) => (run.mayStandStill ? notApplied(run, node) : openAt(node))),
];

/** Whatever liars have stopped: what one honest node knows to be final, every honest node has applied, in its turn. */
function notApplied(run: Federated, { me, kept, cycles }: Node): string[] {
  const next = cycles.find((cycle) => !kept.cycles[cycle]!.isApplied);
  return next !== undefined && run.isKnownFinal(next)
    ? [`${me} has not applied ${next}, of which there is a final`]
    : [];
}

function openAt({ me, kept, cycles: own }: Node): string[] {
  const cycles = own.filter((cycle) => !kept.cycles[cycle]!.isApplied);
  const legs = Object.entries(kept.legs).filter(
    ([name, { record }]) => missingOf(record) > 0n && record.standing !== 'defaulted' && kept.calls[name] === undefined,
  );
  return [...cycles.map((cycle) => `${me} has not closed ${cycle}`), ...legs.map(([leg]) => `${leg} is open at ${me}`)];
}

export const atTheEnd: Readonly<Record<string, Invariant>> = {
  I1: booksAreZero,
  I2: historiesAreOne,
  I3: (run) => [...pairsAgree(run), ...differencesAreNamed(run), ...defaultsAgree(run), ...recoveriesAreShared(run)],
  I4: cyclesAgree,
  I6: settledAsStated,
  I8: (run) => [...legsArePaidOnce(run), ...moneyCameIn(run)],
  I12: everythingCloses,
};
