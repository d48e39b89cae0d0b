import type { Ids, Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import { type Recovery, type Waterfall, borneBy, lessen, recover, recoveredOf } from '@passerelle/settlement';
import type { Books } from '../../books/books.service.js';
import type { Peers } from '../../peers/peers.service.js';
import { type NodeId, type Received, type Verdict, applied, refused } from '../../peers/received.js';
import type { Branch } from '../branch.service.js';
import { type KeptCall, borneText, isAbout, isNothing, moneyIn, regainedBooking, repayKind } from './fund-call.js';
import type { FundCallsStore } from './fund-calls-store.js';
import { legCause } from '../legs/kept-leg.js';
import type { Legs } from '../legs/legs.service.js';
import { owedBy } from '../obligations/obligation.js';
import type { ObligationsStore } from '../obligations/obligations-store.js';
import type { Obligations } from '../obligations/obligations.service.js';
import type { Partners } from '../partners/partners.service.js';
import type { Recollection } from '../reconciliation/recollection.service.js';
import { federationFor } from '../roster-rules.js';

export interface FundRepaymentsParts {
  readonly store: FundCallsStore;
  readonly legs: Legs;
  readonly obligations: Obligations;
  readonly debts: ObligationsStore;
  readonly partners: Partners;
  readonly recollection: Recollection;
  readonly peers: Peers;
  readonly books: Books;
  readonly branch: Branch;
  readonly ids: Ids;
}

/** Words of one member that wait for something unknown, at most. */
export const wordsMax = 100;

type Repayment = BodyOf<'fund.repay'>;

/**
 * Money of a default that came in after all goes back in the reverse order, by ordinary debts, and everybody hears of it.
 * What is shared follows from the bank's statement and the call; what was told and proposed, from what each member holds
 * of it. So nothing is given twice, and nothing is forgotten, when a restore comes between.
 */
export class FundRepayments {
  constructor(private readonly parts: FundRepaymentsParts) {}

  /** A payee says that it got money of a default after all. */
  async repaid({ work, from }: Received, body: Repayment): Promise<Verdict> {
    const { store } = this.parts;
    const kept = await store.named(work, body.call);
    if (kept) return this.take(work, from, kept, body);
    if ((await store.countWords(work, from)) >= wordsMax) return refused('too-many', 'too many repayments wait');
    await store.addWord(work, { by: from, kind: 'repay', waitsFor: body.call, body });
    return applied;
  }

  /** A peer gave back that this node had told it of a repayment, which a restore had taken. */
  async repaidBefore(work: Work, to: NodeId, body: Repayment): Promise<void> {
    const { store, peers } = this.parts;
    const kept = await store.named(work, body.call);
    if (kept) return this.remember(work, to, kept, body);
    await store.addWord(work, { by: peers.me, kind: 'repay', waitsFor: body.call, body: { ...body, to } });
  }

  /** The call is known: what was said of it before can be judged. */
  async joinEarly(work: Work, call: string): Promise<void> {
    const { store } = this.parts;
    for (const word of await store.takeWords(work, call)) {
      const kept = (await store.named(work, call))!;
      const { to, ...body } = word.body as Repayment & { readonly to?: NodeId };
      if (to === undefined) await this.take(work, word.by, kept, body);
      else await this.remember(work, to, kept, body);
    }
  }

  /** Shares out what has come in of a standing call, and tells and owes each member what it does not know of yet. */
  async goOn(work: Work, kept: KeptCall): Promise<KeptCall> {
    if (kept.status === 'open') return kept;
    const fresh = await this.freshIn(work, kept);
    const shared = fresh > 0n ? await this.shareOut(work, kept, fresh) : kept;
    const told = await this.tell(work, isOver(shared) ? await this.save(work, shared) : shared);
    for (const node of Object.keys(told.back.owed)) await this.giveBack(work, told, node);
    return told;
  }

  private async take(work: Work, from: NodeId, kept: KeptCall, { amount, currency }: Repayment): Promise<Verdict> {
    if (kept.event.claims[from] === undefined || kept.event.currency !== currency)
      return refused('wrong-party', `${from} claimed nothing of this default in ${currency}`);
    await this.save(work, lessened(kept, BigInt(amount)).next);
    return applied;
  }

  /** All members are told the same, so whatever one of them holds beyond what is known here was shared out before. */
  private async remember(work: Work, to: NodeId, kept: KeptCall, { amount }: Repayment): Promise<void> {
    const told = BigInt(kept.back.told[to] ?? '0') + BigInt(amount);
    const next = await this.save(work, {
      ...kept,
      back: { ...kept.back, told: { ...kept.back.told, [to]: `${told}` } },
    });
    const forgotten = told - BigInt(kept.back.shared);
    if (forgotten > 0n) await this.shareOut(work, next, forgotten);
  }

  private async freshIn(work: Work, kept: KeptCall): Promise<bigint> {
    const { event, back } = kept;
    const claim = event.claims[this.parts.peers.me];
    if (claim === undefined) return 0n;
    const legs = await this.parts.legs.ofCycle(work, event.cycle);
    const leg = legs.find(({ role, record }) => role === 'payee' && isAbout(kept, record.leg));
    return leg ? recoveredOf(leg.record, BigInt(claim)) - BigInt(back.shared) : 0n;
  }

  /** What we bore ourselves is ours again; the rest belongs to others. */
  private async shareOut(work: Work, kept: KeptCall, amount: bigint): Promise<KeptCall> {
    const { me } = this.parts.peers;
    const { recovery, next } = lessened(kept, amount);
    const owed: Record<NodeId, string> = { ...kept.back.owed };
    for (const [node, share] of sharesIn(recovery, kept.call.defaulter))
      if (node === me) await this.regain(work, kept, share);
      else owed[node] = `${BigInt(owed[node] ?? '0') + share}`;
    const shared = `${BigInt(kept.back.shared) + amount}`;
    return this.save(work, { ...next, back: { ...kept.back, shared, owed } });
  }

  private async regain(work: Work, { call, event }: KeptCall, share: bigint): Promise<void> {
    const { books, branch, ids } = this.parts;
    const { id: entity } = await branch.entity(work);
    const cause = `${legCause({ id: call.leg })}.${ids.newId()}` as const;
    const booked = { id: ids.newId(), day: await branch.today(work) };
    await books.post(work, regainedBooking({ call, entity, cause }, moneyIn(share, event.currency), booked));
  }

  private async tell(work: Work, kept: KeptCall): Promise<KeptCall> {
    const { peers, recollection } = this.parts;
    const { shared, told: before } = kept.back;
    const told: Record<NodeId, string> = {};
    for (const node of federationFor(peers, kept.event.cycle).members) {
      const amount = BigInt(shared) - BigInt(before[node] ?? '0');
      if (node === peers.me || amount <= 0n || !(await recollection.mayFollow(work, node))) continue;
      const currency = kept.event.currency as Repayment['currency'];
      await peers.send(work, node, 'fund.repay', { call: kept.ids[0]!, currency, amount: `${amount}` });
      told[node] = shared;
    }
    if (Object.keys(told).length === 0) return kept;
    return this.save(work, { ...kept, back: { ...kept.back, told: { ...before, ...told } } });
  }

  /** Owed like any debt and settled in the next cycle. What a bar or a limit forbids today is proposed another day. */
  private async giveBack(work: Work, { call, event, back }: KeptCall, node: NodeId): Promise<void> {
    const { obligations, debts, peers, branch, recollection } = this.parts;
    if (!(await recollection.mayFollow(work, node))) return;
    const proposed = (await debts.repaying(work, node, call.leg))
      .filter((kept) => owedBy(kept) === 'us')
      .reduce((so, { obligation }) => so + BigInt(obligation.terms.amount), 0n);
    const share = BigInt(back.owed[node]!) - proposed;
    if (share <= 0n) return;
    const due = await branch.today(work);
    const amount = moneyIn(share, event.currency);
    const form = { peer: node, debtor: peers.me, amount, due, kind: repayKind, reference: call.leg };
    await obligations.proposeByHand(work, { ...form, text: `Default of ${call.defaulter}, paid after all` });
  }

  /** A standing call of which nothing is borne any more is over, and so is the bar of who did not pay. */
  private async save(work: Work, kept: KeptCall): Promise<KeptCall> {
    const { store, partners } = this.parts;
    const next = isOver(kept) ? { ...kept, status: 'repaid' as const } : kept;
    await store.save(work, next);
    if (isOver(kept)) await partners.setDefault(work, kept.event.defaulter, null);
    return next;
  }
}

const borneIn = ({ call, rest: { own, mutual, loss } }: KeptCall): Waterfall => borneBy({ ...call, own, mutual, loss });

const isOver = (kept: KeptCall): boolean => kept.status === 'standing' && isNothing(borneIn(kept));

/** Takes what came back off what is still borne. */
function lessened(kept: KeptCall, amount: bigint): { readonly recovery: Recovery; readonly next: KeptCall } {
  const borne = borneIn(kept);
  const recovery = recover(amount, borne);
  return { recovery, next: { ...kept, rest: borneText(lessen(borne, recovery)) } };
}

/** Who gets how much of what came back; more than was ever missing goes to who paid it. */
function sharesIn({ loss, mutual, own, surplus }: Recovery, defaulter: NodeId): readonly (readonly [NodeId, bigint])[] {
  const all = new Map<NodeId, bigint>();
  const add = (node: NodeId, amount: bigint) => all.set(node, (all.get(node) ?? 0n) + amount);
  for (const [node, amount] of [...Object.entries(loss), ...Object.entries(mutual)]) add(node, amount);
  add(defaulter, own + surplus);
  return [...all].filter(([, amount]) => amount > 0n).sort(([a], [b]) => (a < b ? -1 : 1));
}
