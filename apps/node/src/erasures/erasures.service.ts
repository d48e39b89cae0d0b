import type { Clock, Ids, Work } from '@passerelle/doors';
import { countryOf } from '@passerelle/rules';
import { type RecordKind, recordKinds, retainedUntil } from '@passerelle/rules/kit';
import { type PlainDate, type Result, ok, refuse } from '@passerelle/values';
import type { Cooperative } from '../cooperative/cooperative.service.js';
import type { LegalEntity } from '../cooperative/legal-entity.js';
import type { Facts } from '../facts/facts.service.js';
import type { MemberId } from '../members/member.js';
import type { Members } from '../members/members.service.js';
import type { ErasureAnswer, Kept } from './erasure.js';
import './erasures.facts.js';
import type { ErasuresStore } from './erasures.store.js';

export interface ErasureRefusal {
  readonly kind: 'no-such-member';
}

export interface ErasuresParts {
  readonly store: ErasuresStore;
  readonly members: Members;
  readonly cooperative: Cooperative;
  readonly facts: Facts;
  readonly clock: Clock;
  readonly ids: Ids;
}

type Answer = Promise<Result<ErasureAnswer, ErasureRefusal>>;

/** "Delete what you have of me": what can go goes at once, and what stays says until when and by which law. */
export class Erasures {
  constructor(private readonly parts: ErasuresParts) {}

  /** Both lists as they would be now. Nothing is erased. */
  ask(work: Work, id: MemberId): Answer {
    return this.parts.store.tried(work, () => this.answer(work, id));
  }

  /** Erases what can go, together with the fact and the line in her history that say so. Again, it changes nothing. */
  async erase(work: Work, id: MemberId, by: string): Answer {
    const answer = await this.answer(work, id);
    if (!answer.ok) return answer;
    const { store, facts, clock, ids } = this.parts;
    const { erased } = answer.value;
    if (erased.length === 0) return answer;
    await store.add(work, { id: ids.newId(), member: id, at: clock.now(), erased }, by);
    await facts.record(work, { kind: 'PersonErased', subject: id, body: { member: id } });
    return ok({ ...answer.value, history: await store.history(work, id) });
  }

  private async answer(work: Work, id: MemberId): Answer {
    const { store, members, cooperative, clock } = this.parts;
    const member = await members.find(work, id);
    if (!member) return refuse({ kind: 'no-such-member' });
    const entity = await cooperative.entity(work, member.entity);
    const erased = await store.erase(work, id, clock.now());
    const kept: Kept[] = [];
    for (const records of recordKinds) kept.push(await this.kept(work, { id, entity }, records));
    const membership = { count: await store.count(work, id, 'membership'), until: null, law: null, source: null };
    kept.push({ records: 'membership', ...membership, isConfirmed: true });
    return ok({ erased, kept: kept.filter(({ count }) => count > 0), history: await store.history(work, id) });
  }

  private async kept(
    work: Work,
    { id, entity }: { readonly id: MemberId; readonly entity: LegalEntity },
    records: RecordKind,
  ): Promise<Kept> {
    const { store, cooperative } = this.parts;
    const count = await store.count(work, id, records);
    const retention = countryOf(entity.country)?.retentions[records];
    if (!retention) return { records, count, until: null, law: null, source: null, isConfirmed: false };
    const today = cooperative.today(entity);
    const day: PlainDate = (await store.newest(work, id, records)) ?? today;
    const { source, confidence } = retention.years.entryOn(day);
    const { act, article } = retention.law;
    const until = retainedUntil(retention, day);
    return { records, count, until, law: { act, article }, source, isConfirmed: confidence !== 'to-confirm' };
  }
}
