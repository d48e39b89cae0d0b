import type { NodeId, Obligation } from '@passerelle/settlement';
import { cycleAt } from './calendar.js';
import type { Draft } from './disk.js';
import type { Node } from './node.js';
import { currencies } from './office.js';
import type { World } from './world.js';

/** What the people of the members decide: whom they owe, what they accept, what they quarrel about. */
export class People {
  constructor(
    private readonly world: World,
    private readonly nodes: () => readonly Node[],
  ) {}

  /** Spreads the decisions of a run over its time. */
  plan(end: number): void {
    const { world } = this;
    const { debts, disputes, withdrawals, corrections, capChanges, keyChanges, otherReleases } = world.plan.business;
    const sometime = (count: number, from: number, act: (node: Node) => void): void => {
      for (let turn = 0; turn < count; turn += 1)
        world.after(world.chance.between(from, end), () => act(world.chance.one(this.nodes())));
    };
    sometime(debts, 5, (node) => this.owe(node));
    sometime(withdrawals * 2, 20, (node) => this.withdraw(node));
    sometime(disputes * 2, 60, (node) => this.dispute(node));
    sometime(corrections * 2, 80, (node) => this.correct(node));
    sometime(otherReleases * 2, 10, () => this.sayUnknown(this.nodes()[0]!));
    sometime(capChanges, 10, (node) => this.changeCap(node));
    for (const node of world.chance.shuffled(this.nodes()).slice(0, keyChanges))
      world.after(world.chance.between(20, end), () => node.changeKey());
  }

  /** Answers what waits for an answer: most is accepted, some rejected, and a dispute ends in the end. */
  answer(node: Node): void {
    node.act((draft) => {
      for (const [peer, { record }] of Object.entries(draft.kept.pairs)) {
        if (draft.kept.channels[peer]!.intents.length > 0) continue;
        for (const one of Object.values(record.obligations)) this.answerOne(node, draft, peer, one);
      }
    });
  }

  private answerOne(node: Node, draft: Draft, peer: NodeId, one: Obligation): void {
    const { obligation } = one.terms;
    const { chance, isCalm } = this.world;
    if (one.state === 'proposed' && one.proposer === peer && (isCalm || chance.percent(60))) {
      const cycle = cycleAt(node.localNow(), node.months);
      if (chance.percent(90)) node.say(draft, peer, 'obligation.accept', { obligation, terms: one.hash, cycle });
      else node.say(draft, peer, 'obligation.reject', { obligation, code: 'other-amount' });
    }
    if (one.state !== 'held' || one.dispute === null || !chance.percent(isCalm ? 100 : 20)) return;
    if (one.dispute.words[node.me] !== undefined && !isCalm) return;
    const isDifferent = Object.values(draft.kept.differences).some((named) => named.includes(obligation));
    const own = isDifferent || (!isCalm && chance.percent(30)) ? 'void' : 'upheld';
    // People who contradict each other talk in the end, and one gives way.
    const theirs = isCalm && peer < node.me ? one.dispute.words[peer]?.at(-1)?.outcome : undefined;
    const outcome = theirs ?? own;
    node.say(draft, peer, 'dispute.close', { obligation, outcome });
  }

  private owe(node: Node): void {
    const { chance } = this.world;
    const peer = chance.one(Object.keys(node.kept.channels));
    const [debtor, creditor] = chance.percent(50) ? [node.me, peer] : [peer, node.me];
    this.propose(node, peer, {
      debtor,
      creditor,
      currency: chance.one(currencies),
      amount: `${chance.between(1, chance.percent(80) ? 90_000 : 9_000_000)}`,
    });
    // The same people often decide again before the answer to the first is there.
    if (chance.percent(25)) this.owe(node);
  }

  private propose(node: Node, peer: NodeId, terms: object): void {
    const more = { mission: 'be:M-2026-0123', due: '2026-08-31', kind: 'mission.fee', text: 'A day on stage' };
    const obligation = this.world.newId();
    node.act((draft) => node.say(draft, peer, 'obligation.propose', { obligation, ...more, ...terms }));
  }

  private withdraw(node: Node): void {
    this.onOne(
      node,
      ({ state, proposer }) => state === 'proposed' && proposer === node.me,
      (draft, peer, one) => node.say(draft, peer, 'obligation.withdraw', { obligation: one.terms.obligation }),
    );
  }

  private dispute(node: Node): void {
    this.onOne(
      node,
      ({ state }) => state === 'agreed',
      (draft, peer, one) =>
        node.say(draft, peer, 'dispute.open', { obligation: one.terms.obligation, code: 'amount', evidence: '' }),
    );
  }

  private correct(node: Node): void {
    this.onOne(
      node,
      ({ state }) => state === 'agreed' || state === 'settled',
      (draft, peer, { terms }) => {
        const { mission, due, kind, text, currency } = terms;
        const amount = `${BigInt(terms.amount) / 2n + 1n}`;
        const turned = { obligation: this.world.newId(), debtor: terms.creditor, creditor: terms.debtor, amount };
        const body = { ...turned, mission, due, kind, text, currency, reverses: terms.obligation };
        if (BigInt(amount) <= BigInt(terms.amount)) node.say(draft, peer, 'obligation.propose', body);
      },
    );
  }

  private changeCap(node: Node): void {
    const { chance } = this.world;
    const peer = chance.one(Object.keys(node.kept.channels));
    const body = { currency: chance.one(currencies), cap: `${chance.between(0, 400_000)}` };
    node.act((draft) => node.say(draft, peer, 'limit.set', body));
  }

  /** A word that only a later release knows, and a known word with a field that only a later release reads. */
  private sayUnknown(node: Node): void {
    const peer = this.world.chance.one(Object.keys(node.kept.channels));
    node.act((draft) => {
      node.say(draft, peer, 'mission.extend', { mission: 'be:M-2026-0123', days: '3' });
      node.say(draft, peer, 'limit.set', { currency: 'EUR', cap: '6000000', ext: { 'counts-from': '2026-09-01' } });
    });
  }

  private onOne(
    node: Node,
    isFit: (one: Obligation) => boolean,
    act: (draft: Draft, peer: NodeId, one: Obligation) => void,
  ): void {
    const fit = Object.entries(node.kept.pairs).flatMap(([peer, { record }]) =>
      Object.values(record.obligations)
        .filter(isFit)
        .map((one) => ({ peer, one })),
    );
    if (fit.length === 0) return;
    const { peer, one } = this.world.chance.one(fit);
    node.act((draft) => act(draft, peer, one));
  }
}
