import { type Span, daysWithin } from '@passerelle/coordination';
import type { Clock, Ids, Work } from '@passerelle/doors';
import type { BodyOf } from '@passerelle/protocol';
import type { CountryCode, PlainDate } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { Mission } from '../missions/mission.js';
import type { Missions } from '../missions/missions.service.js';
import type { Peers } from '../peers/peers.service.js';
import { type Received, type Verdict, applied, refused } from '../peers/received.js';
import {
  type Consent,
  type Counting,
  type CountingAnswer,
  type CountingId,
  type Elsewhere,
  elsewhereOf,
  isSame,
  nameIn,
} from './counting.js';
import './countings.facts.js';
import type { CountingsStore } from './countings.store.js';

export interface CountingsParts {
  readonly store: CountingsStore;
  readonly missions: Missions;
  readonly members: Members;
  readonly cooperative: Cooperative;
  readonly peers: Peers;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Where a person works for others: the country, and the whole months that are asked about. */
export interface Asked {
  readonly host: CountryCode;
  readonly spans: readonly Span[];
}

/** From the client's yes on a mission takes its days. */
const agreedStates: ReadonlySet<Mission['state']> = new Set(['formalities', 'active', 'completed']);

/** On how many days somebody works in a country, counted together with the other cooperatives that employ her. */
export class Countings {
  constructor(private readonly parts: CountingsParts) {}

  /** What her other cooperatives count; null when she has named none. */
  async elsewhere(work: Work, member: MemberId, { host, spans }: Asked): Promise<Elsewhere | null> {
    const consents = await this.parts.store.consentsOf(work, member);
    if (consents.length === 0) return null;
    const countings = await this.askedAbout(work, member, host);
    return elsewhereOf(
      consents.map(({ peer }) => peer),
      countings,
      spans,
    );
  }

  /** Asks every other cooperative of hers, each at most once a day about the same months. */
  async ask(work: Work, member: MemberId, { host, spans }: Asked): Promise<void> {
    const known = await this.askedAbout(work, member, host);
    const today = await this.today(work, member);
    for (const consent of await this.parts.store.consentsOf(work, member)) {
      const fresh = known.filter((each) => each.peer === consent.peer && each.askedAt.toISOString() >= today);
      const open = spans.filter((span) => !fresh.some((each) => each.spans.some((one) => isSame(one, span))));
      if (open.length > 0) await this.askOne(work, consent, { host, spans: open });
    }
  }

  /** Another cooperative asks. It hears sums of days and nothing else, and only of somebody who lets it. */
  async asked({ work, from }: Received, body: BodyOf<'counts.ask'>): Promise<Verdict> {
    const question = body.question as CountingId;
    if (await this.parts.store.find(work, question))
      return refused('question-known', 'That question was asked before.');
    const asked = { host: body.host, spans: body.spans as readonly Span[] };
    const consent = await this.meant(work, { question, from, person: body.person });
    const answer = consent && (await this.count(work, consent.member, asked));
    if (consent && answer) await this.note(work, { id: question, consent, asked, direction: 'answered', answer });
    await this.parts.peers.send(work, from, 'counts.tell', {
      question,
      answer: answer ? 'counted' : 'unknown-person',
      days: answer?.kind === 'counted' ? answer.days.map(String) : [],
      on: answer?.on ?? this.parts.clock.now().toISOString().slice(0, 10),
    });
    return applied;
  }

  /** Another cooperative has answered one of our questions. */
  async told({ work, from }: Received, { question, answer, days, on }: BodyOf<'counts.tell'>): Promise<Verdict> {
    const known = await this.parts.store.find(work, question as CountingId);
    if (known?.direction !== 'asked' || known.peer !== from || known.answer !== null)
      return refused('unknown-question', 'No such question waits for your answer.');
    if (answer === 'counted' && days.length !== known.spans.length)
      return refused('another-question', 'Each span that was asked has its sum.');
    const date = on;
    const said: CountingAnswer =
      answer === 'counted' ? { kind: answer, days: days.map(Number), on: date } : { kind: answer, on: date };
    await this.parts.store.answered(work, known.id, said);
    const { member } = known;
    await this.parts.facts.record(work, { kind: 'DaysElsewhereTold', subject: member, body: { member } });
    return applied;
  }

  /** Everything that was asked and told about her, oldest first. */
  log(work: Work, member: MemberId): Promise<readonly Counting[]> {
    return this.parts.store.ofMember(work, member);
  }

  private async askOne(work: Work, consent: Consent, asked: Asked): Promise<void> {
    const { peers, ids } = this.parts;
    const id = ids.newId() as CountingId;
    const person = nameIn(id, { code: consent.code, from: peers.me, to: consent.peer });
    await this.note(work, { id, consent, asked, direction: 'asked', answer: null });
    const { host, spans } = asked;
    await peers.send(work, consent.peer, 'counts.ask', { question: id, person, host, spans });
  }

  /** Whom a question is about: the name in it fits one code. */
  private async meant(
    work: Work,
    { question, from, person }: { question: CountingId; from: string; person: string },
  ): Promise<Consent | null> {
    const { store, peers } = this.parts;
    const consents = await store.consentsWith(work, from);
    return consents.find(({ code }) => nameIn(question, { code, from, to: peers.me }) === person) ?? null;
  }

  private async count(work: Work, member: MemberId, { host, spans }: Asked): Promise<CountingAnswer> {
    const missions = await this.parts.missions.ofMember(work, member);
    const stays = missions
      .filter(({ state }) => agreedStates.has(state))
      .map(({ terms: { place, first, last } }) => ({ host: place.country, first, last }));
    const days = spans.map((span) => daysWithin(span, stays, host));
    return { kind: 'counted', days, on: await this.today(work, member) };
  }

  private note(work: Work, { consent: { member, peer }, asked, ...counting }: Noted): Promise<void> {
    return this.parts.store.add(work, { ...counting, ...asked, member, peer, askedAt: this.parts.clock.now() });
  }

  private async askedAbout(work: Work, member: MemberId, host: CountryCode): Promise<readonly Counting[]> {
    const all = await this.parts.store.ofMember(work, member);
    return all.filter((each) => each.direction === 'asked' && each.host === host);
  }

  private async today(work: Work, member: MemberId): Promise<PlainDate> {
    const { members, cooperative } = this.parts;
    const { entity } = await members.member(work, member);
    return cooperative.today(await cooperative.entity(work, entity));
  }
}

type Noted = Pick<Counting, 'id' | 'direction' | 'answer'> & { readonly consent: Consent; readonly asked: Asked };
