import { day } from '@passerelle/values';
import { allLegs } from './apply-final.js';
import type { Final } from './certificates.js';
import type { CycleInput } from './cycle-effects.js';
import { type CyclePhase, type CycleState, cycleMoves, openCycle, phaseOf } from './cycle.js';
import type { NodeId } from './federation.js';
import type { Fixing } from './fixing.js';
import type { Proposal } from './proposal.js';
import { stepCycle } from './step.js';
import { digest } from './testing/canonical.js';
import { inCurrency, owes, table } from './testing/debts.js';
import {
  abort,
  approvals,
  ask,
  context,
  cycle,
  members,
  proposal,
  propose,
  ready,
  take,
  votes,
} from './testing/four-members.js';
import type { Member } from './testing/member.js';
import { RoundTable } from './testing/round-table.js';

/** A month among Brussels, Paris and Berlin, amounts in cents. */
const month = [
  owes('be', 'fr', '400000', { id: 'o-1' }),
  owes('fr', 'be', '250000', { id: 'o-2' }),
  owes('fr', 'de', '300000', { id: 'o-3' }),
  owes('de', 'be', '120000', { id: 'o-4' }),
  owes('de', 'fr', '50000', { id: 'o-5' }),
];

const finalOf = (member: Member): Final => {
  const { final } = member.states[cycle]!;
  if (final === null) throw new Error(`${member.me} holds no final`);
  return final;
};

const legsAt = (round: RoundTable, name: NodeId = 'be') =>
  table(allLegs(finalOf(round.member(name)), round.federation, digest));

describe('a cycle among three branches', () => {
  it('nets a month of five debts into two payments, the same for all', () => {
    const round = new RoundTable(['be', 'de', 'fr']).owe(month).cutOff();
    expect(round.members.map((member) => member.phase(cycle))).toEqual(['final', 'final', 'final']);
    expect(new Set(round.members.map((member) => finalOf(member).proposal.result)).size).toBe(1);
    expect(legsAt(round)).toEqual(['fr -> de 100000 EUR', 'be -> de 30000 EUR']);
    const states = round.members.flatMap(({ records }) =>
      Object.values(records).flatMap(({ obligations }) => Object.values(obligations).map(({ settledIn }) => settledIn)),
    );
    expect(states).toEqual(Array(10).fill(cycle));
  });

  it('leaves a disputed debt out, which waits for a later cycle', () => {
    const round = new RoundTable(['be', 'de', 'fr']).owe(month);
    const body = { obligation: 'o-3', code: 'not-delivered', evidence: '' };
    round.member('fr').send('de', { type: 'dispute.open', body });
    round.talk().cutOff();
    expect(legsAt(round)).toEqual(['de -> fr 170000 EUR', 'be -> fr 30000 EUR']);
    expect(round.member('de').records['fr']!.obligations['o-3']).toMatchObject({ state: 'held', settledIn: null });
  });

  it('pays only along debts that exist when the roster says set-off', () => {
    const round = new RoundTable(['be', 'de', 'fr'], { netting: { mode: 'set-off' } }).owe(month).cutOff();
    expect(legsAt(round)).toEqual(['be -> fr 30000 EUR', 'fr -> de 130000 EUR']);
  });

  it('closes empty when nobody owes anything', () => {
    const round = new RoundTable(['be', 'de', 'fr']).cutOff();
    expect(round.members.map((member) => member.phase(cycle))).toEqual(['empty', 'empty', 'empty']);
  });

  it('waits for a node that is away until its time has come, then goes on without it', () => {
    const round = new RoundTable(['be', 'de', 'fr', 'se']).owe(month);
    round.member('de').isUp = false;
    round.cutOff();
    expect(round.member('be').phase(cycle)).toBe('open');
    round.due('statements').due('proposal');
    expect(round.member('be').phase(cycle)).toBe('final');
    expect(legsAt(round)).toEqual(['be -> fr 150000 EUR']);
    round.member('de').isUp = true;
    round.talk();
    expect(finalOf(round.member('de')).proposal.result).toBe(finalOf(round.member('be')).proposal.result);
    expect(round.member('de').records['be']!.obligations['o-4']).toMatchObject({ state: 'agreed', settledIn: null });
  });

  it('rolls what was left out into the next cycle, once', () => {
    const round = new RoundTable(['be', 'de', 'fr', 'se'], {}, ['2026-08', '2026-09']).owe(month);
    round.member('de').isUp = false;
    round.cutOff().due('statements').due('proposal');
    round.member('de').isUp = true;
    // The node that was away first closes the cycle that it missed, then all cut the next one.
    round.talk().cutOff().cutOff();
    expect(round.members.map((member) => member.phase('2026-09'))).toEqual(Array(4).fill('final'));
    const settled = Object.values(round.member('fr').records).flatMap(({ obligations }) =>
      Object.values(obligations).map(({ terms, settledIn }) => `${terms.obligation} ${settledIn}`),
    );
    expect(settled.sort()).toEqual(['o-1 2026-08', 'o-2 2026-08', 'o-3 2026-09', 'o-5 2026-09']);
  });

  it('is led on by the next coordinator when the first is gone', () => {
    const round = new RoundTable(['be', 'de', 'fr', 'se']).owe(month);
    round.member('be').isUp = false;
    round.cutOff().due('statements').roundOver().due('proposal');
    expect(round.member('fr').phase(cycle)).toBe('final');
    expect(finalOf(round.member('fr')).round).toBe(1);
    expect(legsAt(round, 'fr')).toEqual(['fr -> de 250000 EUR']);
  });

  it('closes empty after many rounds that nobody could finish', () => {
    const round = new RoundTable(['be', 'de', 'fr', 'se'], { emptyFromRound: 2 }).owe(month).cutOff();
    expect(round.member('be').phase(cycle)).toBe('final');
    const late = new RoundTable(['be', 'de', 'fr', 'se'], { emptyFromRound: 2 }).owe(month);
    late.member('be').isUp = false;
    // The second coordinator has not proposed when its round is over, and the third round is empty.
    late.cutOff().due('statements').roundOver().roundOver().due('proposal');
    expect(late.member('fr').phase(cycle)).toBe('empty');
    expect(finalOf(late.member('fr')).round).toBe(2);
  });

  it('nets everything in one currency once the fixing is known', () => {
    const netting = { mode: 'one-currency', currency: 'EUR' } as const;
    const round = new RoundTable(['be', 'de', 'fr'], { netting });
    round.owe([inCurrency('SEK', owes('be', 'fr', '1960000')), owes('fr', 'de', '75000')]).cutOff();
    expect(round.member('be').phase(cycle)).toBe('stated');
    const rates = { SEK: { num: '10', den: '112', text: '11.2' } };
    const fixing: Fixing = { source: 'agreed table', date: day('2026-08-31'), into: 'EUR', table: rates };
    round.member('be').step(cycle, { kind: 'fixing', fixing });
    round.talk();
    expect(legsAt(round)).toEqual(['be -> fr 100000 EUR', 'be -> de 75000 EUR']);
  });
});

describe('the phases of a cycle', () => {
  it('are all reached, by moves of the table only', () => {
    const of = proposal(0);
    const empty = proposal(0, []);
    const locks = (one: Proposal): CycleInput => ({
      kind: 'message',
      from: 'be',
      message: {
        type: 'cycle.final',
        body: {
          cycle,
          round: '0',
          result: one.result,
          approvals: approvals(one),
          locks: votes('lock', 0, one.result, ['be', 'de', 'se']),
        },
      },
    });
    const open: CycleState = { ...ready, done: [] };
    const walks: readonly CycleInput[][] = [
      [
        { kind: 'due', what: 'statements' },
        ...propose(of, 'be'),
        ask(of, 0, 'be'),
        locks(of),
        { kind: 'legs', standing: 'closed' },
      ],
      [...propose(of, 'be'), abort(0), ...propose(proposal(1), 'de'), ask(proposal(1), 1, 'de')],
      [
        ...propose(of, 'be'),
        locks(of),
        { kind: 'legs', standing: 'defaulted' },
        { kind: 'legs', standing: 'resolved' },
      ],
      [...propose(empty, 'be'), locks(empty)],
    ];
    const reached = new Set<CyclePhase>();
    for (const walk of walks) {
      let state = open;
      for (const input of walk) {
        const before = phaseOf(state);
        ({ state } = stepCycle(state, input, context));
        const now = phaseOf(state);
        reached.add(before).add(now);
        if (now !== before) expect(cycleMoves[before]).toContain(now);
      }
    }
    // This member had everything co-signed from the start, so it is never seen before it has stated.
    reached.add(phaseOf(openCycle({ cycle, me: 'fr', members, earlierClosed: true })));
    expect([...reached].sort()).toEqual(Object.keys(cycleMoves).sort());
  });

  it('survive being stored as JSON at any moment', () => {
    const { state } = take(ready, ...propose(proposal(0), 'be'), ask(proposal(0), 0, 'be'));
    expect(JSON.parse(JSON.stringify(state))).toEqual(state);
  });

  it('change nothing when an input is repeated', () => {
    const inputs = [...propose(proposal(0), 'be'), ask(proposal(0), 0, 'be')];
    const once = take(ready, ...inputs).state;
    for (const input of inputs) {
      const again = stepCycle(once, input, context);
      expect([again.effects, again.state]).toEqual([[], once]);
    }
  });
});
