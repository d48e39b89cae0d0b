import type { CycleId, Federation, NodeId } from '../federation.js';
import type { Obligation } from '../obligation.js';
import { quorumOf } from '../quorum.js';
import { Member } from './member.js';

/** A few members who hear each other at once, for telling a cycle step by step. */
export class RoundTable {
  readonly federation: Federation;
  readonly members: readonly Member[];

  constructor(names: readonly NodeId[], more: Partial<Federation> = {}, cycles: readonly CycleId[] = ['2026-08']) {
    this.federation = {
      members: names,
      coordinators: names,
      quorum: quorumOf(names.length),
      netting: { mode: 'per-currency' },
      emptyFromRound: 6,
      ...more,
    };
    this.members = names.map((name) => new Member(name, this.federation, cycles));
  }

  member(name: NodeId): Member {
    const found = this.members.find(({ me }) => me === name);
    if (found === undefined) throw new RangeError(`${name} does not sit here`);
    return found;
  }

  /** The debts are proposed by their creditors and accepted. */
  owe(debts: readonly Obligation[]): this {
    for (const { terms } of debts) this.member(terms.creditor).propose(terms.debtor, terms);
    return this.talk();
  }

  /** Everybody who is up cuts its oldest open cycle. */
  cutOff(): this {
    for (const one of this.up) one.cutOff();
    return this.talk();
  }

  due(what: 'statements' | 'proposal'): this {
    for (const one of this.up) if (one.running) one.step(one.running.cycle, { kind: 'due', what });
    return this.talk();
  }

  /** Everybody who is up has waited long enough for the round it is in. */
  roundOver(cycle: CycleId = '2026-08'): this {
    for (const one of this.up) one.step(cycle, { kind: 'round-over', round: one.states[cycle]!.round });
    return this.talk();
  }

  /** Until nobody who is up has anything left to hear. */
  talk(): this {
    const next = () => {
      for (const to of this.up)
        for (const from of this.up) {
          const sent = from.out[to.me]?.[to.heard[from.me] ?? 0];
          if (from !== to && sent !== undefined) return () => to.hear(from.me, sent);
        }
      return null;
    };
    for (let hear = next(); hear !== null; hear = next()) hear();
    return this;
  }

  private get up(): readonly Member[] {
    return this.members.filter(({ isUp }) => isUp);
  }
}
