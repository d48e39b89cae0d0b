import { type BodyOf, type Declaration, hashOf, signDeclaration } from '@passerelle/protocol';
import {
  type CycleId,
  type FundCall,
  type Leg,
  type LegRecord,
  type NodeId,
  type Waterfall,
  allLegs,
  fundCallHash,
  fundCallOf,
  lessen,
} from '@passerelle/settlement';
import { percent } from '@passerelle/values';
import { borneEntry, calledEntry, moneyOf } from './books.js';
import type { Draft } from './disk.js';
import type { FundWord, Kept } from './kept.js';
import type { NodeParts } from './node-parts.js';

type Computed = { readonly call: FundCall; readonly borne: Waterfall };

/** What was said to a peer about a default. */
type Said =
  | { readonly type: 'fund.call'; readonly body: BodyOf<'fund.call'> }
  | { readonly type: 'fund.repay'; readonly body: BodyOf<'fund.repay'> & { readonly ext: { readonly leg: string } } };

/** Shares out what a payer has not paid, and what of it came in after all. */
export class Defaults {
  constructor(private readonly parts: NodeParts) {}

  /** Everybody computes the same call; the payee only says that it is due. */
  call(draft: Draft, leg: Leg, missing: bigint): void {
    const computed = this.compute(draft.kept, leg, missing);
    if (computed === null) return;
    this.keep(draft, leg, computed);
    const result = fundCallHash(computed.call, hashOf);
    const declaration: Declaration = { what: 'fund.call', result };
    const signature = signDeclaration(
      declaration,
      draft.kept.roster.content.net,
      this.parts.declarationKey(draft.kept),
    );
    const call = this.parts.world.newId();
    const { leg: name, cycle } = leg;
    const currency = computed.call.currency as BodyOf<'fund.call'>['currency'];
    const claims = { [leg.to]: `${missing}` };
    const body = { call, cycle, leg: name, currency, claims, shortfall: `${missing}`, result, signature };
    for (const peer of this.othersIn(draft.kept, leg.cycle)) this.say(draft, peer, leg, { type: 'fund.call', body });
  }

  /** A word of the payee about a default; it is kept until the result that names the leg is known here. */
  heard(draft: Draft, word: FundWord): string | null {
    const leg = this.legNamed(draft.kept, word.leg);
    if (leg === null) {
      draft.put({ early: [...draft.kept.early, word] });
      return null;
    }
    if (leg.to !== word.from) return 'wrong-party';
    if (word.call) return this.called(draft, leg, word.call);
    this.recovered(draft, word.leg, word.repaid);
    return null;
  }

  /** Words that came before the result they are about. */
  joinEarly(draft: Draft): void {
    const { early } = draft.kept;
    const isKnown = ({ leg }: FundWord): boolean => this.legNamed(draft.kept, leg) !== null;
    if (!early.some(isKnown)) return;
    draft.put({ early: early.filter((word) => !isKnown(word)) });
    for (const word of early.filter(isKnown)) this.heard(draft, word);
  }

  /**
   * What came in after all, to everybody; and to each peer whatever it was not told because a restore came between.
   * All peers are told the same in the same order, so what one was told is the beginning of what another was.
   */
  tell(draft: Draft): void {
    for (const name of Object.keys(draft.kept.calls)) {
      const leg = draft.kept.legs[name];
      if (leg?.role !== 'payee') continue;
      const others = this.othersIn(draft.kept, leg.record.leg.cycle);
      const told = others.map((peer) => [peer, this.toldTo(draft.kept, peer, name)] as const);
      const all = told.reduce<readonly Said[]>((most, [, some]) => (some.length > most.length ? some : most), []);
      const more = this.repaidSince(draft, leg.record, all);
      for (const [peer, some] of told)
        for (const said of [...all, ...more].slice(some.length)) this.say(draft, peer, leg.record.leg, said);
    }
  }

  /** What of money that has just been counted for a leg comes after its default. */
  recoveredIn({ legs, calls }: Kept, name: string, amount: bigint): bigint {
    const known = calls[name];
    if (!known) return 0n;
    const { record } = legs[name]!;
    const before = { ...record, received: `${BigInt(record.received) - amount}` };
    const [was, is] = [before, record].map((each) => this.parts.core.recoveredOf(each, BigInt(known.call.shortfall)));
    return is! - was!;
  }

  /** Shares out the repayments that were said before, each as it was said, and then what has come in since. */
  private repaidSince(draft: Draft, record: LegRecord, said: readonly Said[]): readonly Said[] {
    const { leg } = record;
    let sum = 0n;
    for (const { type, body } of said) {
      if (type === 'fund.repay') sum += BigInt(body.amount);
      const forgotten = sum - draft.kept.calls[leg.leg]!.repaid;
      if (forgotten > 0n) this.recovered(draft, leg.leg, forgotten);
    }
    const { call, repaid } = draft.kept.calls[leg.leg]!;
    const fresh = this.parts.core.recoveredOf(record, BigInt(call.shortfall)) - repaid;
    if (fresh <= 0n) return [];
    this.recovered(draft, leg.leg, fresh);
    const currency = leg.currency as BodyOf<'fund.repay'>['currency'];
    const body = { call: this.parts.world.newId(), currency, amount: `${fresh}`, ext: { leg: leg.leg } };
    return [{ type: 'fund.repay', body }];
  }

  /** A default concerns those who took part in its cycle, also one that has left since. */
  private othersIn(kept: Kept, cycle: CycleId): readonly NodeId[] {
    return this.parts.federationOf(kept, cycle).members.filter((node) => node !== this.parts.me);
  }

  private toldTo({ channels }: Kept, peer: NodeId, leg: string): readonly Said[] {
    const { outbox, intents } = channels[peer]!;
    const said = [...outbox.map(({ content }) => content), ...intents] as unknown as readonly Said[];
    return said.filter(
      ({ type, body }) => (type === 'fund.call' && body.leg === leg) || (type === 'fund.repay' && body.ext.leg === leg),
    );
  }

  private say(draft: Draft, peer: NodeId, { from, currency }: Leg, { type, body }: Said): void {
    this.parts.say(draft, peer, type, body);
    if (type === 'fund.call' && peer === from) this.parts.say(draft, peer, 'limit.set', { currency, cap: '0' });
  }

  /** Counted when the own computation gives the same. */
  private called(draft: Draft, leg: Leg, { shortfall, result, signature }: BodyOf<'fund.call'>): string | null {
    if (draft.kept.calls[leg.leg]) return null;
    const computed = this.compute(draft.kept, leg, BigInt(shortfall));
    if (computed === null || fundCallHash(computed.call, hashOf) !== result) return 'other-result';
    if (!this.parts.wasDeclared(draft.kept, leg.to, { what: 'fund.call', result }, signature)) return 'bad-signature';
    this.keep(draft, leg, computed);
    return null;
  }

  private recovered(draft: Draft, leg: string, amount: bigint): void {
    const known = draft.kept.calls[leg];
    if (!known) return;
    const back = this.parts.core.recover(amount, known.borne);
    const call = { ...known, borne: lessen(known.borne, back), repaid: known.repaid + amount };
    draft.put({ calls: { ...draft.kept.calls, [leg]: call } });
  }

  private compute(kept: Kept, leg: Leg, missing: bigint): Computed | null {
    const fund = this.parts.fundOf(kept, leg.cycle);
    const claims = { [leg.to]: missing };
    const stakes = (fund?.stakes ?? []).filter(({ currency }) => currency === leg.currency);
    const shares = this.parts.core.waterfall({
      amount: missing,
      defaulter: leg.from,
      stakes: Object.fromEntries(stakes.map(({ node, amount }) => [node, BigInt(amount)])),
      usable: percent(fund?.eventSharePercent ?? '0'),
      claims,
    });
    return shares.ok ? { call: fundCallOf(leg, missing, shares.value), borne: shares.value } : null;
  }

  private keep(draft: Draft, leg: Leg, { call, borne }: Computed): void {
    const { me } = this.parts;
    draft.put({ calls: { ...draft.kept.calls, [call.leg]: { call, borne, repaid: 0n } } });
    if (leg.to === me) this.book(draft, calledEntry(me, leg.cycle, leg.leg, moneyOf(leg, BigInt(call.shortfall))));
    const share = (borne.mutual[me] ?? 0n) + (borne.loss[me] ?? 0n);
    const own = call.defaulter === me ? borne.own : 0n;
    if (share + own > 0n) this.book(draft, borneEntry(me, call.leg, moneyOf(call, share + own)));
  }

  private legNamed(kept: Kept, name: string): Leg | null {
    for (const cycle of this.parts.cycles) for (const leg of this.legsOf(kept, cycle)) if (leg.leg === name) return leg;
    return null;
  }

  private legsOf(kept: Kept, cycle: CycleId): readonly Leg[] {
    const { final } = kept.cycles[cycle]!.state;
    return final === null ? [] : allLegs(final, this.parts.federationOf(kept, cycle), hashOf);
  }

  private book(draft: Draft, entry: Kept['books'][number]): void {
    draft.put({ books: [...draft.kept.books, entry] });
  }
}
