import type { Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import {
  type DisputeOutcome,
  type ObligationMessage,
  type ObligationState,
  type ObligationTerms,
  accept as acceptUnder,
  mayVoid,
  reserve,
} from '@passerelle/settlement';
import { type Money, type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { MissionId } from '../../missions/mission.js';
import type { Bar } from '../../peers/bar.js';
import { type NodeId, type Received, type Returned, type Verdict, applied, refused } from '../../peers/received.js';
import type { MissionFee } from '../branch.service.js';
import { type KeptObligation, type ObligationId, amountIn, missionFee } from './obligation.js';
import type { Blocked, ObligationsPage } from './obligations-store.js';
import { exposureIn } from './pair-exposure.js';
import type { About, Folded, Pairs, PairsParts, WordRefusal } from './pairs.service.js';
import { cycleFor } from '../roster-rules.js';

/** What finance fills in for a debt that no mission makes. Who owes is said by `debtor`: this node or the peer. */
export interface ObligationForm {
  readonly peer: NodeId;
  readonly debtor: NodeId;
  readonly amount: Money;
  readonly due: PlainDate;
  readonly kind: string;
  readonly text: string;
  readonly reference: string;
}

export type ObligationRefused =
  | { readonly kind: 'no-such-obligation' }
  | { readonly kind: 'unknown-peer'; readonly peer: NodeId }
  | { readonly kind: 'no-entity' }
  | { readonly kind: 'limit'; readonly detail: string; readonly missing: Money }
  /** Nothing new begins with that partner. */
  | { readonly kind: 'barred'; readonly bar: Bar }
  | { readonly kind: 'still-counted'; readonly cycle: string }
  | { readonly kind: 'not-possible'; readonly code: WordRefusal['code']; readonly detail: string };

/** Which of many was refused, counted from 0, and why. */
export interface RefusedAt {
  readonly at: number;
  readonly why: ObligationRefused;
}

type Outcome = Promise<Result<KeptObligation, ObligationRefused>>;

/** Who owes whom: what this branch proposes, accepts, rejects and disputes. */
export class Obligations {
  constructor(
    private readonly parts: PairsParts,
    private readonly pairs: Pairs,
  ) {}

  // --- what people and missions decide here

  /** The host stands by the report of a mission: it owes the home its part. What cannot be proposed waits, visibly. */
  async proposeFee(work: Work, mission: MissionId): Promise<void> {
    const { store, branch, peers, facts } = this.parts;
    await store.turn(work);
    const fee = await branch.fee(work, mission);
    if (!fee || fee.host !== peers.me || fee.home === peers.me || (await this.hasFee(work, mission))) return;
    const terms = {
      ...this.termsOf(fee.home, fee),
      mission,
      due: fee.due,
      kind: missionFee,
      text: fee.reference,
    };
    const proposed = await this.propose(work, fee.home, terms, { mission, entity: fee.entity });
    if (proposed.ok) return store.unblock(work, mission);
    const why = proposed.refusal;
    const blocked: Blocked = { mission, code: why.kind, detail: 'detail' in why ? why.detail : '' };
    await store.block(work, blocked);
    await facts.record(work, { kind: 'ObligationBlocked', subject: mission, body: blocked });
  }

  /** Tries again what a limit kept from being proposed. */
  async proposeBlocked(work: Work): Promise<void> {
    for (const { mission } of await this.parts.store.blocked(work)) await this.proposeFee(work, mission);
  }

  /** Finance proposes a debt between two branches, either way. */
  async proposeByHand(work: Work, form: ObligationForm): Outcome {
    return this.proposeForm(work, form, this.newId());
  }

  /** Finance proposes many debts at once: all of them or, with the place of the first that is refused, none. */
  async proposeAll(
    work: Work,
    forms: readonly ObligationForm[],
  ): Promise<Result<readonly KeptObligation[], RefusedAt>> {
    const { store } = this.parts;
    const ids = forms.map(() => this.newId());
    await store.turn(work);
    await store.expect(work, ids);
    const proposed: KeptObligation[] = [];
    for (const [at, form] of forms.entries()) {
      const one = await this.proposeForm(work, form, ids[at]!);
      if (!one.ok) return refuse({ at, why: one.refusal });
      proposed.push(one.value);
    }
    return ok(proposed);
  }

  /** A correction is a debt the other way, for at most what it corrects. */
  async correct(
    work: Work,
    id: ObligationId,
    { amount, text }: { readonly amount: Money; readonly text: string },
  ): Outcome {
    await this.parts.store.turn(work);
    const kept = await this.parts.store.find(work, id);
    if (!kept) return refuse({ kind: 'no-such-obligation' });
    const { terms } = kept.obligation;
    const reversed = {
      ...this.termsOf(terms.debtor, { host: terms.creditor, amount }),
      mission: terms.mission,
      due: terms.due,
      kind: terms.kind,
      text,
      reverses: terms.obligation,
    };
    return this.propose(work, kept.peer, reversed, { mission: kept.mission, entity: kept.entity });
  }

  async accept(work: Work, id: ObligationId): Outcome {
    return this.decide(work, id, async (kept) => {
      const room = await this.room(work, kept, acceptUnder);
      return room.ok ? this.sayAccept(work, kept) : room;
    });
  }

  async reject(work: Work, id: ObligationId, code: string): Outcome {
    return this.decide(work, id, (kept) => this.sayReject(work, kept, code));
  }

  async withdraw(work: Work, id: ObligationId): Outcome {
    return this.decide(work, id, (kept) =>
      this.said(this.pairs.say(work, kept.peer, { type: 'obligation.withdraw', body: { obligation: id } })),
    );
  }

  async dispute(work: Work, id: ObligationId, why: { readonly code: string; readonly evidence: string }): Outcome {
    return this.decide(work, id, (kept) =>
      this.said(this.pairs.say(work, kept.peer, { type: 'dispute.open', body: { obligation: id, ...why } })),
    );
  }

  /** Says how the dispute should end; it ends when both sides say the same. */
  async closeDispute(work: Work, id: ObligationId, outcome: DisputeOutcome, closed: string | null): Outcome {
    const { store, peers } = this.parts;
    return this.decide(work, id, async (kept) => {
      const cut = (await store.pair(work, kept.peer)).cuts[peers.me] ?? null;
      if (outcome === 'void' && !mayVoid(kept.obligation, cut, closed))
        return refuse({ kind: 'still-counted', cycle: cut! });
      return this.said(this.pairs.say(work, kept.peer, { type: 'dispute.close', body: { obligation: id, outcome } }));
    });
  }

  find(work: Work, id: ObligationId): Promise<KeptObligation | null> {
    return this.parts.store.find(work, id);
  }

  page(work: Work, page: ObligationsPage): Promise<readonly KeptObligation[]> {
    return this.parts.store.page(work, page);
  }

  count(work: Work, states: readonly ObligationState[]): Promise<number> {
    return this.parts.store.count(work, states);
  }

  ofMission(work: Work, mission: MissionId): Promise<readonly KeptObligation[]> {
    return this.parts.store.ofMission(work, mission);
  }

  ofPair(work: Work, peer: NodeId, cycle: string | null): Promise<readonly KeptObligation[]> {
    return this.parts.store.ofPair(work, peer, cycle);
  }

  settledIn(work: Work, cycle: string): Promise<readonly KeptObligation[]> {
    return this.parts.store.settledIn(work, cycle);
  }

  blocked(work: Work): Promise<readonly Blocked[]> {
    return this.parts.store.blocked(work);
  }

  // --- what other nodes say

  /** Messages about these come next; ids that are none are about nothing that is known. */
  async coming(work: Work, ids: readonly string[]): Promise<void> {
    await this.parts.store.turn(work);
    await this.parts.store.expect(work, ids.filter(isUuid) as ObligationId[]);
  }

  /** A proposal of the peer: what equals a signed agreement, or is owed to us, is accepted at once. */
  async proposed(received: Received, terms: BodyOf<'obligation.propose'>): Promise<Verdict> {
    const { work } = received;
    const fee = terms.kind === missionFee ? await this.parts.branch.fee(work, terms.mission as MissionId) : null;
    const about = fee ? { mission: fee.mission, entity: fee.entity } : undefined;
    // Asked before the proposal itself is kept.
    const isSecond = fee !== null && (await this.hasFee(work, fee.mission, terms.obligation));
    const heard = await this.pairs.heard(received, { type: 'obligation.propose', body: terms }, about);
    if (!heard.ok) return verdictOf(heard);
    const { kept, effects } = heard.value;
    if (!kept || !effects.includes('proposed')) return applied;
    await this.answer(work, kept, { fee, isSecond });
    return applied;
  }

  /** What this node itself once said, and the peer gave back after a restore. */
  async saidBefore({ work, to, ack }: Returned, message: ObligationMessage): Promise<void> {
    const terms = message.type === 'obligation.propose' ? message.body : null;
    const fee = terms?.kind === missionFee ? await this.parts.branch.fee(work, terms.mission as MissionId) : null;
    await this.pairs.saidBefore(work, to, ack, message, fee ? { mission: fee.mission, entity: fee.entity } : undefined);
  }

  /** The peer has given back all our words, so what it proposed meanwhile can be answered: that was not done before. */
  async answerWaiting(work: Work, peer: NodeId): Promise<void> {
    const { store, branch } = this.parts;
    await store.turn(work);
    for (const kept of await store.unanswered(work, peer)) {
      const { terms } = kept.obligation;
      const fee = terms.kind === missionFee ? await branch.fee(work, terms.mission as MissionId) : null;
      const isSecond = fee !== null && (await this.hasFee(work, fee.mission, terms.obligation));
      await this.answer(work, kept, { fee, isSecond });
    }
  }

  async accepted(received: Received, body: BodyOf<'obligation.accept'>): Promise<Verdict> {
    return verdictOf(await this.pairs.heard(received, { type: 'obligation.accept', body }));
  }

  async rejected(received: Received, body: BodyOf<'obligation.reject'>): Promise<Verdict> {
    return verdictOf(await this.pairs.heard(received, { type: 'obligation.reject', body }));
  }

  async withdrawn(received: Received, body: BodyOf<'obligation.withdraw'>): Promise<Verdict> {
    return verdictOf(await this.pairs.heard(received, { type: 'obligation.withdraw', body }));
  }

  async disputed(received: Received, body: BodyOf<'dispute.open'>): Promise<Verdict> {
    return verdictOf(await this.pairs.heard(received, { type: 'dispute.open', body }));
  }

  async disputeClosed(received: Received, body: BodyOf<'dispute.close'>): Promise<Verdict> {
    return verdictOf(await this.pairs.heard(received, { type: 'dispute.close', body }));
  }

  // --- how

  /** Rejects what cannot be, accepts what is believed, and leaves the rest to people. */
  private async answer(
    work: Work,
    kept: KeptObligation,
    { fee, isSecond }: { readonly fee: MissionFee | null; readonly isSecond: boolean },
  ): Promise<void> {
    if (!(await this.pairs.mayFollow(work, kept.peer))) return;
    const bar = await this.parts.partners.bar(work, kept.peer);
    const objection = bar ?? this.objection(kept, fee, isSecond) ?? (await this.overLimit(work, kept));
    if (objection !== null) await this.sayReject(work, kept, objection);
    else if (isBelieved(kept)) await this.sayAccept(work, kept);
  }

  /** Why a proposal is not what both have signed, as the code its proposer reads; null when nothing speaks against it. */
  private objection({ obligation, peer }: KeptObligation, fee: MissionFee | null, isSecond: boolean): string | null {
    const { terms, proposer } = obligation;
    if (terms.kind !== missionFee || terms.reverses !== undefined) return null;
    if (!fee) return 'unknown-mission';
    if (fee.host !== peer || fee.home !== this.parts.peers.me || proposer !== peer) return 'not-the-host';
    if (terms.debtor !== fee.host) return 'wrong-party';
    if (!fee.isAgreed) return 'not-agreed';
    if (!fee.isDone) return 'not-reported';
    if (isSecond) return 'proposed-before';
    if (terms.currency !== fee.amount.currency || terms.amount !== fee.amount.minor.toString()) return 'another-amount';
    return terms.due === fee.due ? null : 'another-due';
  }

  private async overLimit(work: Work, kept: KeptObligation): Promise<string | null> {
    if (!isBelieved(kept)) return null;
    const room = await this.room(work, kept, acceptUnder);
    return room.ok ? null : 'limit';
  }

  private async hasFee(work: Work, mission: MissionId, except?: string): Promise<boolean> {
    const known = await this.parts.store.ofMission(work, mission);
    return known.some(
      ({ id, obligation: { terms, state } }) =>
        id !== except &&
        terms.kind === missionFee &&
        terms.reverses === undefined &&
        ['proposed', 'agreed', 'held', 'settled'].includes(state),
    );
  }

  private async proposeForm(work: Work, form: ObligationForm, id: ObligationId): Outcome {
    const { store, branch, peers } = this.parts;
    const { peer, debtor, amount, due, kind, text, reference } = form;
    if (!peers.knows(peer)) return refuse({ kind: 'unknown-peer', peer });
    if (!(await branch.isFounded(work))) return refuse({ kind: 'no-entity' });
    await store.turn(work);
    const creditor = debtor === peer ? peers.me : peer;
    const { id: entity } = await branch.entity(work);
    const terms = { ...this.termsOf(creditor, { host: debtor, amount }, id), mission: reference, due, kind, text };
    return this.propose(work, peer, terms, { mission: null, entity });
  }

  private newId(): ObligationId {
    return this.parts.ids.newId() as ObligationId;
  }

  private termsOf(
    creditor: NodeId,
    { host, amount }: { readonly host: NodeId; readonly amount: Money },
    obligation = this.newId(),
  ) {
    return { obligation, debtor: host, creditor, currency: amount.currency, amount: amount.minor.toString() };
  }

  private async propose(work: Work, peer: NodeId, terms: ObligationTerms, about: About): Outcome {
    const bar = await this.parts.partners.bar(work, peer);
    if (bar !== null) return refuse({ kind: 'barred', bar });
    const room = await this.room(work, { peer, obligation: { terms } }, reserve);
    if (!room.ok) return room;
    return this.said(this.pairs.say(work, peer, { type: 'obligation.propose', body: terms }, about));
  }

  /** Whether the debt fits under the cap that its creditor grants, with all that is agreed and proposed already. */
  private async room(
    work: Work,
    {
      peer,
      obligation: { terms },
    }: { readonly peer: NodeId; readonly obligation: { readonly terms: ObligationTerms } },
    take: typeof reserve,
  ): Promise<Result<null, ObligationRefused>> {
    const { store, partners } = this.parts;
    const exposure = exposureIn(await store.pair(work, peer), await partners.capFor(work, terms));
    const room = take(exposure, amountIn({ obligation: { terms } as never }));
    return room.ok ? ok(null) : refuse({ kind: 'limit', detail: room.refusal.detail, missing: room.refusal.missing });
  }

  private async sayAccept(work: Work, { id, peer, obligation: { hash } }: KeptObligation): Outcome {
    const { store, branch, peers } = this.parts;
    const { cuts } = await store.pair(work, peer);
    const cycle = cycleFor(peers, await branch.today(work), cuts[peers.me] ?? null);
    const body = { obligation: id, terms: hash, cycle };
    return this.said(this.pairs.say(work, peer, { type: 'obligation.accept', body }));
  }

  private sayReject(work: Work, { id, peer }: KeptObligation, code: string): Outcome {
    return this.said(this.pairs.say(work, peer, { type: 'obligation.reject', body: { obligation: id, code } }));
  }

  private async decide(work: Work, id: ObligationId, act: (kept: KeptObligation) => Outcome): Outcome {
    await this.parts.store.turn(work);
    const kept = await this.parts.store.find(work, id);
    return kept ? act(kept) : refuse({ kind: 'no-such-obligation' });
  }

  private async said(spoken: Promise<Result<Folded, WordRefusal>>): Outcome {
    const said = await spoken;
    if (!said.ok) return refuse({ kind: 'not-possible', ...said.refusal });
    return ok(said.value.kept!);
  }
}

const isUuid = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** Who says that it owes us is believed; that we owe is for a person to say, unless a signed agreement says it. */
const isBelieved = ({ obligation, peer }: KeptObligation): boolean => obligation.terms.debtor === peer;

const verdictOf = (heard: Result<Folded, WordRefusal>): Verdict =>
  heard.ok ? applied : refused(heard.refusal.code, heard.refusal.detail);
